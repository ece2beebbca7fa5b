package dev.gatehouse.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * Whether JSON follows a JSON schema (draft 2020-12 unless the schema names another). Nothing is
 * fetched: a schema that refers to one elsewhere cannot be checked. Safe for use by any thread.
 */
public final class SchemaCheck {
  private SchemaCheck() {}

  /**
   * Whether a value follows a schema. A schema that cannot be understood holds nothing back: the
   * model was given it all the same, and the caller's own parser has the last word.
   */
  public static boolean follows(JsonNode value, JsonNode schema) {
    try {
      return compile(schema).validate(value).isEmpty();
    } catch (SchemaException | IllegalArgumentException | StackOverflowError e) {
      return true; // the last of them where a schema is nothing but a reference to itself
    }
  }

  /** A registry a schema: two requests may use one {@code $id} for different schemas. */
  private static Schema compile(JsonNode schema) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry.schemaLoader(
                    loader -> loader.fetchRemoteResources(false).block(elsewhere -> true)))
        .getSchema(schema);
  }
}
