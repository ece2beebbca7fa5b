package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test for each kind of error in a value. */
final class ConfigErrorsTest {
  private static final String URL_RULE =
      "an http:// or https:// URL with a host, and without user, query and fragment";

  @TempDir Path folder;

  @Test
  void allErrorsAreToldAtOnceInFileOrder() {
    var errors =
        config()
            .errorsOf(
                """
                privacy:
                  names: sometimes
                server:
                  prot: 1
                  port: many
                keys: [{name: app}]
                budgets: [{scope: global}]
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: privacy.names: expected one of context, always, found sometimes",
            "gatehouse.yaml:4: server.prot: expected a known key, perhaps port, found the unknown"
                + " key prot",
            "gatehouse.yaml:5: server.port: expected a whole number from 0 to 65535, found many",
            "gatehouse.yaml:6: keys[0]: expected exactly one of key and hash, found neither",
            "gatehouse.yaml:7: budgets[0].limit-usd: expected a number of at least 0, found"
                + " nothing");
  }

  @Test
  void anUnknownKeyIsAnErrorWithItsLineAndTheNearestKnownKey() {
    var errors =
        config()
            .errorsOf(
                """
                providers:
                  - name: openai
                    kind: openai
                    apiKey: sk-1
                    bas-url: https://x.example
                data: here
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:4: providers[0].apiKey: expected a known key, perhaps api-key, found"
                + " the unknown key apiKey",
            "gatehouse.yaml:5: providers[0].bas-url: expected a known key, perhaps base-url, found"
                + " the unknown key bas-url",
            "gatehouse.yaml:6: data: expected one of the keys policy, tenants, keys, providers,"
                + " server, privacy, budgets, ledger, responses, audit, costs, found the unknown key data");
  }

  @Test
  void aJudgeMustBeAModelOfALocalProvider() {
    String providers = "providers: [{name: a, kind: openai}, {name: b, kind: ollama}]\n";

    assertThat(config().errorsOf(providers + "privacy: {judge: {model: a/m}}"))
        .containsExactly(
            "gatehouse.yaml:2: privacy.judge.model: expected PROVIDER/MODEL of a local provider,"
                + " found a/m, whose provider is in the cloud");
    assertThat(config().errorsOf(providers + "privacy: {judge: {model: c/m}}"))
        .containsExactly(
            "gatehouse.yaml:2: privacy.judge.model: expected PROVIDER/MODEL of a local provider,"
                + " found no provider c");
    assertThat(config().errorsOf(providers + "privacy: {judge: {model: m, tries: 2}}"))
        .hasSize(2)
        .anyMatch(each -> each.contains("unknown key tries"));
    assertThat(config().errorsOf(providers + "privacy: {judge: {timeout: 1s}}")).hasSize(1);
  }

