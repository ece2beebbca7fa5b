package dev.gatehouse.benchmarks;

import dev.gatehouse.benchmarks.NameExample.Span;
import dev.gatehouse.classify.privacy.names.NameFeatures;
import dev.gatehouse.classify.privacy.names.NameModel;
import dev.gatehouse.classify.privacy.names.NameType;
import dev.gatehouse.classify.privacy.names.Tags;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text as the trainer reads it.
 *
 * @param features of each word, as hashes
 * @param allowed for each word a bit for each tag that it may have: one where the data says which
 */
record TaggedText(int[][] features, int[] allowed, double weight) {

  private static final Map<String, NameType> TYPES =
      Map.of(
          "PERSON", NameType.PERSON,
          "ORG", NameType.ORGANIZATION,
          "LOCATION", NameType.LOCATION,
          "ADDRESS", NameType.ADDRESS,
          "NRP", NameType.NATIONALITY,
          "TITLE", NameType.TITLE);

  static Optional<NameType> type(String name) {
    return Optional.ofNullable(TYPES.get(name));
  }

  static TaggedText of(NameExample example) {
    NormalizedText text = NormalizedText.of(example.text(), Surroundings.of(example.key()));
    NameFeatures source = NameModel.features(text);
    int[] buffer = new int[NameFeatures.MOST];
    int[][] features = new int[source.words()][];
    for (int i = 0; i < features.length; i++) {
      features[i] = Arrays.copyOf(buffer, source.extract(i, buffer));
    }
    return new TaggedText(features, allowed(example, text), example.weight());
  }

  private static int[] allowed(NameExample example, NormalizedText text) {
    Words words = text.words();
    int[] allowed = new int[words.count()];
    Arrays.fill(allowed, unmarked(example.annotated()));
    for (Span span : example.spans()) {
      boolean first = true;
      for (int i = 0; i < allowed.length; i++) {
        int start = text.originalStart(words.start(i));
        int end = text.originalEnd(words.end(i));
        if (start < span.end() && end > span.start()) {
          allowed[i] = marked(span, first, first && touches(example, span), example);
          first = false;
        }
      }
    }
    return allowed;
  }

  private static int unmarked(Set<NameType> annotated) {
    int allowed = 1 << Tags.OUTSIDE;
    for (NameType type : NameType.values()) {
      allowed |= annotated.contains(type) ? 0 : both(type);
    }
    return allowed;
  }

  private static int both(NameType type) {
    return 1 << Tags.begin(type) | 1 << Tags.inside(type);
  }

  /** Whether nothing but space parts it from another value of its type before it. */
  private static boolean touches(NameExample example, Span span) {
    return example.spans().stream()
        .anyMatch(
            other ->
                other.type().equals(span.type())
                    && other.end() <= span.start()
                    && example.text().substring(other.end(), span.start()).isBlank());
  }

  private static int marked(Span span, boolean first, boolean touching, NameExample example) {
    Optional<NameType> type = type(span.type());
    if (span.type().equals("ZIP")) {
      return 1 << Tags.OUTSIDE | both(NameType.ADDRESS);
    }
    if (type.isEmpty()) {
      return 1 << Tags.OUTSIDE;
    }
    String value = example.text().substring(span.start(), span.end());
    if (type.get() == NameType.TITLE && value.length() > 5) {
      return 1 << Tags.OUTSIDE | both(NameType.TITLE);
    }
    if (example.source().equals("sec_filings") && ROLES.stream().anyMatch(value::contains)) {
      return 1 << Tags.OUTSIDE;
    }
    if (touching) {
      return both(type.get());
    }
    return 1 << (first ? Tags.begin(type.get()) : Tags.inside(type.get()));
  }

  /** Parties to a contract, which one of the sources marks as if they were names. */
  private static final Set<String> ROLES =
      Set.of(
          "Borrower",
          "Lender",
          "Bank",
          "Company",
          "Agent",
          "Executive",
          "Employee",
          "Guarantor",
          "Tenant",
          "Landlord",
          "Officer",
          "Holder",
          "Trustee",
          "Parent",
          "Buyer",
          "Seller",
          "Party",
          "Parties",
          "Purchaser",
          "Lessee",
          "Lessor",
          "Client",
          "Contractor",
          "borrower",
          "lender",
          "bank",
          "company",
          "LENDER",
          "BORROWER",
          "BANK",
          "COMPANY",
          "Collateral",
          "Director",
          "President",
          "Employer",
          "Board",
          "Secretary",
          "Grantor",
          "Subscriber");
}
