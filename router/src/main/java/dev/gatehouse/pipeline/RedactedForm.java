package dev.gatehouse.pipeline;

import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.WithheldValues;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.policy.StaysLocal;
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

/** A request as it may be seen outside, or why it has no form that may leave. */
public sealed interface RedactedForm {

  /** What CLOUD candidates get; empty where they get the request as it is, or not at all. */
  Optional<Redaction> redaction();

  /** Why there is none though redaction was asked for, with nothing of the request in it. */
  Optional<StaysLocal> whyNot();

  /**
   * It may leave in this form.
   *
   * @param withheld every value that was taken out, which the gate must not find in it
   */
  record Made(Redaction form, WithheldValues withheld) implements RedactedForm {

    @Override
    public Optional<Redaction> redaction() {
      return Optional.of(form);
    }

    @Override
    public Optional<StaysLocal> whyNot() {
      return Optional.empty();
    }
  }

  /** It may leave as it is, or not at all, or goes to LOCAL models alone. */
  record NotAskedFor() implements RedactedForm {

    @Override
    public Optional<Redaction> redaction() {
      return Optional.empty();
    }

    @Override
    public Optional<StaysLocal> whyNot() {
      return Optional.empty();
    }
  }

  /** It stays, since it cannot be redacted. */
  record Impossible(StaysLocal why) implements RedactedForm {

    private static Impossible because(String why) {
      return new Impossible(StaysLocal.unredactable(why));
    }

    @Override
    public Optional<Redaction> redaction() {
      return Optional.empty();
    }

    @Override
    public Optional<StaysLocal> whyNot() {
      return Optional.of(why);
    }
  }

  /**
   * Redacts requests.
   *
   * @param failures told of requests at which redaction failed
   */
  record Maker(Redactor redactor, PrivacyGate gate, FailureListener failures) {

    /**
     * Redacts a request. Whatever goes wrong, it then has no form that may leave.
     *
     * @param privacy what was found in it
     * @param treatment the strictest that was asked for
     */
    RedactedForm of(
        Inbound inbound, Asked asked, PrivacyReport privacy, PrivacyTreatment treatment) {
      if (gate.treatment(privacy.classes(), treatment) != PrivacyTreatment.REDACT) {
        return new NotAskedFor();
      }
      try {
        Set<PrivacyClass> replaced = gate.redacted(treatment);
        Optional<StaysLocal> unknown = unknown(privacy, replaced);
        return unknown.isPresent()
            ? new Impossible(unknown.get())
            : redacted(asked, task(inbound, asked.request(), privacy, replaced));
      } catch (InvalidRequestException | ApiException _) {
        return Impossible.because("a token cannot stand where a private value stood");
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        failures.failed("redact", e.getClass()); // what was thrown may carry the caller's text
        return Impossible.because("redaction failed");
      }
    }

    /** Why not all that must be replaced has a place, and can be read. */
    private static Optional<StaysLocal> unknown(PrivacyReport privacy, Set<PrivacyClass> replaced) {
      Set<PrivacyClass> found = EnumSet.noneOf(PrivacyClass.class);
      privacy.findings().forEach(finding -> found.add(finding.privacyClass()));
      if (!privacy.complete()
          || (replaced.contains(PrivacyClass.UNSCANNABLE)
              && found.contains(PrivacyClass.UNSCANNABLE))) {
        return Optional.of(StaysLocal.unredactable("part of it cannot be read"));
      }
      Set<PrivacyClass> gone = EnumSet.copyOf(replaced);
      gone.retainAll(privacy.inherited());
      gone.removeAll(found);
      return gone.isEmpty() ? Optional.empty() : Optional.of(StaysLocal.privateTurnGone(gone));
    }

    private RedactedForm redacted(Asked asked, Redactor.Task task) {
      return switch (redactor.redact(task)) {
        case Redacted.Complete(var body, var pseudonyms, var values) ->
            asked
                .decoder()
                .apply(body)
                .<RedactedForm>map(
                    again ->
                        new Made(new Redaction(again, pseudonyms), withheld(values, pseudonyms)))
                .orElseGet(() -> Impossible.because("what would go out is no such request"));
        case Redacted.Impossible(String why) -> Impossible.because(why);
      };
    }

    private Redactor.Task task(
        Inbound inbound,
        InferenceRequest request,
        PrivacyReport privacy,
        Set<PrivacyClass> replaced) {
      return new Redactor.Task(
          request.body(),
          privacy.findings().stream()
              .filter(finding -> replaced.contains(finding.privacyClass()))
              .toList(),
          headers(request),
          conversation(inbound, request));
    }

    private Conversation conversation(Inbound inbound, InferenceRequest request) {
      String keyName = inbound.keyName().orElse("");
      return inbound
          .session()
          .map(session -> Conversation.named(keyName, session))
          .orElseGet(() -> redactor.conversation(keyName, request.body()));
    }

    private static List<String> headers(InferenceRequest request) {
      return switch (request) {
        case ChatRequest chat -> chat.upstreamHeaders().stream().flatMap(Maker::words).toList();
        case EmbeddingsRequest _ -> List.of();
      };
    }

    private static Stream<String> words(Event.Header header) {
      return Stream.of(header.name(), header.value());
    }

    private static WithheldValues withheld(Set<PrivateValue> values, Pseudonyms pseudonyms) {
      return new WithheldValues(
          values.stream()
              .filter(PrivateValue::isDistinctive)
              .map(value -> new WithheldValues.Value(value.text(), value.isName()))
              .collect(Collectors.toSet()),
          pseudonyms.all().size());
    }
  }
}