  @Test
  void aKeyWrittenTwiceIsAnErrorThatNamesTheOtherLine() {
    var errors = config().errorsOf("server:\n  port: 1\n  port: 2\nserver: {}\n");

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:3: server.port: expected each key once, found it is also on line 2",
            "gatehouse.yaml:4: server: expected each key once, found it is also on line 1");
  }

  @Test
  void theWrongKindOfYamlIsAnError() {
    var errors =
        config()
            .errorsOf(
                """
                server: [1]
                providers: {name: a}
                budgets: none
                policy: {preset: [hybrid]}
                keys: [app]
                ledger: {url: }
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:1: server: expected a mapping of keys to values, found a list",
            "gatehouse.yaml:2: providers: expected a list, found a mapping",
            "gatehouse.yaml:3: budgets: expected a list, found a single value",
            "gatehouse.yaml:4: policy.preset: expected one of individual, hybrid, regulated,"
                + " hipaa, creator, air-gapped, found a list",
            "gatehouse.yaml:5: keys[0]: expected a mapping of keys to values, found a single value",
            "gatehouse.yaml:5: keys[0].name: expected a name of letters, digits, '.', '_', '@' and"
                + " '-', found nothing",
            "gatehouse.yaml:5: keys[0]: expected exactly one of key and hash, found neither",
            "gatehouse.yaml:6: ledger.url: expected jdbc:sqlite:FILE or"
                + " jdbc:postgresql://HOST/DATABASE, found nothing");
  }

  @Test
  void aFileThatIsNotAMappingIsAnError() {
    var errors = config().errorsOf("- a\n- b\n");

    assertThat(errors)
        .containsExactly("gatehouse.yaml:1: expected a mapping of keys to values, found a list");
  }

  @Test
  void portsOutOfRangeAreErrors() {
    var errors = config().errorsOf("server:\n  port: 65536\n");

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: server.port: expected a whole number from 0 to 65535, found 65536");
  }

  @Test
  void unknownEnumWordsAreAnsweredWithTheAllowedOnes() {
    var errors =
        config()
            .errorsOf(
                """
                providers:
                  - {name: a, kind: OpenAI}
                  - {name: b, kind: ollama, locality: lan, models: [{id: m, capabilities: [json_schema]}]}
                privacy: {rules: {health: local-only}}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: providers[0].kind: expected one of ollama, openai,"
                + " openai-compatible, anthropic, gemini, embedded, found OpenAI",
            "gatehouse.yaml:3: providers[1].locality: expected one of local, cloud, found lan",
            "gatehouse.yaml:3: providers[1].models[0].capabilities[0]: expected one of tools,"
                + " forced-tools, vision, image-urls, audio, files, json-object, json-schema, thinking, logprobs,"
                + " embeddings, multiple-choices, verbatim-fields, found json_schema",
            "gatehouse.yaml:4: privacy.rules.health: expected one of cloud, redact, local, found"
                + " local-only");
  }

  @Test
  void urlsWithoutSchemeOrHostAreErrorsAndCredentialsInThemAreNotShown() {
    var errors =
        config()
            .errorsOf(
                """
                providers:
                  - {name: a, kind: ollama, base-url: "localhost:11434"}
                  - {name: b, kind: ollama, base-url: "http://"}
                  - {name: c, kind: ollama, base-url: "http://me:hunter2@host/?key=hunter2"}
                  - {name: d, kind: openai-compatible}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: providers[0].base-url: expected "
                + URL_RULE
                + ", found localhost:11434",
            "gatehouse.yaml:3: providers[1].base-url: expected " + URL_RULE + ", found http://",
            "gatehouse.yaml:4: providers[2].base-url: expected "
                + URL_RULE
                + ", found http://****@host/?****",
            "gatehouse.yaml:5: providers[3].base-url: expected " + URL_RULE + ", found nothing");
  }

  @Test
  void durationsSizesAndNumbersWithoutMeaningAreErrors() {
    var errors =
        config()
            .errorsOf(
                """
                server:
                  request-timeout: 30
                  max-body: 5MB
                  max-headers: 0
                providers:
                  - name: a
                    kind: ollama
                    silence-timeout: 0s
                    max-concurrent: 0
                    models:
                      - {id: m, input-price: -1, output-price: 1e3, quality: 1.5, context-tokens: 0}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: server.request-timeout: expected a duration above 0 such as 500ms,"
                + " 30s, 5m or 1h, found 30",
            "gatehouse.yaml:3: server.max-body: expected a size of 1 to 1073741824 bytes"
                + " such as 32MiB, 64KiB or 65536, found 5MB",
            "gatehouse.yaml:4: server.max-headers: expected a size of 1 to 2147483647 bytes such as"
                + " 32MiB, 64KiB or 65536, found 0",
            "gatehouse.yaml:8: providers[0].silence-timeout: expected a duration above 0 such as"
                + " 500ms, 30s, 5m or 1h, found 0s",
            "gatehouse.yaml:9: providers[0].max-concurrent: expected a whole number from 1 to"
                + " 999999999, found 0",
            "gatehouse.yaml:11: providers[0].models[0].input-price: expected a number of at least"
                + " 0, found -1",
            "gatehouse.yaml:11: providers[0].models[0].output-price: expected a number of at least"
                + " 0, found 1e3",
            "gatehouse.yaml:11: providers[0].models[0].quality: expected a number from 0 to 1,"
                + " found 1.5",
            "gatehouse.yaml:11: providers[0].models[0].context-tokens: expected a whole number from"
                + " 1 to 999999999, found 0");
  }

  @Test
  void namesGivenTwiceAreErrors() {
    var errors =
        config()
            .errorsOf(
                """
                providers:
                  - {name: a, kind: ollama, models: [m, {id: m}]}
                  - {name: a, kind: gemini}
                keys:
                  - {name: app, key: one}
                  - {name: app, key: two}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: providers[0].models[1]: expected a name that is given once, found m,"
                + " also on line 2",
            "gatehouse.yaml:3: providers[1].name: expected a name that is given once, found a, also"
                + " on line 2",
            "gatehouse.yaml:6: keys[1].name: expected a name that is given once, found app, also on"
                + " line 5");
  }

  @Test
  void aProviderNameMustFitBeforeTheSlashOfAModelName() {
    var errors = config().errorsOf("providers: [{name: My/Ollama, kind: ollama}]");

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:1: providers[0].name: expected a name of a-z, 0-9, '.', '_' and '-',"
                + " found My/Ollama");
  }

  @Test
  void keysThatDoNotFitTheKindOfProviderAreErrors() {
    var errors =
        config()
            .errorsOf(
                """
                providers:
                  - {name: a, kind: ollama, weights: x.gguf}
                  - {name: b, kind: embedded, base-url: "http://127.0.0.1"}
                  - {name: c, kind: embedded, locality: cloud}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: providers[0].weights: expected no such key for kind ollama, found"
                + " the key weights",
            "gatehouse.yaml:3: providers[1].base-url: expected no such key for kind embedded, found"
                + " the key base-url",
            "gatehouse.yaml:4: providers[2].locality: expected locality local for kind embedded,"
                + " found cloud");
  }

  @Test
  void aPublicAddressIsNotLocal() {
    var errors =
        config()
            .errorsOf(
                """
                providers:
                  - {name: a, kind: openai, locality: local}
                  - {name: b, kind: ollama, base-url: "http://8.8.8.8:11434"}
                  - {name: c, kind: ollama, base-url: "http://[fd00::1]:11434"}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: providers[0].locality: expected a base-url in your own network for"
                + " locality local, found the vendor's address",
            "gatehouse.yaml:3: providers[1].kind: expected locality cloud for an address outside"
                + " your network, found 8.8.8.8");
  }

  @Test
  void secretsAreNeverQuoted() {
    var errors =
        config()
            .errorsOf(
                """
                server: {admin-key: "  "}
                keys:
                  - {name: app, hash: sk-plain-key}
                  - {name: lab, key: sk-plain-key, hash: E3B0}
                ledger: {url: "jdbc:mysql://me:sk-plain-key@db"}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:1: server.admin-key: expected a secret that is not blank, found blank"
                + " text",
            "gatehouse.yaml:3: keys[0].hash: expected the lower-case hex SHA-256 of the key (64"
                + " digits), found ****",
            "gatehouse.yaml:4: keys[1]: expected exactly one of key and hash, found both",
            "gatehouse.yaml:4: keys[1].hash: expected the lower-case hex SHA-256 of the key (64"
                + " digits), found ****",
            "gatehouse.yaml:5: ledger.url: expected jdbc:sqlite:FILE or"
                + " jdbc:postgresql://HOST/DATABASE, found jdbc:mysql:****");
  }

  @Test
  void oneKeyCannotBelongToTwoNames() {
    var errors =
        config()
            .errorsOf(
                """
                keys:
                  - {name: app, key: abc}
                  - {name: lab, hash: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:3: keys[1]: expected a key of its own, found the same key as on line 2");
  }

  @Test
  void budgetsMustSpeakOfNamesOfTheFile() {
    var errors =
        config()
            .errorsOf(
                """
                providers: [{name: openai, kind: openai}]
                keys: [{name: app, key: abc}]
                budgets:
                  - {scope: "key:app", limit-usd: 1}
                  - {scope: "provider:openai", limit-usd: 1}
                  - {scope: "key:openai", limit-usd: 1}
                  - {scope: "provider:claude", limit-usd: 1}
                  - {scope: everything, limit-usd: -1}
                """);

    String rule = "global, key:NAME or provider:NAME with a NAME of this file";
    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:6: budgets[2].scope: expected " + rule + ", found key:openai",
            "gatehouse.yaml:7: budgets[3].scope: expected " + rule + ", found provider:claude",
            "gatehouse.yaml:8: budgets[4].scope: expected " + rule + ", found everything",
            "gatehouse.yaml:8: budgets[4].limit-usd: expected a number of at least 0, found -1");
  }

  @Test
  void hardwareMustBePossible() {
    var errors =
        config()
            .errorsOf(
                """
                costs:
                  hardware:
                    - {id: a, cost-usd: 1, life-years: 0, watts-idle: 1, watts-busy: 2}
                    - {id: a, cost-usd: 1, life-years: 1, watts-idle: 9, watts-busy: 2}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:3: costs.hardware[0].life-years: expected a number above 0, found 0",
            "gatehouse.yaml:4: costs.hardware[1].id: expected a name that is given once, found a,"
                + " also on line 3",
            "gatehouse.yaml:4: costs.hardware[1].watts-busy: expected at least watts-idle, 9, found"
                + " 2");
  }

  @Test
  void dictionariesMustExistBesideTheFile() {
    var errors = config().errorsOf("privacy: {dictionaries: [clients.txt]}");

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:1: privacy.dictionaries[0]: expected a file that can be read, found no"
                + " such file: clients.txt");
  }

  @Test
  void rulesForSecretsMustExistBesideTheFile() {
    var errors = config().errorsOf("privacy: {secret-rules: [gitleaks.toml]}");

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:1: privacy.secret-rules[0]: expected a file that can be read, found no"
                + " such file: gitleaks.toml");
  }

  @Test
  void aliasesMustEndAtAModelAndLeaveTheVirtualNamesAlone() {
    var errors =
        config()
            .errorsOf(
                """
                policy:
                  aliases:
                    a: b
                    b: a
                    self: self
                    auto: gpt-4.1
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:3: policy.aliases.a: expected aliases that end at a model, found the"
                + " circle a -> b -> a",
            "gatehouse.yaml:4: policy.aliases.b: expected aliases that end at a model, found the"
                + " circle b -> a -> b",
            "gatehouse.yaml:5: policy.aliases.self: expected aliases that end at a model, found the"
                + " circle self -> self",
            "gatehouse.yaml:6: policy.aliases.auto: expected an alias other than auto,"
                + " auto:QUALITY, local and cloud, found the alias auto");
  }

  @Test
  void anOpenHostNeedsKeysAndAnAdminKey() {
    String rule = "a loopback address, or at least one entry in keys and a server.admin-key";

    var bare = config().errorsOf("server:\n  host: 0.0.0.0\n");
    var withoutAdminKey =
        config().errorsOf("keys: [{name: a, key: k}]\nserver: {host: gate.example}\n");
    var withoutKeys = config().errorsOf("server: {host: '::', admin-key: k}\n");
    var loopback = config().errorsOf("server: {host: '::1'}\n");

    assertThat(bare)
        .containsExactly("gatehouse.yaml:2: server.host: expected " + rule + ", found 0.0.0.0");
    assertThat(withoutAdminKey)
        .containsExactly(
            "gatehouse.yaml:2: server.host: expected " + rule + ", found gate.example");
    assertThat(withoutKeys)
        .containsExactly("gatehouse.yaml:1: server.host: expected " + rule + ", found ::");
    assertThat(loopback).isEmpty();
  }

  private ConfigFolder config() {
    return new ConfigFolder(folder, Map.of());
  }
}
