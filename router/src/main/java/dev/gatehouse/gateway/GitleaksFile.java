package dev.gatehouse.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.gatehouse.classify.privacy.secrets.Allowlist;
import dev.gatehouse.classify.privacy.secrets.SecretRule;
import dev.gatehouse.config.ConfigError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A file of rules as gitleaks reads it (github.com/gitleaks/gitleaks, config). What is about files,
 * commits and paths does not apply to requests; what Java cannot do is left out with a warning.
 *
 * @param rules that can be used
 * @param warnings what is left out, each with its rule
 * @param errors why the file cannot be used at all
 */
record GitleaksFile(List<SecretRule> rules, List<String> warnings, List<ConfigError> errors) {
  private static final String PATH = "privacy.secret-rules";

  GitleaksFile {
    rules = List.copyOf(rules);
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
  }

  /** Reads a file; never throws. */
  static GitleaksFile read(Path file) {
    try {
      return new Reading().read(file, new TomlMapper().readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return refused(file + (line > 0 ? ":" + line : ""), "TOML", "what is none");
    } catch (IOException e) {
      return refused(file.toString(), "UTF-8 text", e.getClass().getSimpleName());
    }
  }

  private static GitleaksFile refused(String location, String expected, String found) {
    return new GitleaksFile(
        List.of(), List.of(), List.of(new ConfigError(location, PATH, expected, found)));
  }

  /** One reading of one file. */
  private static final class Reading {
    private final List<SecretRule> rules = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    GitleaksFile read(Path file, JsonNode toml) {
      if (!toml.path("rules").isArray()) {
        return refused(file.toString(), "rules, as gitleaks writes them", "none");
      }
      if (toml.has("extend")) {
        warnings.add("extend: the rules of other files are not read; list those files as well");
      }
      List<JsonNode> global = tables(toml, "allowlist", "allowlists");
      for (JsonNode rule : toml.path("rules")) {
        rule(rule, global);
      }
      return new GitleaksFile(rules, warnings, List.of());
    }

    private void rule(JsonNode rule, List<JsonNode> global) {
      String id = rule.path("id").asText("");
      String regex = rule.path("regex").asText("");
      if (id.isBlank() || regex.isEmpty()) {
        warnings.add("rule " + id + ": looks at files' paths alone; requests have none");
        return;
      }
      try {
        SecretRule.Expression expression = SecretRule.Expression.of(regex);
        int group = rule.path("secretGroup").asInt(0);
        if (group > expression.pattern().matcher("").groupCount()) {
          warnings.add("rule " + id + ": has no group " + group + "; it is left out");
          return;
        }
        var evidence =
            new SecretRule.Evidence(
                rule.path("entropy").asDouble(0), group, allowlists(id, rule, global));
        rules.add(new SecretRule(id, expression, words(rule, "keywords"), evidence));
      } catch (PatternSyntaxException e) {
        warnings.add("rule " + id + ": Java cannot do its expression; it is left out");
      }
    }

    private List<Allowlist> allowlists(String id, JsonNode rule, List<JsonNode> global) {
      List<Allowlist> lists = new ArrayList<>();
      tables(rule, "allowlist", "allowlists").forEach(table -> addAllowlist(id, table, lists));
      global.stream()
          .filter(table -> !table.has("targetRules") || words(table, "targetRules").contains(id))
          .forEach(table -> addAllowlist(id, table, lists));
      return lists;
    }

    /** A list that asks for a path or a commit as well can allow nothing here. */
    private void addAllowlist(String id, JsonNode table, List<Allowlist> lists) {
      boolean all = table.path("condition").asText("OR").toUpperCase(Locale.ROOT).startsWith("A");
      List<Pattern> regexes =
          words(table, "regexes").stream().flatMap(regex -> pattern(id, regex).stream()).toList();
      List<String> stopwords = words(table, "stopwords");
      boolean applies = !(all && (table.has("paths") || table.has("commits")));
      if (applies && !(regexes.isEmpty() && stopwords.isEmpty())) {
        lists.add(new Allowlist(target(table), all, regexes, stopwords));
      }
    }

    private List<Pattern> pattern(String id, String regex) {
      try {
        return List.of(Allowlist.expression(regex));
      } catch (PatternSyntaxException e) {
        warnings.add(
            "rule " + id + ": Java cannot do an expression of its allowlist; it allows nothing");
        return List.of();
      }
    }

    private static Allowlist.Target target(JsonNode table) {
      return switch (table.path("regexTarget").asText("secret")) {
        case "match" -> Allowlist.Target.MATCH;
        case "line" -> Allowlist.Target.LINE;
        default -> Allowlist.Target.SECRET;
      };
    }

    /** One table under the old name, a list of them under the new. */
    private static List<JsonNode> tables(JsonNode parent, String one, String many) {
      List<JsonNode> tables = new ArrayList<>();
      if (parent.path(one).isObject()) {
        tables.add(parent.path(one));
      }
      parent.path(many).forEach(tables::add);
      return tables;
    }

    private static List<String> words(JsonNode table, String key) {
      return table.path(key).valueStream().map(JsonNode::asText).toList();
    }
  }
}
