package dev.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.LedgerConfig;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.AnswerNotKeptException;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.dialect.openai.responses.StoredResponses;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Item;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Kept;
import dev.gatehouse.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteResponsesTest {
  private static final Caller APP = new Caller(Optional.of("app"));
  private static final Caller LAB = new Caller(Optional.of("lab"));
  private static final Caller NOBODY = new Caller(Optional.empty());
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration RETENTION = Duration.ofDays(30);

  @TempDir private Path folder;

  private Ledger ledger;
  private StoredResponses store;
  private Instant now = START;

  @BeforeEach
  void open() {
    open(RETENTION);
  }

  private void open(Duration retention) {
    ledger = Ledgers.open(LedgerConfig.defaults(), folder);
    store = ledger.responses(retention, () -> now);
  }

  private void reopen(Duration retention) {
    ledger.close();
    open(retention);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void responseIsThereAsItWasGivenAlsoAfterARestart() {
    keep(APP, "resp_1", OptionalLong.empty());

    reopen(RETENTION);

    StoredResponses.Exchange found = store.find(APP, "resp_1").orElseThrow();
    assertThat(found.response())
        .isEqualTo(json("{\"id\":\"resp_1\",\"big\":12345678901234567890.50}"));
    assertThat(found.input()).containsExactly(item("in_resp_1", "asked resp_1"));
  }

  @Test
  void anotherKeyDoesNotSeeIt() {
    keep(APP, "resp_1", OptionalLong.empty());

    for (Caller other : List.of(LAB, NOBODY)) {
      assertThat(store.find(other, "resp_1")).isEmpty();
      assertThat(store.conversation(other, "resp_1")).isEmpty();
      assertThat(store.item(other, "out_resp_1")).isEmpty();
      assertThat(store.delete(other, "resp_1")).isFalse();
    }
    assertThat(store.find(APP, "resp_1")).isPresent();
  }

  @Test
  void callersWithoutKeysShareWhatTheyKeep() {
    keep(NOBODY, "resp_1", OptionalLong.empty());

    assertThat(store.find(NOBODY, "resp_1")).isPresent();
    assertThat(store.find(APP, "resp_1")).isEmpty();
  }

  @Test
  void conversationIsEveryTurnOldestFirst() {
    long first = turn(keep(APP, "resp_1", OptionalLong.empty()));
    long second = turn(keep(APP, "resp_2", OptionalLong.of(first)));
    keep(APP, "resp_3", OptionalLong.of(second));
    keep(APP, "resp_other", OptionalLong.of(first));

    assertThat(store.conversation(APP, "resp_3").orElseThrow().items())
        .extracting(item -> item.path("text").asText())
        .containsExactly(
            "asked resp_1",
            "said resp_1",
            "asked resp_2",
            "said resp_2",
            "asked resp_3",
            "said resp_3");
  }

  @Test
  void sameIdTwiceIsTheLaterOneAndNoRing() {
    long first = turn(keep(APP, "resp_1", OptionalLong.empty()));
    keep(APP, "resp_1", OptionalLong.of(first));

    assertThat(store.conversation(APP, "resp_1").orElseThrow().items()).hasSize(4);
    assertThat(store.delete(APP, "resp_1")).isTrue();
    assertThat(store.find(APP, "resp_1")).isEmpty();
  }

  @Test
  void privacyIsKeptWithTheTurn() {
    InheritedPrivacy privacy =
        new InheritedPrivacy(
            Set.of(PrivacyClass.SECRET, PrivacyClass.PERSONAL), PrivacyTreatment.LOCAL_ONLY);
    store.keep(APP, kept("resp_1", OptionalLong.empty(), privacy));

    assertThat(store.conversation(APP, "resp_1").orElseThrow().privacy()).isEqualTo(privacy);
    assertThat(store.item(APP, "out_resp_1").orElseThrow().privacy()).isEqualTo(privacy);
  }

  @Test
  void deletedResponseIsGoneAndNothingGoesOnFromIt() {
    long first = turn(keep(APP, "resp_1", OptionalLong.empty()));
    keep(APP, "resp_2", OptionalLong.of(first));

    assertThat(store.delete(APP, "resp_1")).isTrue();

    assertThat(store.delete(APP, "resp_1")).isFalse();
    assertThat(store.item(APP, "out_resp_1")).isEmpty();
    assertThat(store.conversation(APP, "resp_2")).isEmpty();
    assertThat(store.find(APP, "resp_2")).isPresent();
  }

  @Test
  void laterTurnNeverTakesADeletedOnesPlace() {
    long first = turn(keep(APP, "resp_1", OptionalLong.empty()));
    keep(APP, "resp_2", OptionalLong.of(first));
    store.delete(APP, "resp_1");

    assertThat(turn(keep(LAB, "resp_3", OptionalLong.empty()))).isGreaterThan(first);
  }

  @Test
  void deletedTextIsOverwrittenInTheFile() throws IOException {
    store.keep(APP, kept("resp_needle", OptionalLong.empty(), InheritedPrivacy.NONE));
    store.delete(APP, "resp_needle");
    ledger.close();

    assertThat(Files.readString(folder.resolve("gatehouse.db"), StandardCharsets.ISO_8859_1))
        .doesNotContain("needle");
    open(RETENTION);
  }

  @Test
  void responseOverItsTimeIsNotThereAndDeletedAtTheNextStart() throws IOException {
    keep(APP, "resp_old", OptionalLong.empty());

    now = START.plus(RETENTION).plusSeconds(1);

    assertThat(store.find(APP, "resp_old")).isEmpty();
    assertThat(store.item(APP, "out_resp_old")).isEmpty();
    assertThat(store.conversation(APP, "resp_old")).isEmpty();
    reopen(RETENTION);
    ledger.close();
    assertThat(Files.readString(folder.resolve("gatehouse.db"), StandardCharsets.ISO_8859_1))
        .doesNotContain("asked resp_old");
    open(RETENTION);
  }

  @Test
  void turnOverItsTimeStaysForALaterOneThatIsNot() {
    long first = turn(keep(APP, "resp_1", OptionalLong.empty()));
    now = START.plus(Duration.ofDays(20));
    keep(APP, "resp_2", OptionalLong.of(first));

    now = START.plus(Duration.ofDays(40));
    reopen(RETENTION);

    assertThat(store.find(APP, "resp_1")).isEmpty();
    assertThat(store.conversation(APP, "resp_2").orElseThrow().items()).hasSize(4);
  }

  @Test
  void withoutRetentionNothingIsKeptNorLeft() {
    keep(APP, "resp_1", OptionalLong.empty());

    now = START.plusSeconds(1);
    reopen(Duration.ZERO);

    assertThat(store.keeping()).isFalse();
    assertThat(store.find(APP, "resp_1")).isEmpty();
  }

  @Test
  void whatCannotBeWrittenIsNotKept() {
    ledger.close();

    assertThatThrownBy(() -> keep(APP, "resp_1", OptionalLong.empty()))
        .isInstanceOf(AnswerNotKeptException.class);
    open(RETENTION);
  }

  private String keep(Caller caller, String id, OptionalLong previous) {
    store.keep(caller, kept(id, previous, InheritedPrivacy.NONE));
    return id;
  }

  private long turn(String id) {
    return store.conversation(APP, id).or(() -> store.conversation(LAB, id)).orElseThrow().turn();
  }

  private Kept kept(String id, OptionalLong previous, InheritedPrivacy privacy) {
    return new Kept(
        id,
        now,
        previous,
        privacy,
        json("{\"id\":\"" + id + "\",\"big\":12345678901234567890.50}"),
        List.of(item("in_" + id, "asked " + id)),
        List.of(item("out_" + id, "said " + id)));
  }

  private static Item item(String id, String text) {
    return new Item(id, Json.object().put("text", text));
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
