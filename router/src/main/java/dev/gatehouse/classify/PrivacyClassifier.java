package dev.gatehouse.classify;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds private values. Safe for use by any thread; pure. */
public interface PrivacyClassifier {

  /**
   * Scans every string and every key of a document.
   *
   * @throws RuntimeException if it cannot; the caller then counts the document as UNSCANNABLE
   */
  PrivacyReport scan(JsonNode document);
}
