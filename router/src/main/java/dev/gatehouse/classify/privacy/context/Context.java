package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Appraiser;

/** The judges of whose a name is. */
public final class Context {
  private Context() {}

  /** By what stands around it: a private person's name is PERSONAL, anybody else's INTERNAL. */
  public static Appraiser appraiser() {
    return new ContextAppraiser(ContextModel.bundled());
  }
}
