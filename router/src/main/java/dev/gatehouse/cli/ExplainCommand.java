package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.egress.GateJournal;
import dev.gatehouse.gateway.Deciding;
import dev.gatehouse.gateway.Providers;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.pipeline.Asked;
import dev.gatehouse.pipeline.Consideration;
import dev.gatehouse.pipeline.Inbound;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what would be done with a request, and why; sends nothing of it anywhere. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Reads a chat request and prints the decision with every candidate; sends nothing of it anywhere.")
final class ExplainCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(
      paramLabel = "FILE",
      description = "A chat completion request as JSON; - for standard input.")
  private Path file = Path.of("-");

  @Override
  public void run() {
    ChatRequest request = request();
    GatehouseConfig config = common.load();
    try (Deciding deciding =
        new Deciding(config, System.getenv(), Providers.Listeners.NONE, GateJournal.NONE)) {
      Consideration considered =
          deciding.decider().consider(inbound(), new Asked(request, ChatCompletions::request));
      boolean judged = config.privacy().judge().isPresent();
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? json(considered, judged) : text(considered, judged));
      out.flush();
    }
  }

  private ChatRequest request() {
    try {
      byte[] body =
          file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
      return ChatCompletions.request(JsonBody.parse(body));
    } catch (NoSuchFileException e) {
      throw new CommandException(file + " does not exist");
    } catch (IOException e) {
      throw new CommandException(file + " cannot be read: " + e.getMessage());
    } catch (JsonException | InvalidRequestException e) {
      throw new CommandException(file + ": " + e.getMessage());
    }
  }

  private static Inbound inbound() {
    return new Inbound(
        "explain",
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        PrivacyTreatment.CLOUD_OK,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        new byte[0]);
  }

  private static String json(Consideration considered, boolean judged) {
    ObjectNode document = json(considered);
    if (judged) {
      document.put("privacyJudge", "not asked");
    }
    return new String(Json.write(document), StandardCharsets.UTF_8);
  }

  private static String text(Consideration considered, boolean judged) {
    String text = text(considered);
    return judged
        ? text + System.lineSeparator() + "the privacy judge was not asked: explain sends nothing"
        : text;
  }

  private static ObjectNode json(Consideration considered) {
    ObjectNode document =
        Json.object().put("task", considered.task()).put("difficulty", considered.difficulty());
    document.put("privacyClass", considered.classification().privacy().highest().name());
    document.put("inputTokens", considered.tokens().tokens());
    switch (considered.decision()) {
      case Decision.Route route ->
          document
              .put("decision", "route")
              .put("route", route.ranked().getFirst().model().reference())
              .put("reason", route.reason());
      case Decision.Refuse refuse ->
          document
              .put("decision", "refuse")
              .put("cause", refuse.cause().name().toLowerCase(Locale.ROOT))
              .put("reason", refuse.message());
    }
    ArrayNode candidates = document.putArray("candidates");
    considered
        .decision()
        .candidates()
        .forEach(candidate -> write(candidate, candidates.addObject()));
    return document;
  }

  private static void write(Candidate candidate, ObjectNode node) {
    node.put("model", candidate.model().reference());
    node.put("locality", candidate.model().locality().name().toLowerCase(Locale.ROOT));
    node.put("eligible", candidate.eligible()).put("reason", candidate.reason());
    candidate.expectedCost().ifPresent(cost -> node.put("expectedCost", cost));
  }

  private static String text(Consideration considered) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "task %s, difficulty %.2f, privacy %s, about %d input tokens%n",
            considered.task(),
            considered.difficulty(),
            considered.classification().privacy().highest(),
            considered.tokens().tokens()));
    text.append(
        switch (considered.decision()) {
          case Decision.Route route ->
              "goes to "
                  + route.ranked().getFirst().model().reference()
                  + ": "
                  + route.reason()
                  + "\n";
          case Decision.Refuse refuse -> "refused: " + refuse.message() + "\n";
        });
    for (Candidate candidate : considered.decision().candidates()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-4s %-40s %-6s %-14s %s%n",
              candidate.eligible() ? "yes" : "no",
              candidate.model().reference(),
              candidate.model().locality().name().toLowerCase(Locale.ROOT),
              candidate.expectedCost().map(ExplainCommand::dollars).orElse("no price"),
              candidate.reason()));
    }
    return text.toString().stripTrailing();
  }

  private static String dollars(BigDecimal cost) {
    return "$" + (cost.signum() == 0 ? "0" : cost.stripTrailingZeros().toPlainString());
  }
}
