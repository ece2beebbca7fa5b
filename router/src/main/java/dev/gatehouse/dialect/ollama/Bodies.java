package dev.gatehouse.dialect.ollama;

import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.json.JsonException;

/** What every body of this API is: an object. */
final class Bodies {
  private Bodies() {}

  static Fields object(JsonBody body) {
    Fields fields = Fields.of(body);
    if (!body.isNamedInLowerCase()) { // an Ollama would read what is not read here
      throw new InvalidRequestException("the body's fields must be named in lower case");
    }
    return fields;
  }

  static Fields object(byte[] body) {
    if (body.length == 0) {
      throw new InvalidRequestException("missing request body");
    }
    try {
      return object(JsonBody.parse(body));
    } catch (JsonException e) {
      throw new InvalidRequestException(String.valueOf(e.getMessage()));
    }
  }
}
