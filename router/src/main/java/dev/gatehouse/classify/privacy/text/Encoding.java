package dev.gatehouse.classify.privacy.text;

/** One way to write a text so that it does not look like it. Linear in the text, keeps no state. */
interface Encoding {

  /**
   * Decodes every stretch so written.
   *
   * @param from where to begin to look
   */
  void decode(NormalizedText text, int from, Decodings found);
}
