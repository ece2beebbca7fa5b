package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code tools} and {@code tool_choice}. What is not a function only a relay can carry.
 *
 * @param needs what is found to be needed is put in here
 */
record ToolDecoder(Fields fields, Map<Capability, String> needs) {

  List<ToolSpec> tools() {
    List<ToolSpec> tools = new ArrayList<>();
    for (int i = 0; i < fields.array("tools").size(); i++) {
      Fields tool = fields.element("tools", i);
      if (tool.text("type").equals("function")) {
        tools.add(function(tool.object("function")));
      } else {
        needs.put(Capability.VERBATIM_FIELDS, tool.path() + ".type");
        needs.put(Capability.TOOLS, tool.path());
      }
    }
    return tools;
  }

  private static ToolSpec function(Fields function) {
    JsonNode parameters = function.get("parameters");
    return new ToolSpec(
        function.text("name"),
        function.optionalText("description"),
        parameters.isMissingNode() ? Optional.empty() : Optional.of(parameters),
        function.flag("strict"));
  }

  ToolChoice choice() {
    JsonNode choice = fields.get("tool_choice");
    if (choice.isObject()) {
      return namedTool(fields.object("tool_choice"));
    }
    return switch (fields.optionalText("tool_choice").orElse("auto")) {
      case "auto" -> new ToolChoice.Auto();
      case "none" -> new ToolChoice.None();
      case "required" -> forced(new ToolChoice.Required());
      default -> throw fields.wrong("tool_choice", "auto, none, required or an object");
    };
  }

  private ToolChoice namedTool(Fields choice) {
    if (choice.has("function")) {
      return forced(new ToolChoice.Named(choice.object("function").text("name")));
    }
    needs.put(Capability.VERBATIM_FIELDS, "tool_choice");
    return forced(new ToolChoice.Required());
  }

  private ToolChoice forced(ToolChoice choice) {
    needs.put(Capability.FORCED_TOOLS, "tool_choice");
    return choice;
  }
}
