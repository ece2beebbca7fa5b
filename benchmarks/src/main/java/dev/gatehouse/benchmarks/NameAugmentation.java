package dev.gatehouse.benchmarks;

import dev.gatehouse.benchmarks.NameExample.Span;
import dev.gatehouse.classify.privacy.names.NameType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * More texts to train with: sentences of our own, and the given texts with other names in them. The
 * same texts give the same ones.
 */
final class NameAugmentation {

  private static final String TEMPLATES = "name-templates.txt";
  private static final int TEXTS_OF_A_TEMPLATE = 10;
  private static final int COPIES = 2;
  private static final double WEIGHT = 0.7;
  private static final int PERCENT_LOWER = 10;
  private static final int PERCENT_CAPITALS = 4;

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("person", "PERSON"),
          Map.entry("romanperson", "PERSON"),
          Map.entry("given", "PERSON"),
          Map.entry("romangiven", "PERSON"),
          Map.entry("surname", "PERSON"),
          Map.entry("initialname", "PERSON"),
          Map.entry("initialsname", "PERSON"),
          Map.entry("giveninitial", "PERSON"),
          Map.entry("org", "ORG"),
          Map.entry("brand", "ORG"),
          Map.entry("place", "LOCATION"),
          Map.entry("city", "LOCATION"),
          Map.entry("romancity", "LOCATION"),
          Map.entry("country", "LOCATION"),
          Map.entry("address", "ADDRESS"),
          Map.entry("street", "ADDRESS"),
          Map.entry("streetnumber", "ADDRESS"),
          Map.entry("numberstreet", "ADDRESS"),
          Map.entry("suite", "ADDRESS"),
          Map.entry("nationality", "NRP"),
          Map.entry("title", "TITLE"),
          Map.entry("zip", "ZIP"));

  private final Random random = new Random(23);
  private final NamePhrases phrases = new NamePhrases(random);

  /** Texts of the sentences of our own. */
  List<NameExample> ofTemplates() {
    List<NameExample> made = new ArrayList<>();
    for (String line : Resources.text(TEMPLATES).split("\n", -1)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        int bar = line.indexOf(" | ");
        String template = line.substring(bar + 3).replace("\\n", "\n");
        int texts = template.indexOf('{') < 0 ? 2 : TEXTS_OF_A_TEMPLATE;
        for (int i = 0; i < texts; i++) {
          made.add(filled(line.substring(0, bar), template));
        }
      }
    }
    return made;
  }

  private NameExample filled(String language, String template) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    String bullet = phrases.phrase("bullet", language);
    boolean symbol = false;
    for (String part : NamePhrases.parts(template)) {
      int start = text.length();
      if (symbol) {
        text.append(
            part.equals("bullet")
                ? bullet
                : phrases.phrase(part, phrases.languageOfNames(language)));
        String type = TYPES.get(part.replaceFirst("^(lower|caps)", ""));
        if (type != null) {
          spans.add(new Span(start, text.length(), type));
        }
      } else {
        text.append(part);
      }
      symbol = !symbol;
    }
    return example("own", text.toString(), spans, EnumSet.allOf(NameType.class));
  }

  private NameExample example(
      String source, String text, List<Span> spans, Set<NameType> annotated) {
    int dice = random.nextInt(100);
    String written =
        dice < PERCENT_LOWER
            ? NamePhrases.mapped(text, false)
            : dice < PERCENT_LOWER + PERCENT_CAPITALS ? NamePhrases.mapped(text, true) : text;
    return new NameExample(source, written, "", written, spans, annotated, WEIGHT);
  }

  /** The texts with other names in the places of theirs. */
  List<NameExample> withOtherNames(List<NameExample> examples) {
    List<NameExample> made = new ArrayList<>();
    for (NameExample example : examples) {
      boolean fit =
          example.source().startsWith("presidio") || example.source().equals("llm_prompts");
      if (fit && !example.spans().isEmpty()) {
        for (int i = 0; i < COPIES; i++) {
          made.add(withOtherNames(example));
        }
      }
    }
    return made;
  }

  private NameExample withOtherNames(NameExample example) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    int end = 0;
    List<Span> ordered =
        example.spans().stream().sorted(Comparator.comparingInt(Span::start)).toList();
    for (Span span : ordered) {
      if (span.start() < end) {
        continue;
      }
      text.append(example.text(), end, span.start());
      int start = text.length();
      text.append(other(span, example.text().substring(span.start(), span.end())));
      spans.add(new Span(start, text.length(), span.type()));
      end = span.end();
    }
    text.append(example.text(), end, example.text().length());
    return example(example.source(), text.toString(), spans, example.annotated());
  }

  private String other(Span span, String value) {
    String language = phrases.languageOfNames("en");
    boolean oneWord = value.indexOf(' ') < 0;
    boolean latin = value.chars().allMatch(c -> c < 0x250);
    String symbol =
        switch (span.type()) {
          case "PERSON" -> oneWord ? (random.nextInt(3) > 0 ? "given" : "surname") : "person";
          case "ORG" -> oneWord ? "brand" : "org";
          case "LOCATION" -> "place";
          case "NRP" -> "nationality";
          case "ADDRESS" -> addressSymbol(value);
          default -> "";
        };
    if (symbol.isEmpty() || !latin) {
      return value;
    }
    String made = phrases.phrase(symbol, language);
    boolean lower = value.chars().noneMatch(Character::isUpperCase);
    boolean upper = value.length() > 3 && value.chars().noneMatch(Character::isLowerCase);
    return lower ? NamePhrases.mapped(made, false) : upper ? NamePhrases.mapped(made, true) : made;
  }

  private static String addressSymbol(String value) {
    if (value.chars().noneMatch(Character::isLetter)) {
      return "";
    }
    return value.length() > 30 ? "address" : value.indexOf(' ') < 0 ? "" : "streetnumber";
  }
}
