package dev.gatehouse.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A function that the model may call.
 *
 * @param parameters JSON schema of its arguments; empty means none
 * @param strict whether the arguments must follow the schema
 */
public record ToolSpec(
    String name, Optional<String> description, Optional<JsonNode> parameters, boolean strict) {}
