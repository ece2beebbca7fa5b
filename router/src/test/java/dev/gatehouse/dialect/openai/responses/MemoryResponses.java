package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.InheritedPrivacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps responses in memory, for one caller. */
final class MemoryResponses implements StoredResponses {
  private final List<Kept> kept = new ArrayList<>();

  List<Kept> kept() {
    return kept;
  }

  @Override
  public boolean keeping() {
    return true;
  }

  @Override
  public Optional<Conversation> conversation(Caller caller, String responseId) {
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i).responseId().equals(responseId)) {
        List<JsonNode> items = Stream.concat(earlier(i), items(kept.get(i))).toList();
        return Optional.of(new Conversation(i, items, kept.get(i).privacy()));
      }
    }
    return Optional.empty();
  }

  private Stream<JsonNode> earlier(int turn) {
    var previous = kept.get(turn).previous();
    return previous.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            earlier((int) previous.getAsLong()), items(kept.get((int) previous.getAsLong())));
  }

  private static Stream<JsonNode> items(Kept turn) {
    return Stream.concat(turn.input().stream(), turn.output().stream()).map(Item::json);
  }

  @Override
  public Optional<Remembered> item(Caller caller, String itemId) {
    return kept.stream()
        .flatMap(turn -> turn.output().stream())
        .filter(item -> item.id().equals(itemId))
        .map(item -> new Remembered(item.json(), InheritedPrivacy.NONE))
        .findFirst();
  }

  @Override
  public Optional<Exchange> find(Caller caller, String responseId) {
    return kept.stream()
        .filter(each -> each.responseId().equals(responseId))
        .map(each -> new Exchange(each.response(), each.input()))
        .findFirst();
  }

  @Override
  public void keep(Caller caller, Kept turn) {
    kept.add(turn);
  }

  @Override
  public boolean delete(Caller caller, String responseId) {
    return kept.removeIf(each -> each.responseId().equals(responseId));
  }
}
