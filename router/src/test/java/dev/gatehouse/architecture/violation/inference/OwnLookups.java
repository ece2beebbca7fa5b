package dev.gatehouse.architecture.violation.inference;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Function;

/** Every way to send a name to a name server but the door's. */
@SuppressWarnings("AddressSelection") // the very thing that is forbidden
public final class OwnLookups {

  private OwnLookups() {}

  /** The plain way. */
  public static final class ByName {
    static InetAddress find() throws UnknownHostException {
      return InetAddress.getByName("secret.elsewhere.test");
    }
  }

  /** By a method reference. */
  public static final class ByReference {
    static Function<InetAddress, String> find() {
      return InetAddress::getHostName;
    }
  }

  /** By a constructor. */
  public static final class OfASocketAddress {
    static SocketAddress find() {
      return new InetSocketAddress("secret.elsewhere.test", 80);
    }
  }

  /** From address to name. */
  public static final class InReverse {
    static String find(InetSocketAddress address) {
      return address.getHostName();
    }
  }

  /** A URL, without its type being named. */
  public static final class OfAUrl {
    static String content(URI uri) throws IOException {
      return String.valueOf(uri.toURL().getContent());
    }
  }
}
