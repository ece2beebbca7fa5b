package dev.gatehouse.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from each privacy class.
 *
 * @param names when a person's name counts as PERSONAL
 * @param rules a treatment for every class, defaults filled in
 * @param allowLoosening whether a request header may loosen a rule; off by default
 * @param dictionaries files of the customer's own words, one a line
 * @param secretRules files of rules for keys and passwords, as gitleaks writes them
 * @param scanning how requests are scanned
 * @param judge the local model that is asked besides; empty where none is
 */
public record PrivacyConfig(
    Names names,
    Map<PrivacyClass, PrivacyTreatment> rules,
    boolean allowLoosening,
    List<Path> dictionaries,
    List<Path> secretRules,
    Scanning scanning,
    Optional<Judge> judge) {

  public PrivacyConfig {
    EnumMap<PrivacyClass, PrivacyTreatment> complete = new EnumMap<>(defaultRules());
    complete.putAll(rules);
    rules = Map.copyOf(complete);
    dictionaries = List.copyOf(dictionaries);
    secretRules = List.copyOf(secretRules);
  }

  /** Scanned in the usual way, without a judge. */
  public PrivacyConfig(
      Names names,
      Map<PrivacyClass, PrivacyTreatment> rules,
      boolean allowLoosening,
      List<Path> dictionaries,
      List<Path> secretRules) {
    this(
        names,
        rules,
        allowLoosening,
        dictionaries,
        secretRules,
        Scanning.defaults(),
        Optional.empty());
  }

  /** The privacy rules of a preset, with nothing written beside it. */
  public static PrivacyConfig of(Preset preset) {
    return new PrivacyConfig(preset.names(), preset.rules(), false, List.of(), List.of());
  }

  /** At least as strict as the preset in every rule; requests cannot loosen any. */
  PrivacyConfig tightenedBy(Preset preset) {
    EnumMap<PrivacyClass, PrivacyTreatment> stricter = new EnumMap<>(rules);
    preset.rules().forEach((type, rule) -> stricter.merge(type, rule, PrivacyTreatment::stricter));
    Names strictest = preset.names() == Names.ALWAYS ? Names.ALWAYS : names;
    return new PrivacyConfig(
        strictest, stricter, false, dictionaries, secretRules, scanning, judge);
  }

  /**
   * SECRET, HEALTH, CUSTOMER and UNSCANNABLE stay local; FINANCIAL and PERSONAL are redacted; the
   * rest may go to the cloud.
   */
  public static Map<PrivacyClass, PrivacyTreatment> defaultRules() {
    return Map.of(
        PrivacyClass.PUBLIC, PrivacyTreatment.CLOUD_OK,
        PrivacyClass.INTERNAL, PrivacyTreatment.CLOUD_OK,
        PrivacyClass.PERSONAL, PrivacyTreatment.REDACT,
        PrivacyClass.FINANCIAL, PrivacyTreatment.REDACT,
        PrivacyClass.HEALTH, PrivacyTreatment.LOCAL_ONLY,
        PrivacyClass.CUSTOMER, PrivacyTreatment.LOCAL_ONLY,
        PrivacyClass.UNSCANNABLE, PrivacyTreatment.LOCAL_ONLY,
        PrivacyClass.SECRET, PrivacyTreatment.LOCAL_ONLY);
  }

  /** When a person's name counts as PERSONAL. */
  public enum Names {
    /** Where the text makes it a private person's: the default. */
    CONTEXT,
    /** Always. */
    ALWAYS
  }

  /**
   * How requests are scanned.
   *
   * @param recognizers jars with recognisers of the customer's own
   * @param timeout longest time for the scan of one request; what takes longer counts as unread
   */
  public record Scanning(List<Path> recognizers, Duration timeout) {

    public Scanning {
      recognizers = List.copyOf(recognizers);
    }

    /** No recognisers, 10 seconds. */
    public static Scanning defaults() {
      return new Scanning(List.of(), Duration.ofSeconds(10));
    }
  }

  /**
   * A LOCAL model that is asked how private a text is before it leaves, and can only make it more
   * private.
   *
   * @param provider the configured name of its provider
   * @param model the provider's own name of it
   * @param timeout longest time for all that is asked about one request
   * @param longestText UTF-16 units of the longest turn that it is asked about
   */
  public record Judge(String provider, String model, Duration timeout, int longestText) {

    /** {@code provider/model}. */
    public String reference() {
      return provider + "/" + model;
    }
  }
}
