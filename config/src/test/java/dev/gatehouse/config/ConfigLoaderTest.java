package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigLoaderTest {
  private static final String EMPTY_HASH =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir Path folder;

  @Test
  void withoutAFileEveryValueHasItsDefault() {
    ConfigLoader loader = new ConfigLoader(Map.of());

    GatehouseConfig config = loader.load(Optional.empty(), Optional.empty());

    assertThat(config)
        .isEqualTo(
            new GatehouseConfig(
                new ServerConfig(
                    "127.0.0.1",
                    8080,
                    Optional.empty(),
                    33_554_432,
                    65_536,
                    Duration.ofMinutes(30),
                    Duration.ofSeconds(10),
                    false),
                List.of(),
                new PolicyConfig(
                    Preset.HYBRID, Quality.BALANCED, PolicyConfig.UnknownPrice.REFUSE, Map.of()),
                new PrivacyConfig(
                    PrivacyConfig.Names.CONTEXT,
                    PrivacyConfig.defaultRules(),
                    false,
                    List.of(),
                    List.of()),
                List.of(),
                List.of(),
                List.of(),
                new LedgerConfig("jdbc:sqlite:gatehouse.db"),
                new ResponsesConfig(Duration.ofDays(30)),
                new AuditConfig(Duration.ZERO),
                new CostsConfig(new BigDecimal("0.15"), List.of()),
                Path.of(System.getProperty("user.home"), ".gatehouse")));
  }

  @Test
  void anEmptyFileMeansEveryDefault() {
    ConfigFolder config = new ConfigFolder(folder);

    GatehouseConfig empty = config.load("");
    GatehouseConfig onlyComments =
        config.load("# nothing yet\nproviders:\n  # - {name: a}\nserver:\n");

    assertThat(empty).isEqualTo(GatehouseConfig.defaults(folder));
    assertThat(onlyComments).isEqualTo(GatehouseConfig.defaults(folder));
  }

  @Test
  void aProviderWithNameAndKindHasEveryDefault() {
    ConfigFolder config = new ConfigFolder(folder);

    GatehouseConfig read =
        config.load(
            """
            providers:
              - {name: ollama, kind: ollama}
              - {name: openai, kind: openai}
              - {name: claude, kind: anthropic}
              - {name: gemini, kind: gemini}
              - {name: toy, kind: embedded}
            """);

    assertThat(read.providers())
        .containsExactly(
            provider("ollama", ProviderKind.OLLAMA, "http://127.0.0.1:11434"),
            provider("openai", ProviderKind.OPENAI, "https://api.openai.com/v1"),
            provider("claude", ProviderKind.ANTHROPIC, "https://api.anthropic.com"),
            provider("gemini", ProviderKind.GEMINI, "https://generativelanguage.googleapis.com"),
            ProviderConfig.of("toy", ProviderKind.EMBEDDED, Optional.empty(), Optional.empty()));
  }

  @Test
  void aBudgetHoldsForAMonthAndFallsBackToLocalUnlessTheFileSaysOtherwise() {
    ConfigFolder config = new ConfigFolder(folder);

    GatehouseConfig read = config.load("budgets: [{scope: global, limit-usd: 1}]");

    assertThat(read.budgets())
        .containsExactly(
            new BudgetConfig(
                "global", BudgetConfig.Period.MONTH, BigDecimal.ONE, BudgetConfig.AtLimit.LOCAL));
  }

  @Test
  void theDesignsSampleLoads() {
    ConfigFolder config =
        new ConfigFolder(
            folder,
            Map.of(
                "OPENAI_API_KEY",
                "sk-one",
                "ANTHROPIC_API_KEY",
                "sk-two",
                "GEMINI_API_KEY",
                "three"));
    config.write("clients.txt", "Acme\n");

    GatehouseConfig sample = config.loadResource("sample.yaml");

    assertThat(sample.providers())
        .extracting(ProviderConfig::name)
        .containsExactly("ollama", "home", "openai", "claude", "gemini");
    assertThat(sample.providers().get(1).locality()).isEqualTo(Locality.LOCAL);
    assertThat(sample.providers().get(3).apiKey()).contains(new Secret("sk-two"));
    assertThat(sample.privacy().dictionaries()).containsExactly(folder.resolve("clients.txt"));
  }

  @Test
  void everyKeyOfTheServerIsRead() {
    ServerConfig server = everyKey().server();

    assertThat(server)
        .isEqualTo(
            new ServerConfig(
                "0.0.0.0",
                9090,
                Optional.of(new Secret("admin")),
                8_388_608,
                16_384,
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                true));
  }

  @Test
  void everyKeyOfAProviderIsRead() {
    List<ProviderConfig> providers = everyKey().providers();

    assertThat(providers).hasSize(7);
    assertThat(providers.getFirst())
        .isEqualTo(
            new ProviderConfig(
                "home",
                ProviderKind.OPENAI_COMPATIBLE,
                Locality.LOCAL,
                Optional.of(URI.create("http://192.168.1.20:8000/v1")),
                Optional.of(new Secret("home-door")),
                List.of(ModelConfig.of("qwen3-8b"), fullModel()),
                Duration.ofSeconds(90),
                OptionalInt.of(4),
                Optional.empty(),
                Optional.empty()));
    assertThat(providers.get(5).weights()).contains(folder.resolve("models/toy.gguf").toString());
    assertThat(providers.get(5).engine()).contains(folder.resolve("llama-server").toString());
    assertThat(providers.get(6).baseUrl()).contains(URI.create("https://api.groq.com/openai/v1"));
  }

  @Test
  void everyKeyOfThePolicyIsReadAndAliasesOfAliasesAreFollowed() {
    PolicyConfig policy = everyKey().policy();

    assertThat(policy)
        .isEqualTo(
            new PolicyConfig(
                Preset.CREATOR,
                Quality.ECONOMY,
                PolicyConfig.UnknownPrice.CEILING,
                Map.of("fast", "openai/gpt-4.1-mini", "quick", "openai/gpt-4.1-mini")));
  }

  @Test
  void everyKeyOfPrivacyIsRead() {
    PrivacyConfig privacy = everyKey().privacy();

    assertThat(privacy)
        .isEqualTo(
            new PrivacyConfig(
                PrivacyConfig.Names.ALWAYS,
                Map.of(
                    PrivacyClass.PUBLIC, PrivacyTreatment.REDACT,
                    PrivacyClass.INTERNAL, PrivacyTreatment.REDACT,
                    PrivacyClass.PERSONAL, PrivacyTreatment.LOCAL_ONLY,
                    PrivacyClass.FINANCIAL, PrivacyTreatment.CLOUD_OK,
                    PrivacyClass.HEALTH, PrivacyTreatment.REDACT,
                    PrivacyClass.CUSTOMER, PrivacyTreatment.REDACT,
                    PrivacyClass.UNSCANNABLE, PrivacyTreatment.CLOUD_OK,
                    PrivacyClass.SECRET, PrivacyTreatment.REDACT),
                true,
                List.of(folder.resolve("words/clients.txt")),
                List.of(folder.resolve("words/gitleaks.toml")),
                new PrivacyConfig.Scanning(
                    List.of(folder.resolve("plugins/own.jar")), Duration.ofSeconds(3)),
                Optional.of(
                    new PrivacyConfig.Judge("home", "qwen3-8b", Duration.ofSeconds(2), 1000))));
  }

  @Test
  void aJudgeHasFiveSecondsAndFourThousandCharactersUnlessTheFileSaysOtherwise() {
    ConfigFolder config = new ConfigFolder(folder);

    GatehouseConfig read = config.load("privacy: {judge: {model: 'ollama/qwen3:8b'}}");

    assertThat(read.privacy().judge())
        .contains(new PrivacyConfig.Judge("ollama", "qwen3:8b", Duration.ofSeconds(5), 4000));
    assertThat(read.privacy().scanning().timeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void everyKeyOfBudgetsAndKeysIsRead() {
    GatehouseConfig config = everyKey();

    assertThat(config.budgets())
        .containsExactly(
            new BudgetConfig(
                "global",
                BudgetConfig.Period.DAY,
                new BigDecimal("20"),
                BudgetConfig.AtLimit.REFUSE),
            new BudgetConfig(
                "key:app", BudgetConfig.Period.WEEK, BigDecimal.ZERO, BudgetConfig.AtLimit.WARN),
            new BudgetConfig(
                "provider:openai",
                BudgetConfig.Period.MONTH,
                new BigDecimal("2.50"),
                BudgetConfig.AtLimit.LOCAL));
    assertThat(config.keys())
        .containsExactly(
            new KeyConfig(
                "app",
                Optional.of(new Secret("app-key")),
                Optional.empty(),
                Optional.of(PrivacyTreatment.LOCAL_ONLY),
                Optional.of(new BigDecimal("5")),
                Optional.empty(),
                true),
            new KeyConfig(
                "lab",
                Optional.empty(),
                Optional.of(EMPTY_HASH),
                Optional.empty(),
                Optional.empty(),
                Optional.of("clinic"),
                false));
  }

  @Test
  void everyKeyOfTenantsIsReadOnTopOfTheGatewaysOwnRules() {
    List<TenantConfig> tenants = everyKey().tenants();

    assertThat(tenants).extracting(TenantConfig::name).containsExactly("clinic", "agency");
    assertThat(tenants.getFirst().privacy().rules().values())
        .containsOnly(PrivacyTreatment.LOCAL_ONLY);
    assertThat(tenants.getLast().privacy())
        .isEqualTo(
            new PrivacyConfig(
                PrivacyConfig.Names.ALWAYS,
                Map.of(
                    PrivacyClass.PUBLIC, PrivacyTreatment.LOCAL_ONLY,
                    PrivacyClass.INTERNAL, PrivacyTreatment.REDACT,
                    PrivacyClass.PERSONAL, PrivacyTreatment.LOCAL_ONLY,
                    PrivacyClass.FINANCIAL, PrivacyTreatment.CLOUD_OK,
                    PrivacyClass.HEALTH, PrivacyTreatment.REDACT,
                    PrivacyClass.CUSTOMER, PrivacyTreatment.REDACT,
                    PrivacyClass.UNSCANNABLE, PrivacyTreatment.CLOUD_OK,
                    PrivacyClass.SECRET, PrivacyTreatment.REDACT),
                false,
                List.of(folder.resolve("words/clients.txt"), folder.resolve("words/clients.txt")),
                everyKey().privacy().secretRules(),
                everyKey().privacy().scanning(),
                everyKey().privacy().judge()));
  }

  @Test
  void everyKeyOfLedgerResponsesAndCostsIsRead() {
    GatehouseConfig config = everyKey();

    assertThat(config.ledger())
        .isEqualTo(new LedgerConfig("jdbc:postgresql://db.example/gatehouse"));
    assertThat(config.responses()).isEqualTo(new ResponsesConfig(Duration.ofHours(12)));
    assertThat(config.audit()).isEqualTo(new AuditConfig(Duration.ofDays(7)));
    assertThat(config.costs())
        .isEqualTo(
            new CostsConfig(
                new BigDecimal("0.31"),
                List.of(
                    new CostsConfig.Hardware(
                        "pc",
                        new BigDecimal("1500"),
                        new BigDecimal("2.5"),
                        new BigDecimal("60"),
                        new BigDecimal("280")))));
    assertThat(config.dataDirectory()).isEqualTo(folder);
  }

  @Test
  void secretsAreNotPrintedWithTheConfiguration() {
    GatehouseConfig config = everyKey();

    String printed = config.toString();

    assertThat(printed).doesNotContain("app-key", "home-door", "sk-openai", "=admin");
  }

  @Test
  void durationsAndSizesHaveTheirUnits() {
    ConfigFolder config = new ConfigFolder(folder);

    ServerConfig server =
        config.load("server: {max-body: 1GiB, max-headers: 1024, request-timeout: 500ms}").server();

    assertThat(server.maxBodyBytes()).isEqualTo(1_073_741_824);
    assertThat(server.maxHeaderBytes()).isEqualTo(1024);
    assertThat(server.requestTimeout()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void answersAreKeptForDaysOrNotAtAll() {
    ConfigFolder config = new ConfigFolder(folder);

    assertThat(config.load("responses: {retention: 7d}").responses().retention())
        .isEqualTo(Duration.ofDays(7));
    assertThat(config.load("responses: {retention: 0}").responses().retention())
        .isEqualTo(Duration.ZERO);
    assertThat(config.errorsOf("responses: {retention: a while}"))
        .containsExactly(
            "gatehouse.yaml:1: responses.retention: expected 0, or a time such as 45m, 12h or 30d,"
                + " found a while");
  }

  private GatehouseConfig everyKey() {
    ConfigFolder config =
        new ConfigFolder(
            folder,
            Map.of("ADMIN_KEY", "admin", "HOME_KEY", "door", "OPENAI_API_KEY", "sk-openai"));
    config.write("words/clients.txt", "Acme\n");
    config.write("words/gitleaks.toml", "");
    config.write("plugins/own.jar", "");
    return config.loadResource("every-key.yaml");
  }

  private static ModelConfig fullModel() {
    return new ModelConfig(
        "qwen3-32b",
        EnumSet.allOf(Capability.class),
        OptionalInt.of(32_768),
        Optional.of(new BigDecimal("0.05")),
        Optional.of(new BigDecimal("0.20")),
        OptionalDouble.of(0.7));
  }

  private static ProviderConfig provider(String name, ProviderKind kind, String baseUrl) {
    return ProviderConfig.of(name, kind, Optional.of(URI.create(baseUrl)), Optional.empty());
  }
}
