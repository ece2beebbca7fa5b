package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads tools and the choice among them. Only functions can be called anywhere; OpenAI's own tools
 * become needs.
 */
final class ToolDecoder {
  private static final List<String> OPENAIS_OWN =
      List.of("defer_loading", "allowed_callers", "output_schema");

  /** What the vendors agree on. */
  private static final int LONGEST_NAME = 64;

  private final Fields request;
  private final Map<Capability, String> needs;

  /**
   * @param needs added to
   */
  ToolDecoder(Fields request, Map<Capability, String> needs) {
    this.request = request;
    this.needs = needs;
  }

  List<ToolSpec> tools() {
    List<ToolSpec> tools = new ArrayList<>();
    for (int i = 0; i < request.array("tools").size(); i++) {
      Fields tool = request.element("tools", i);
      switch (tool.text("type")) {
        case "function" -> tools.add(function(tool, tool.text("name")));
        case "namespace" -> tools.addAll(namespace(tool));
        default -> onlyRelayed(tool.path() + ".type");
      }
    }
    if (!tools.isEmpty()) {
      needs.put(Capability.TOOLS, "tools");
    }
    return tools;
  }

  private List<ToolSpec> namespace(Fields namespace) {
    List<ToolSpec> tools = new ArrayList<>();
    for (int i = 0; i < namespace.array("tools").size(); i++) {
      Fields tool = namespace.element("tools", i);
      if (tool.text("type").equals("function")) {
        tools.add(
            function(
                tool,
                new ToolNames.Namespaced(namespace.text("name"), tool.text("name")).joined()));
      } else {
        onlyRelayed(tool.path() + ".type");
      }
    }
    return tools;
  }

  private ToolSpec function(Fields tool, String name) {
    for (String field : OPENAIS_OWN) {
      if (tool.has(field) && !tool.get(field).equals(BooleanNode.FALSE)) {
        onlyRelayed(tool.path() + "." + field);
      }
    }
    if (name.length() > LONGEST_NAME) {
      onlyRelayed(tool.path() + ".name");
    }
    JsonNode parameters = tool.get("parameters");
    return new ToolSpec(
        name,
        tool.optionalText("description"),
        parameters.isMissingNode() ? Optional.empty() : Optional.of(parameters),
        tool.flag("strict"));
  }

  ToolChoice choice() {
    if (request.get("tool_choice").isObject()) {
      return chosen(request.object("tool_choice"));
    }
    return switch (request.optionalText("tool_choice").orElse("auto")) {
      case "auto" -> new ToolChoice.Auto();
      case "none" -> new ToolChoice.None();
      case "required" -> forced(new ToolChoice.Required());
      default -> throw request.wrong("tool_choice", "auto, none, required or an object");
    };
  }

  private ToolChoice chosen(Fields choice) {
    if (choice.text("type").equals("function")) {
      return forced(new ToolChoice.Named(choice.text("name")));
    }
    onlyRelayed("tool_choice");
    return new ToolChoice.Auto();
  }

  private ToolChoice forced(ToolChoice choice) {
    needs.put(Capability.FORCED_TOOLS, "tool_choice");
    return choice;
  }

  private void onlyRelayed(String field) {
    needs.putIfAbsent(Capability.VERBATIM_FIELDS, field);
  }
}
