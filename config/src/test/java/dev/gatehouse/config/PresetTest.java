package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PresetTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"REGULATED", "AIR_GAPPED"})
  void strictPresetsKeepEverythingThatIsNotPublicLocal(Preset preset) {
    PrivacyConfig privacy = load("policy: {preset: " + ScalarTypes.word(preset) + "}").privacy();

    assertThat(privacy.names()).isEqualTo(PrivacyConfig.Names.ALWAYS);
    assertThat(privacy.rules())
        .hasSize(PrivacyClass.values().length)
        .containsEntry(PrivacyClass.PUBLIC, PrivacyTreatment.CLOUD_OK);
    assertThat(privacy.rules().entrySet())
        .filteredOn(rule -> rule.getKey() != PrivacyClass.PUBLIC)
        .allMatch(rule -> rule.getValue() == PrivacyTreatment.LOCAL_ONLY);
  }

  @Test
  void hipaaKeepsEverythingLocalAndTheFileCannotChangeThat() {
    var errors =
        new ConfigFolder(folder)
            .errorsOf("policy: {preset: hipaa}\nprivacy: {rules: {public: cloud}}");

    assertThat(load("policy: {preset: hipaa}").privacy().rules().values())
        .containsOnly(PrivacyTreatment.LOCAL_ONLY);
    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: privacy.rules.public: expected local: the preset hipaa can only be"
                + " tightened, found cloud");
  }

  @Test
  void tenantsCanOnlyTighten() {
    var errors =
        new ConfigFolder(folder)
            .errorsOf(
                """
                privacy: {names: always}
                tenants:
                  - {name: clinic, preset: hipaa, privacy: {rules: {public: redact}}}
                  - {name: clinic, privacy: {names: context, rules: {secret: redact}}}
                keys:
                  - {name: app, key: k1, tenant: surgery}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:3: tenants[0].privacy.rules.public: expected local: a tenant's rules"
                + " can only be tightened, found redact",
            "gatehouse.yaml:4: tenants[1].name: expected a name that is given once, found clinic,"
                + " also on line 3",
            "gatehouse.yaml:4: tenants[1].privacy.names: expected always: a tenant's rules can only"
                + " be tightened, found context",
            "gatehouse.yaml:4: tenants[1].privacy.rules.secret: expected local: a tenant's rules"
                + " can only be tightened, found redact",
            "gatehouse.yaml:6: keys[0].tenant: expected the name of one of the tenants, found"
                + " surgery");
  }

  @Test
  void theOtherPresetsDifferInQuality() {
    assertThat(load("policy: {preset: creator}").policy().quality()).isEqualTo(Quality.BEST);
    assertThat(load("policy: {preset: individual}").policy().quality()).isEqualTo(Quality.BALANCED);
    assertThat(load("policy: {preset: hybrid}")).isEqualTo(load(""));
  }

  @Test
  void theFileWinsOverThePreset() {
    GatehouseConfig config =
        load("policy: {preset: creator, quality: economy}\nprivacy: {rules: {secret: cloud}}");

    assertThat(config.policy().quality()).isEqualTo(Quality.ECONOMY);
    assertThat(config.privacy().rules())
        .containsEntry(PrivacyClass.SECRET, PrivacyTreatment.CLOUD_OK)
        .containsEntry(PrivacyClass.HEALTH, PrivacyTreatment.LOCAL_ONLY);
  }

  @Test
  void strictPresetsCanOnlyBeTightened() {
    var errors =
        new ConfigFolder(folder)
            .errorsOf(
                """
                policy: {preset: regulated}
                privacy:
                  names: context
                  allow-loosening: true
                  rules:
                    personal: redact
                    public: redact
                    internal: cloud
                """);

    String rule = ": the preset regulated can only be tightened, found ";
    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:3: privacy.names: expected always" + rule + "context",
            "gatehouse.yaml:4: privacy.allow-loosening: expected false" + rule + "true",
            "gatehouse.yaml:6: privacy.rules.personal: expected local" + rule + "redact",
            "gatehouse.yaml:8: privacy.rules.internal: expected local" + rule + "cloud");
  }

  @Test
  void cloudProvidersInAnAirGappedFileAreErrors() {
    var errors =
        new ConfigFolder(folder)
            .errorsOf(
                """
                policy: {preset: air-gapped}
                providers:
                  - {name: ollama, kind: ollama}
                  - {name: claude, kind: anthropic}
                  - {name: far, kind: ollama, locality: cloud, base-url: "https://far.example"}
                """);

    String rule = "expected only local providers under the preset air-gapped, found ";
    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:4: providers[1].kind: " + rule + "claude in the cloud",
            "gatehouse.yaml:5: providers[2].locality: " + rule + "far in the cloud");
  }

  @Test
  void airGappingAConfigurationLeavesCloudProvidersOutAndTightensEveryRule() {
    GatehouseConfig hybrid =
        load(
            """
            providers: [{name: ollama, kind: ollama}, {name: claude, kind: anthropic}]
            privacy: {rules: {public: redact}, allow-loosening: true}
            """);

    GatehouseConfig airGapped = hybrid.airGapped();

    assertThat(airGapped.providers()).extracting(ProviderConfig::name).containsExactly("ollama");
    assertThat(airGapped.policy().preset()).isEqualTo(Preset.AIR_GAPPED);
    assertThat(airGapped.privacy().allowLoosening()).isFalse();
    assertThat(airGapped.privacy().names()).isEqualTo(PrivacyConfig.Names.ALWAYS);
    assertThat(airGapped.privacy().rules())
        .containsEntry(PrivacyClass.PUBLIC, PrivacyTreatment.REDACT)
        .containsEntry(PrivacyClass.PERSONAL, PrivacyTreatment.LOCAL_ONLY);
  }

  @Test
  void anOpenHostOfTheCommandLineNeedsKeysToo() {
    GatehouseConfig open = load("");
    GatehouseConfig keyed = load("server: {admin-key: b}\nkeys: [{name: a, key: k}]");

    assertThatThrownBy(() -> open.withHost("0.0.0.0"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("--host: server.host: expected a loopback address");
    assertThat(keyed.withHost("0.0.0.0").withPort(0).server().port()).isZero();
    assertThat(open.withHost("localhost").server().host()).isEqualTo("localhost");
  }

  private GatehouseConfig load(String yaml) {
    return new ConfigFolder(folder, Map.of()).load(yaml);
  }
}
