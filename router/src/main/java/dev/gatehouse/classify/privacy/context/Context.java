package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.config.PrivacyConfig;

/** The judges of whose a name is. */
public final class Context {
  private Context() {}

  /**
   * The judge that a configuration asks for: by what stands around a name, or every person's name
   * whoever it is.
   */
  public static Appraiser appraiser(PrivacyConfig.Names names) {
    return switch (names) {
      case CONTEXT -> new ContextAppraiser(ContextModel.bundled());
      case ALWAYS -> new EveryNameAppraiser();
    };
  }
}
