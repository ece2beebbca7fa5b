package dev.gatehouse.redact.restore;

/** A document of no known form, an error say. */
record AnyDocument() implements AnswerWire {

  @Override
  public void read(PlacedJson document, EventTexts reading) {
    reading.texts(document);
  }
}
