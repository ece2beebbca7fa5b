package dev.gatehouse.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * A request with a private value in it.
 *
 * @param written what stands at the position
 */
record PlantedRequest(
    PrivateValue value,
    Position position,
    Encoding encoding,
    Dialect dialect,
    Language language,
    String model,
    String written) {

  /** The request to a gateway at this address. */
  HttpRequest to(URI url) {
    ObjectNode body = new Body(dialect, position, written).of(model);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)));
    if (position == Position.HEADER) {
      request.header("anthropic-beta", written);
    }
    return request.build();
  }

  /** The same for another model. */
  PlantedRequest asking(String other) {
    return new PlantedRequest(value, position, encoding, dialect, language, other, written);
  }

  /** What it is, for people to read; holds the value. */
  @Override
  public String toString() {
    return "%s in %s as %s over %s in %s for %s: %s"
        .formatted(value.kind(), position, encoding, dialect, language, model, written);
  }
}
