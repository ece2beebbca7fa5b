package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields {@code tools} and {@code tool_choice}. */
final class ToolsDecoder {
  private final Fields fields;
  private final Demands demands;

  ToolsDecoder(Fields fields, Demands demands) {
    this.fields = fields;
    this.demands = demands;
  }

  List<ToolSpec> tools() {
    List<ToolSpec> tools = new ArrayList<>();
    for (int i = 0; i < fields.array("tools").size(); i++) {
      Fields tool = fields.element("tools", i);
      demands.need(Capability.TOOLS, "tools");
      demands.hintIfCached(tool);
      if (tool.optionalText("type").orElse("custom").equals("custom")) {
        tools.add(tool(tool));
      } else {
        demands.need(Capability.VERBATIM_FIELDS, tool.path() + ".type");
      }
    }
    return tools;
  }

  private ToolSpec tool(Fields tool) {
    needIfSet(tool, "defer_loading", tool.flag("defer_loading"));
    needIfSet(tool, "input_examples", !tool.array("input_examples").isEmpty());
    needIfSet(tool, "allowed_callers", callsFromCode(tool.array("allowed_callers")));
    return new ToolSpec(
        tool.text("name"),
        tool.optionalText("description"),
        Optional.of(tool.object("input_schema").object()),
        tool.flag("strict"));
  }

  private void needIfSet(Fields tool, String name, boolean set) {
    if (set) {
      demands.need(Capability.VERBATIM_FIELDS, tool.path() + "." + name);
    }
  }

  private static boolean callsFromCode(JsonNode callers) {
    for (JsonNode caller : callers) {
      if (!caller.asText().equals("direct")) {
        return true;
      }
    }
    return false;
  }

  ToolChoice choice() {
    if (!fields.has("tool_choice")) {
      return new ToolChoice.Auto();
    }
    if (fields.array("tools").isEmpty()) {
      throw new InvalidRequestException(
          "tool_choice", "`tool_choice` may only be specified while providing `tools`");
    }
    Fields choice = fields.object("tool_choice");
    return switch (choice.text("type")) {
      case "auto" -> new ToolChoice.Auto();
      case "none" -> new ToolChoice.None();
      case "any" -> forced(new ToolChoice.Required());
      case "tool" -> forced(new ToolChoice.Named(choice.text("name")));
      default -> throw choice.wrong("type", "auto, any, tool or none");
    };
  }

  private ToolChoice forced(ToolChoice choice) {
    demands.need(Capability.FORCED_TOOLS, "tool_choice");
    return choice;
  }

  /** Whether one turn may hold several calls; empty where the request does not say. */
  Optional<Boolean> parallelCalls() {
    if (!fields.has("tool_choice")) {
      return Optional.empty();
    }
    Fields choice = fields.object("tool_choice");
    return choice.has("disable_parallel_tool_use")
        ? Optional.of(!choice.flag("disable_parallel_tool_use"))
        : Optional.empty();
  }
}
