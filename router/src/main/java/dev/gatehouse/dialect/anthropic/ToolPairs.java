package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Anthropic's rule that the turn after a call of a tool holds its result. Turns of one role that
 * follow each other count as one.
 */
final class ToolPairs {
  private final Set<String> called = new LinkedHashSet<>();
  private final Set<String> unanswered = new LinkedHashSet<>();
  private Role before = Role.SYSTEM;
  private String callsAt = "";

  void add(Role role, List<Part> parts, String path) {
    switch (role) {
      case ASSISTANT -> assistant(parts, path);
      case USER -> user(parts, path);
      case SYSTEM, DEVELOPER, TOOL -> {
        return; // a word of the operator's between the turns
      }
    }
    before = role;
  }

  private void assistant(List<Part> parts, String path) {
    if (before != Role.ASSISTANT) {
      requireComplete();
      called.clear();
    }
    for (Part part : parts) {
      if (part instanceof Part.ToolCall call) {
        called.add(call.id());
        unanswered.add(call.id());
        callsAt = path;
      }
    }
  }

  private void user(List<Part> parts, String path) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.ToolResult result) {
        if (!called.contains(result.callId())) {
          throw new InvalidRequestException(
              path,
              "unexpected `tool_use_id` found in `tool_result` blocks. Each `tool_result` block"
                  + " must have a corresponding `tool_use` block in the previous message.");
        }
        unanswered.remove(result.callId());
      }
    }
  }

  /** Refuses calls that nothing answered. */
  void requireComplete() {
    if (!unanswered.isEmpty()) {
      throw new InvalidRequestException(
          callsAt,
          "`tool_use` ids were found without `tool_result` blocks immediately after. Each"
              + " `tool_use` block must have a corresponding `tool_result` block in the next"
              + " message.");
    }
  }
}
