package dev.gatehouse.classify.privacy;

import java.util.List;

/**
 * A recogniser of the customer's own, around a trained model, say: a service that {@link
 * java.util.ServiceLoader} finds in the jars which the configuration names. It is made once, and
 * asked by any number of threads at the same time.
 *
 * <p>It must neither keep nor send what it is given. Whatever it throws, and places outside of the
 * text, make the text one that nobody has read, which stays local; so does a scan that it keeps
 * from ending in time.
 */
public interface EntityRecognizer {

  /** What its findings are named after: 1 to 40 of a-z, 0-9 and hyphen, unique in the gateway. */
  String name();

  /**
   * Finds values in one text: a string, a key or a number of a request, or what is encoded in one,
   * with look-alike characters folded and invisible ones gone. Takes time linear in the text, since
   * a client chooses it, and ends by throwing soon after its thread is interrupted.
   *
   * @return what it found, in any order; values may overlap
   */
  List<Recognized> recognize(String text);

  /**
   * UTF-16 units of the shortest text to ask it about that was decoded out of a string. Most such
   * texts are short and come to nothing, so a recogniser that costs much says more than 0; the
   * strings themselves it is always asked about.
   */
  default int shortestDecoded() {
    return 0;
  }
}
