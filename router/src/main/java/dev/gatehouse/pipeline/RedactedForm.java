package dev.gatehouse.pipeline;

import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.Withheld;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.redact.Conversation;
import dev.gatehouse.redact.PrivateValue;
import dev.gatehouse.redact.Pseudonyms;
import dev.gatehouse.redact.Redacted;
import dev.gatehouse.redact.Redaction;
import dev.gatehouse.redact.Redactor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request as it may be seen outside, with what the gate must not find in it.
 *
 * @param withheld every value that was taken out
 */
record Outside(Redaction redaction, Withheld withheld) {

  /**
   * Redacts a request. Whatever goes wrong, it then has no form that may leave.
   *
   * @param privacy what was found in it
   */
  static Optional<Outside> of(Inbound inbound, Asked asked, PrivacyReport privacy, Means means) {
    try {
      return means.redactable(privacy)
          ? redacted(inbound, asked, privacy, means)
          : Optional.empty();
    } catch (InvalidRequestException | ApiException _) {
      return Optional.empty(); // a token cannot stand where the value stood
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError _) {
      return Optional.empty(); // what was thrown may carry the caller's text
    }
  }

  /**
   * What redaction takes.
   *
   * @param treatment the strictest that was asked for
   */
  record Means(Redactor redactor, PrivacyGate gate, PrivacyTreatment treatment) {

    /** Whether everything that must be replaced has a place, and can be read. */
    boolean redactable(PrivacyReport privacy) {
      Set<PrivacyClass> replaced = gate.redacted(treatment);
      Set<PrivacyClass> found = EnumSet.noneOf(PrivacyClass.class);
      privacy.findings().forEach(finding -> found.add(finding.privacyClass()));
      return gate.treatment(privacy.classes(), treatment) == PrivacyTreatment.REDACT
          && privacy.complete()
          && !(replaced.contains(PrivacyClass.UNSCANNABLE)
              && found.contains(PrivacyClass.UNSCANNABLE))
          && privacy.inherited().stream()
              .allMatch(each -> !replaced.contains(each) || found.contains(each));
    }

    List<Finding> replaced(PrivacyReport privacy) {
      Set<PrivacyClass> replaced = gate.redacted(treatment);
      return privacy.findings().stream()
          .filter(finding -> replaced.contains(finding.privacyClass()))
          .toList();
    }
  }

  private static Optional<Outside> redacted(
      Inbound inbound, Asked asked, PrivacyReport privacy, Means means) {
    InferenceRequest request = asked.request();
    Redactor.Task task =
        new Redactor.Task(
            request.body(),
            means.replaced(privacy),
            headers(request),
            conversation(inbound, request, means.redactor()));
    return switch (means.redactor().redact(task)) {
      case Redacted.Complete(var body, var pseudonyms, var values) ->
          asked
              .decoder()
              .apply(body)
              .map(
                  again ->
                      new Outside(new Redaction(again, pseudonyms), withheld(values, pseudonyms)));
      case Redacted.Impossible _ -> Optional.empty();
    };
  }

  private static Conversation conversation(
      Inbound inbound, InferenceRequest request, Redactor redactor) {
    String keyName = inbound.keyName().orElse("");
    return inbound
        .session()
        .map(session -> Conversation.named(keyName, session))
        .orElseGet(() -> redactor.conversation(keyName, request.body()));
  }

  private static List<String> headers(InferenceRequest request) {
    return switch (request) {
      case ChatRequest chat -> chat.upstreamHeaders().stream().flatMap(Outside::words).toList();
      case EmbeddingsRequest _ -> List.of();
    };
  }

  private static Stream<String> words(Event.Header header) {
    return Stream.of(header.name(), header.value());
  }

  private static Withheld withheld(Set<PrivateValue> values, Pseudonyms pseudonyms) {
    return new Withheld(
        values.stream()
            .filter(PrivateValue::isDistinctive)
            .map(value -> new Withheld.Value(value.text(), value.isName()))
            .collect(Collectors.toSet()),
        pseudonyms.all().size());
  }
}
