package dev.gatehouse.redact;

import dev.gatehouse.json.JsonText;
import dev.gatehouse.json.JsonTexts;
import dev.gatehouse.json.JsonTexts.Edit;
import java.util.ArrayList;
import java.util.List;

/** One text of a document that holds no document of its own, with what is to be replaced in it. */
final class Leaf implements Part {
  private final JsonText text;
  private final boolean protocol;
  private final List<Span> spans = new ArrayList<>();

  /**
   * @param protocol whether the text says something to the upstream itself, so that it must stay
   */
  Leaf(JsonText text, boolean protocol) {
    this.text = text;
    this.protocol = protocol;
  }

  @Override
  public void mark(Span span) {
    if (span.start() < 0 || span.end() > text.value().length() || span.length() <= 0) {
      throw new NotRedactableException("a finding has no place");
    }
    spans.add(span);
  }

  @Override
  public List<PrivateValue> values() {
    return Span.joined(spans).stream().map(this::value).toList();
  }

  /** Findings one by one, those inside others too. */
  @Override
  public List<PrivateValue> found() {
    return spans.stream().map(this::value).toList();
  }

  private PrivateValue value(Span span) {
    return new PrivateValue(span.type(), text.value().substring(span.start(), span.end()));
  }

  @Override
  public void markAll(Occurrences occurrences) {
    boolean number = text.kind() == JsonText.Kind.NUMBER;
    boolean fixed = text.kind() == JsonText.Kind.KEY && ProtocolFields.isName(text.value());
    if (!fixed && !(number && text.value().length() < ProtocolFields.LEAST_NUMBER)) {
      spans.addAll(occurrences.in(text.value()));
    }
  }

  @Override
  public List<Edit> edits(JsonTexts document, Tokens tokens) {
    List<Span> joined = Span.joined(spans);
    if (!joined.isEmpty() && protocol) {
      throw new NotRedactableException("a private value stands in a field of the protocol");
    }
    List<Edit> edits = new ArrayList<>();
    for (Span span : joined) {
      edits.add(new Edit(span.start(), span.end(), token(span, tokens)));
    }
    return document.inDocument(text, edits);
  }

  private String token(Span span, Tokens tokens) {
    String token = tokens.of(value(span));
    if (text.kind() == JsonText.Kind.NUMBER && !isLike(token)) {
      throw new NotRedactableException("a private value stands in a number");
    }
    return token;
  }

  /** Whether the token can stand where the whole number stands. */
  private boolean isLike(String token) {
    boolean digits = token.chars().allMatch(each -> each >= '0' && each <= '9');
    return digits && token.charAt(0) != '0' && token.length() == text.value().length();
  }
}
