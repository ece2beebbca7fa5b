package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what may leave. Fails closed: what it does not know counts as local-only. */
public final class PrivacyGate {
  private static final byte[] NOTHING = {};

  private final Map<PrivacyClass, PrivacyTreatment> rules;
  private final boolean airGapped;
  private final GateJournal journal;

  /**
   * @param rules a treatment for every class; a class without one is local-only
   * @param airGapped whether nothing at all may go to a CLOUD destination
   * @param journal is told of every call before its first byte leaves
   */
  public PrivacyGate(
      Map<PrivacyClass, PrivacyTreatment> rules, boolean airGapped, GateJournal journal) {
    this.rules = Map.copyOf(rules);
    this.airGapped = airGapped;
    this.journal = journal;
  }

  /** A gate without a journal. */
  public PrivacyGate(Map<PrivacyClass, PrivacyTreatment> rules, boolean airGapped) {
    this(rules, airGapped, GateJournal.NONE);
  }

  /**
   * Admits a request that is not redacted: one that would have to be goes nowhere but to LOCAL
   * destinations.
   *
   * @param classes everything found in it; empty counts as UNSCANNABLE
   * @param asked the strictest of what header, key and operator ask for; can only tighten
   */
  public Passage admit(String requestId, Set<PrivacyClass> classes, PrivacyTreatment asked) {
    return new Passage(requestId, known(classes), treatment(classes, asked), Optional.empty());
  }

  /**
   * Admits a request of which there is a redacted form for CLOUD destinations; the rest as above.
   *
   * @param withheld every value that the redacted form must not hold
   */
  public Passage admit(
      String requestId,
      Set<PrivacyClass> classes,
      PrivacyTreatment asked,
      WithheldValues withheld) {
    return new Passage(requestId, known(classes), treatment(classes, asked), Optional.of(withheld));
  }

  private static Set<PrivacyClass> known(Set<PrivacyClass> classes) {
    return classes.isEmpty() ? Set.of(PrivacyClass.UNSCANNABLE) : classes;
  }

  /** What is to be done with a request in which these classes were found. */
  public PrivacyTreatment treatment(Set<PrivacyClass> classes, PrivacyTreatment asked) {
    PrivacyTreatment treatment = airGapped ? PrivacyTreatment.LOCAL_ONLY : asked;
    for (PrivacyClass each : known(classes)) {
      treatment = treatment.stricter(rule(each));
    }
    return treatment;
  }

  /**
   * The classes whose findings are replaced in a redacted request: those whose own rule says so,
   * and, where redaction was asked for, every one from PERSONAL upward.
   */
  public Set<PrivacyClass> redacted(PrivacyTreatment asked) {
    Set<PrivacyClass> redacted = EnumSet.noneOf(PrivacyClass.class);
    for (PrivacyClass each : PrivacyClass.values()) {
      boolean isPrivate = each.rank() >= PrivacyClass.PERSONAL.rank();
      boolean wanted = asked == PrivacyTreatment.REDACT && isPrivate;
      if (wanted || rule(each) == PrivacyTreatment.REDACT) {
        redacted.add(each);
      }
    }
    return redacted;
  }

  private PrivacyTreatment rule(PrivacyClass each) {
    return rules.getOrDefault(each, PrivacyTreatment.LOCAL_ONLY);
  }

  /**
   * Clears one call of an admitted request. What goes to a CLOUD destination is searched for every
   * value that was taken out of it: whatever made these bytes, none of them is in them.
   *
   * @param beside what goes along with the payload: the path, headers
   * @throws NotClearedException if the passage does not permit the destination, or a value that was
   *     taken out is still there, or the call cannot be recorded
   */
  Clearance clear(Passage passage, Destination destination, byte[] payload, List<String> beside) {
    boolean cloud = destination.locality() == Locality.CLOUD;
    if (!passage.permits(destination.locality()) || (airGapped && cloud)) {
      record(passage, () -> journal.forbidden(passage, destination));
      throw new NotClearedException(
          passage.requestId() + ": " + passage.treatment() + " forbids " + destination.name());
    }
    byte[] cleared = payload.clone();
    if (cloud && leaks(passage, cleared, beside)) {
      record(passage, () -> journal.forbidden(passage, destination));
      throw new NotClearedException(
          passage.requestId()
              + ": a value that was to be redacted is still in what was to go to "
              + destination.name());
    }
    record(passage, () -> journal.sending(passage, destination, cleared));
    return new Clearance(passage.requestId(), destination, cleared);
  }

  private static void record(Passage passage, Runnable entry) {
    try {
      entry.run();
    } catch (RuntimeException e) {
      throw new NotClearedException(
          passage.requestId() + ": nothing leaves unrecorded: " + e.getMessage(), e);
    }
  }

  /** A search that fails has searched nothing. */
  private static boolean leaks(Passage passage, byte[] payload, List<String> beside) {
    try {
      return passage.leaks(payload, beside);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError _) {
      return true;
    }
  }

  /**
   * Clears a question of the gateway's own that carries nothing of any client: listing models, say.
   *
   * @param question fixed text of the gateway, or a model's name
   * @throws NotClearedException if the gateway is air-gapped and the destination is CLOUD
   */
  Clearance clearProbe(Destination destination, byte[] question) {
    if (airGapped && destination.locality() == Locality.CLOUD) {
      throw new NotClearedException("air-gapped: " + destination.name() + " is not asked anything");
    }
    return new Clearance("probe", destination, question.length == 0 ? NOTHING : question.clone());
  }
}
