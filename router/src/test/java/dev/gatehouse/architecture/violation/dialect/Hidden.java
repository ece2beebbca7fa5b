package dev.gatehouse.architecture.violation.dialect;

import java.lang.foreign.Linker;
import java.lang.reflect.Constructor;

/** Ways to do what rules about types do not see. */
public final class Hidden {

  private Hidden() {}

  /** A constructor found at run time. */
  public static final class ByReflection {
    static Object make(Constructor<?> constructor) throws ReflectiveOperationException {
      return constructor.newInstance();
    }
  }

  /** A class found at run time. */
  public static final class ByName {
    static Class<?> find() throws ClassNotFoundException {
      return Class.forName("java.net.Socket");
    }
  }

  /** The C library's own connect. */
  public static final class ByNativeCode {
    static Linker linker() {
      return Linker.nativeLinker();
    }
  }
}
