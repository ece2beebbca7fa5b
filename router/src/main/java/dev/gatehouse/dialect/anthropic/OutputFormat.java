package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.ResponseFormat;
import java.util.Iterator;
import java.util.Set;

/** The fields {@code output_config}, and {@code output_format} as it was called before. */
final class OutputFormat {
  private static final Set<String> MODELLED = Set.of("effort", "format");

  /** Other vendors' schemas have a name, Anthropic's has none. */
  private static final String NAME = "output";

  private final Fields fields;
  private final Demands demands;

  OutputFormat(Fields fields, Demands demands) {
    this.fields = fields;
    this.demands = demands;
  }

  ResponseFormat decode() {
    if (fields.has("output_config")) {
      Fields config = fields.object("output_config");
      needWhatNobodyModels(config);
      if (config.has("format")) {
        return format(config.object("format"));
      }
    }
    return fields.has("output_format")
        ? format(fields.object("output_format"))
        : new ResponseFormat.Text();
  }

  private void needWhatNobodyModels(Fields config) {
    for (Iterator<String> names = config.object().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (config.has(name) && !MODELLED.contains(name)) {
        demands.need(Capability.VERBATIM_FIELDS, "output_config." + name);
      }
    }
  }

  private ResponseFormat format(Fields format) {
    if (!format.text("type").equals("json_schema")) {
      throw format.wrong("type", "json_schema");
    }
    demands.need(Capability.JSON_SCHEMA, format.path());
    return new ResponseFormat.JsonSchema(NAME, format.object("schema").object(), true);
  }
}
