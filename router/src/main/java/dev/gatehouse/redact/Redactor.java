package dev.gatehouse.redact;

import dev.gatehouse.classify.CodePointOffsets;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.json.JsonPath;
import dev.gatehouse.json.JsonText;
import dev.gatehouse.json.JsonTexts.Edit;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a token in the place of every private value of a request, wherever it stands, and leaves
 * every other byte as it was. Keeps nothing: a token is a function of key, conversation and value,
 * and each request of a conversation carries the values of those before. Safe for use by any
 * thread.
 */
public final class Redactor {

  /** So many values make a list of data, not a question; and each costs a look at all the text. */
  private static final int MOST_VALUES = 2000;

  private final PseudonymKey key;

  /** Makes tokens with this key. */
  public Redactor(PseudonymKey key) {
    this.key = key;
  }

  /**
   * What is to be redacted.
   *
   * @param body all of it
   * @param findings those that are to be replaced
   * @param headers values that go along and cannot be changed
   */
  public record Task(
      JsonBody body, List<Finding> findings, List<String> headers, Conversation conversation) {
    public Task {
      findings = List.copyOf(findings);
      headers = List.copyOf(headers);
    }
  }

  /**
   * The conversation that a request begins or goes on with, where the client does not name it.
   *
   * @param keyName the client key's name; empty where there are no keys
   */
  public Conversation conversation(String keyName, JsonBody body) {
    byte[] digest = key.digest("conversation", keyName, FirstTurns.of(body.tree()));
    return new Conversation(keyName, "turns:" + HexFormat.of().formatHex(digest));
  }

  /** Redacts a request, wholly or not at all. */
  public Redacted redact(Task task) {
    try {
      return complete(task);
    } catch (NotRedactableException e) {
      return new Redacted.Impossible(String.valueOf(e.getMessage()));
    } catch (JsonException _) { // two keys became one, say
      return new Redacted.Impossible("what would go out is no JSON");
    }
  }

  private Redacted complete(Task task) {
    String json = new String(task.body().bytes(), StandardCharsets.UTF_8);
    if (task.findings().isEmpty()) {
      return new Redacted.Complete(task.body(), Pseudonyms.NONE, Set.of());
    }
    Layer document = Layer.of(json);
    mark(document, task.findings());
    Set<PrivateValue> values = new HashSet<>(document.found());
    document.found().forEach(value -> values.addAll(value.parts()));
    if (values.size() > MOST_VALUES) {
      throw new NotRedactableException("there are more than " + MOST_VALUES + " private values");
    }
    Occurrences occurrences = new Occurrences(ordered(values));
    requireNoneIn(task.headers(), occurrences);
    document.markAll(occurrences);
    List<PrivateValue> replaced = document.values();
    values.addAll(replaced);
    Tokens tokens = new Tokens(key, task.conversation(), json, replaced);
    String redacted = Edit.apply(json, document.edits(tokens));
    return new Redacted.Complete(
        JsonBody.parse(redacted.getBytes(StandardCharsets.UTF_8)),
        new Pseudonyms(tokens.pseudonyms()),
        values);
  }

  /** The order of a set is nobody's, and of two values that are written alike the first counts. */
  private static List<PrivateValue> ordered(Set<PrivateValue> values) {
    return values.stream()
        .sorted(Comparator.comparing(PrivateValue::type).thenComparing(PrivateValue::text))
        .toList();
  }

  private static void requireNoneIn(List<String> headers, Occurrences occurrences) {
    if (headers.stream().anyMatch(header -> !occurrences.in(header).isEmpty())) {
      throw new NotRedactableException("a private value stands in a header");
    }
  }

  private static void mark(Layer document, List<Finding> findings) {
    Map<Place, Integer> places = places(document);
    Map<Integer, CodePointOffsets> offsets = new HashMap<>();
    for (Finding finding : findings) {
      Integer index = places.get(Place.of(finding));
      if (index == null || !document.text(index).path().pointer().equals(finding.path())) {
        throw new NotRedactableException("a finding has no place");
      }
      CodePointOffsets text =
          offsets.computeIfAbsent(index, i -> new CodePointOffsets(document.text(i).value()));
      document.mark(index, span(finding, text));
    }
  }

  private static Map<Place, Integer> places(Layer document) {
    Map<Place, Integer> places = new HashMap<>();
    for (int i = 0; i < document.size(); i++) {
      JsonText text = document.text(i);
      places.put(new Place(text.path().digest(), text.kind() == JsonText.Kind.KEY), i);
    }
    return places;
  }

  private static Span span(Finding finding, CodePointOffsets text) {
    Optional<Integer> start = text.unit(finding.start());
    Optional<Integer> end = text.unit(finding.end());
    if (finding.start() >= finding.end() || start.isEmpty() || end.isEmpty()) {
      throw new NotRedactableException("a finding has no place");
    }
    return new Span(start.get(), end.get(), finding.type());
  }

  private record Place(long path, boolean key) {
    static Place of(Finding finding) {
      return new Place(JsonPath.of(finding.path()).digest(), finding.inKey());
    }
  }
}
