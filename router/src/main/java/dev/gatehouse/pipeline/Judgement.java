package dev.gatehouse.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.egress.Passage;

/**
 * How private a body is, and where it may therefore go.
 *
 * @param body the caller's own JSON
 * @param privacy what was found in it
 */
record Judgement(Inbound inbound, JsonNode body, PrivacyReport privacy, Passage passage) {

  static Judgement of(Consideration considered) {
    return new Judgement(
        considered.inbound(),
        considered.request().body().tree(),
        considered.classification().privacy(),
        considered.passage());
  }
}
