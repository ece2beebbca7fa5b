package dev.gatehouse.config;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code keys}: what clients show to be let in. */
final class KeysSection {
  private final List<YamlValue> entries;
  private final Set<String> tenants;
  private final UniqueNames names = new UniqueNames();
  private final Map<String, Integer> linesByHash = new HashMap<>();

  /**
   * @param tenants every name that the file gives a tenant
   */
  KeysSection(List<YamlValue> entries, Set<String> tenants) {
    this.entries = entries;
    this.tenants = tenants;
  }

  /** Whether the file has any key, right or wrong. */
  boolean isWritten() {
    return !entries.isEmpty();
  }

  /** Every name written, also of entries that are wrong elsewhere; known after {@link #read}. */
  Set<String> names() {
    return names.all();
  }

  List<KeyConfig> read() {
    return entries.stream().map(this::read).flatMap(Optional::stream).toList();
  }

  private Optional<KeyConfig> read(YamlValue entry) {
    YamlMapping section = entry.mapping();
    Optional<String> name = section.required("name", ScalarTypes.LABEL);
    name.ifPresent(given -> section.value("name").ifPresent(place -> names.add(given, place)));
    boolean oneOfBoth = checkKeyOrHash(section);
    Optional<Secret> key = section.scalar("key", ScalarTypes.SECRET);
    Optional<String> hash = section.scalar("hash", ScalarTypes.KEY_HASH);
    Optional<PrivacyTreatment> privacy = section.scalar("privacy", ScalarTypes.treatment());
    Optional<BigDecimal> budget = section.scalar("budget-usd-per-month", ScalarTypes.AMOUNT);
    Optional<String> tenant = tenant(section);
    boolean ollamaAdmin = section.scalar("ollama-admin", ScalarTypes.FLAG).orElse(false);
    section.rejectUnknownKeys();
    hash.or(() -> key.map(KeysSection::sha256)).ifPresent(digest -> checkIsNew(digest, entry));
    return name.filter(_ -> oneOfBoth && (key.isPresent() || hash.isPresent()))
        .map(given -> new KeyConfig(given, key, hash, privacy, budget, tenant, ollamaAdmin));
  }

  private Optional<String> tenant(YamlMapping section) {
    Optional<String> tenant = section.scalar("tenant", ScalarTypes.LABEL);
    tenant
        .filter(name -> !tenants.contains(name))
        .flatMap(_ -> section.value("tenant"))
        .ifPresent(value -> value.reject("the name of one of the tenants", tenant.orElse("")));
    return tenant;
  }

  private static boolean checkKeyOrHash(YamlMapping section) {
    boolean key = section.value("key").isPresent();
    boolean hash = section.value("hash").isPresent();
    if (key == hash) {
      section.reject("exactly one of key and hash", key ? "both" : "neither");
    }
    return key != hash;
  }

  private void checkIsNew(String digest, YamlValue entry) {
    Integer earlier = linesByHash.putIfAbsent(digest, entry.line());
    if (earlier != null) {
      entry.reject("a key of its own", "the same key as on line " + earlier);
    }
  }

  private static String sha256(Secret key) {
    try {
      byte[] text = key.reveal().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
