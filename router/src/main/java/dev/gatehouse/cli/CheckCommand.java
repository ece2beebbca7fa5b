package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.egress.GateJournal;
import dev.gatehouse.gateway.Deciding;
import dev.gatehouse.gateway.Providers;
import dev.gatehouse.json.Json;
import dev.gatehouse.ledger.Ledgers;
import dev.gatehouse.provider.Model;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Validates the configuration and asks every provider what it offers. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Validates the configuration, reaches each provider, prints a table. Exits with 1 if one does not answer, or the privacy judge is no local model on offer.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    GatehouseConfig config = common.load();
    Ledgers.requireSupported(config.ledger());
    PrintWriter out = spec.commandLine().getOut();
    try (Deciding deciding =
        new Deciding(config, System.getenv(), Providers.Listeners.NONE, GateJournal.NONE)) {
      Providers providers = deciding.providers();
      providers.reachAll();
      if (json) {
        out.println(new String(Json.write(json(providers)), StandardCharsets.UTF_8));
      } else {
        out.println(
            "configuration: "
                + common.file().map(file -> file + " is valid").orElse("none, all defaults"));
        out.print(new ModelTable(providers).text());
        providers.judgeProblem().ifPresent(out::println);
      }
      out.flush();
      boolean allAnswer =
          providers.entries().stream()
              .allMatch(entry -> providers.problem(entry.config().name()).isEmpty());
      return allAnswer && providers.judgeProblem().isEmpty() ? 0 : 1;
    }
  }

  private static ObjectNode json(Providers providers) {
    ObjectNode document = Json.object();
    providers.judgeProblem().ifPresent(problem -> document.put("judgeProblem", problem));
    ArrayNode array = document.putArray("providers");
    for (Providers.Entry entry : providers.entries()) {
      ObjectNode node = array.addObject().put("name", entry.config().name());
      node.put("kind", entry.config().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      node.put("locality", entry.config().locality().name().toLowerCase(Locale.ROOT));
      providers.problem(entry.config().name()).ifPresent(problem -> node.put("problem", problem));
      ArrayNode models = node.putArray("models");
      entry.provider().models().stream().map(Model::id).forEach(models::add);
    }
    return document;
  }
}
