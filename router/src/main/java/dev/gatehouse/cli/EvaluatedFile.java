package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.quality.PrivacyFigures;
import dev.gatehouse.quality.PrivacyFigures.Classes;
import dev.gatehouse.quality.PrivacyFigures.Kinds;
import dev.gatehouse.quality.PrivacyFigures.TypedValues;
import dev.gatehouse.quality.PrivacyFigures.Values;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of one file of labelled texts, as they are printed.
 *
 * @param microsPerKilobyte CPU time of the scan
 */
record EvaluatedFile(String name, PrivacyFigures figures, double microsPerKilobyte) {

  /** A few lines and a table. */
  String text(boolean withMisses) {
    StringBuilder text = new StringBuilder();
    Values all = figures.all();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d texts, precision %.3f, recall %.3f, F1 %.3f (any type), %.0f us of CPU per KB\n",
            name,
            figures.documents(),
            all.precision(),
            all.recall(),
            all.f1(),
            microsPerKilobyte));
    text.append(
        String.format(
            Locale.ROOT,
            "  texts with a value missed %d of %d that hold one (%.1f %%); findings of types without labels %d\n",
            figures.withMiss(),
            figures.holding(),
            100 * figures.missRate(),
            figures.aside()));
    figures.classes().ifPresent(classes -> text.append(text(classes)));
    figures.kinds().ifPresent(kinds -> text.append(text(kinds)));
    text.append(table());
    if (withMisses) {
      figures.misses().forEach(miss -> text.append("  ").append(miss).append('\n'));
    }
    return text.toString();
  }

  private static String text(Classes classes) {
    return String.format(
            Locale.ROOT,
            "  false alarms %s of harmless texts; leaks %s of confidential ones (%d of SECRET, %d with a structured identifier)\n",
            share(classes.falseAlarms(), classes.harmless()),
            share(classes.leaks(), classes.confidential()),
            classes.secretLeaks(),
            classes.structuredLeaks())
        + String.format(
            Locale.ROOT,
            "  classed lower than they are %s\n",
            share(classes.lowered(), classes.confidential()));
  }

  private static String text(Kinds kinds) {
    return String.format(
            Locale.ROOT,
            "  private values found as PERSONAL or higher %s, as anything %s; public and fictional names redacted %s\n",
            share(kinds.confidential(), kinds.privateValues()),
            share(kinds.found(), kinds.privateValues()),
            share(kinds.redacted(), kinds.knownNames()))
        + String.format(
            Locale.ROOT,
            "  private values not found as PERSONAL or higher: %s\n",
            new TreeMap<>(kinds.lost()));
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "  %-16s %8s %8s %8s %9s %8s %8s\n",
            "type",
            "values",
            "any type",
            "as type",
            "precision",
            "recall",
            "F1"));
    for (Map.Entry<String, TypedValues> type : figures.types().entrySet()) {
      Values values = type.getValue().asType();
      table.append(
          String.format(
              Locale.ROOT,
              "  %-16s %8d %8d %8d %9.3f %8.3f %8.3f\n",
              type.getKey(),
              values.labelled(),
              type.getValue().asAny(),
              values.found(),
              values.precision(),
              values.recall(),
              values.f1()));
    }
    return table.toString();
  }

  private static String share(int part, int whole) {
    return String.format(
        Locale.ROOT, "%d of %d (%.1f %%)", part, whole, whole == 0 ? 0 : 100.0 * part / whole);
  }

  /** Everything as one object. */
  ObjectNode json(boolean withMisses) {
    ObjectNode document = Json.object().put("file", name);
    document.put("documents", figures.documents());
    document.put("holding", figures.holding());
    document.put("withMiss", figures.withMiss());
    document.put("missRate", rounded(figures.missRate()));
    document.put("findingsWithoutLabels", figures.aside());
    put(document, figures.all());
    document.put("microsPerKilobyte", rounded(microsPerKilobyte));
    ObjectNode types = document.putObject("types");
    figures
        .types()
        .forEach(
            (name, values) ->
                put(types.putObject(name).put("asAny", values.asAny()), values.asType()));
    figures.classes().ifPresent(classes -> put(document.putObject("classes"), classes));
    figures.kinds().ifPresent(kinds -> put(document.putObject("kinds"), kinds));
    if (withMisses) {
      ArrayNode misses = document.putArray("misses");
      figures.misses().forEach(misses::add);
    }
    return document;
  }

  private static void put(ObjectNode target, Values values) {
    target.put("values", values.labelled()).put("found", values.found());
    target.put("findings", values.findings()).put("right", values.right());
    target.put("precision", rounded(values.precision()));
    target.put("recall", rounded(values.recall()));
    target.put("f1", rounded(values.f1()));
  }

  private static void put(ObjectNode target, Classes classes) {
    target.put("harmless", classes.harmless()).put("falseAlarms", classes.falseAlarms());
    target.put("confidential", classes.confidential()).put("leaks", classes.leaks());
    target.put("secretLeaks", classes.secretLeaks());
    target.put("structuredLeaks", classes.structuredLeaks());
    target.put("lowered", classes.lowered());
  }

  private static void put(ObjectNode target, Kinds kinds) {
    target.put("privateValues", kinds.privateValues()).put("found", kinds.found());
    target.put("confidential", kinds.confidential());
    target.put("knownNames", kinds.knownNames()).put("redacted", kinds.redacted());
    ObjectNode lost = target.putObject("lost");
    new TreeMap<>(kinds.lost()).forEach(lost::put);
  }

  private static double rounded(double figure) {
    return Math.round(figure * 10_000) / 10_000.0;
  }
}
