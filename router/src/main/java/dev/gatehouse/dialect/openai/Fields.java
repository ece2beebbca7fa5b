package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.InvalidRequestException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Typed access to the members of one JSON object; {@code null} counts as absent. */
record Fields(JsonNode object, String path) {

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  JsonNode get(String name) {
    JsonNode value = object.path(name);
    return value.isNull() ? object.path("\u0000absent") : value;
  }

  boolean has(String name) {
    return !get(name).isMissingNode();
  }

  InvalidRequestException wrong(String name, String expected) {
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

  String text(String name) {
    return optionalText(name).orElseThrow(() -> wrong(name, "a string"));
  }

  Optional<String> optionalText(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrong(name, "a string");
    }
    return Optional.of(value.textValue());
  }

  boolean flag(String name) {
    JsonNode value = get(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.asBoolean(false);
  }

  OptionalDouble number(String name, double low, double high) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || value.doubleValue() < low || value.doubleValue() > high) {
      throw wrong(name, "a number from " + low + " to " + high);
    }
    return OptionalDouble.of(value.doubleValue());
  }

  OptionalInt count(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw wrong(name, "a whole number of 1 or more");
    }
    return OptionalInt.of(value.intValue());
  }

  OptionalLong whole(String name) {
    JsonNode value = get(name);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return OptionalLong.of(value.longValue());
  }

  JsonNode array(String name) {
    JsonNode value = get(name);
    if (!value.isMissingNode() && !value.isArray()) {
      throw wrong(name, "an array");
    }
    return value;
  }

  Fields object(String name) {
    JsonNode value = get(name);
    if (!value.isObject()) {
      throw wrong(name, "an object");
    }
    return new Fields(value, at(name));
  }

  Fields element(String name, int index) {
    JsonNode value = object.path(name).path(index);
    String where = at(name) + "[" + index + "]";
    if (!value.isObject()) {
      throw new InvalidRequestException(where, "expected an object, got " + kind(value));
    }
    return new Fields(value, where);
  }
}
