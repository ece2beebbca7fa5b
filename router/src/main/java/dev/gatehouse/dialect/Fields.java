package dev.gatehouse.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.JsonBody;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Typed access to the members of one JSON object of a client's; {@code null} counts as absent. What
 * is of the wrong type throws {@link InvalidRequestException} with the field's path.
 *
 * @param path where the object stands, as in {@code messages[0]}; empty text for the body itself
 */
public record Fields(JsonNode object, String path) {

  /**
   * The members of a body.
   *
   * @throws InvalidRequestException if it is no JSON object
   */
  public static Fields of(JsonBody body) {
    if (!body.tree().isObject()) {
      throw new InvalidRequestException("the body must be a JSON object");
    }
    return new Fields(body.tree(), "");
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The value; missing where it is absent or null. */
  public JsonNode get(String name) {
    JsonNode value = object.path(name);
    return value.isNull() ? object.path("\u0000absent") : value;
  }

  /** Whether it is there and not null. */
  public boolean has(String name) {
    return !get(name).isMissingNode();
  }

  /** What to throw where a field is not as expected. */
  public InvalidRequestException wrong(String name, String expected) {
    return new InvalidRequestException(
        at(name), "expected " + expected + ", got " + kind(object.path(name)));
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case MISSING -> "nothing";
      case NULL -> "null";
      case ARRAY -> value.isEmpty() ? "an empty array" : "an array";
      case OBJECT, POJO -> "an object";
      case STRING, BINARY -> "a string";
      case NUMBER -> "a number out of range or of another kind";
      case BOOLEAN -> "a boolean";
    };
  }

  /** A string that must be there. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> wrong(name, "a string"));
  }

  /** A string that may be there. */
  public Optional<String> optionalText(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrong(name, "a string");
    }
    return Optional.of(value.textValue());
  }

  /** A boolean; false where it is absent. */
  public boolean flag(String name) {
    JsonNode value = get(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.asBoolean(false);
  }

  /** A number within bounds, both included. */
  public OptionalDouble number(String name, double low, double high) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || value.doubleValue() < low || value.doubleValue() > high) {
      throw wrong(name, "a number from " + low + " to " + high);
    }
    return OptionalDouble.of(value.doubleValue());
  }

  /** A whole number of 1 or more. */
  public OptionalInt count(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw wrong(name, "a whole number of 1 or more");
    }
    return OptionalInt.of(value.intValue());
  }

  /** A whole number. */
  public OptionalLong whole(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return OptionalLong.of(value.longValue());
  }

  /** An array; missing where it is absent. */
  public JsonNode array(String name) {
    JsonNode value = get(name);
    if (!value.isMissingNode() && !value.isArray()) {
      throw wrong(name, "an array");
    }
    return value;
  }

  /** An object that must be there. */
  public Fields object(String name) {
    JsonNode value = get(name);
    if (!value.isObject()) {
      throw wrong(name, "an object");
    }
    return new Fields(value, at(name));
  }

  /** An object within an array. */
  public Fields element(String name, int index) {
    JsonNode value = object.path(name).path(index);
    String where = at(name) + "[" + index + "]";
    if (!value.isObject()) {
      throw new InvalidRequestException(where, "expected an object, got " + kind(value));
    }
    return new Fields(value, where);
  }
}
