package dev.gatehouse.provider.langchain;

import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;

/** What a system or developer message says. */
public final class SystemText {
  private SystemText() {}

  /**
   * Its text; may be blank.
   *
   * @param path where the message stands in the request
   * @throws dev.gatehouse.provider.ProviderException if it holds anything but text, which no vendor
   *     takes there
   */
  public static String of(String providerName, Message message, String path) {
    for (int i = 0; i < message.parts().size(); i++) {
      if (!(message.parts().get(i) instanceof Part.Text)) {
        throw Rejection.of(
            providerName, path + ".content[" + i + "]", "a system message holds text alone");
      }
    }
    return message.text();
  }
}
