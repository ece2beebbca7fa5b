package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Groups of digits of one list or object read as one number, for one that is split over them.
 *
 * @param seams where the strings meet in {@code text}
 */
record JoinedParts(String text, List<Integer> seams) {

  /** More elements are a vector. */
  private static final int MAX_ELEMENTS = 64;

  private static final int MAX_ELEMENT = 24;

  private static final Set<FindingType> NUMBERS =
      Set.of(
          FindingType.CREDIT_CARD,
          FindingType.IBAN,
          FindingType.BANK_ACCOUNT,
          FindingType.NATIONAL_ID,
          FindingType.TAX_ID);

  JoinedParts {
    seams = List.copyOf(seams);
  }

  /** The groups of digits of a list or object; nothing where it holds others as well. */
  static List<JoinedParts> of(JsonNode listOrObject) {
    List<JoinedParts> joined = new ArrayList<>();
    if (listOrObject.size() > 1) {
      addGroups(listOrObject, joined);
    }
    return joined;
  }

  /** Whether a value is a number that no part holds alone. */
  boolean isSplit(Match match) {
    return NUMBERS.contains(match.rule().type())
        && seams.stream().anyMatch(seam -> match.start() < seam && match.end() > seam);
  }

  private static void addGroups(JsonNode listOrObject, List<JoinedParts> joined) {
    StringBuilder text = new StringBuilder();
    List<Integer> seams = new ArrayList<>();
    for (JsonNode each : listOrObject) {
      boolean counts = each.isTextual() || (each.isIntegralNumber() && listOrObject.isArray());
      if (counts && isGroup(each.asText())) {
        seams.add(text.length());
        text.append(text.isEmpty() ? "" : " ").append(each.asText());
      } else if (listOrObject.isArray()) {
        return;
      }
    }
    if (seams.size() > 1 && seams.size() <= MAX_ELEMENTS) {
      joined.add(new JoinedParts(text.toString(), seams));
    }
  }

  private static boolean isGroup(String text) {
    if (text.isEmpty() || text.length() > MAX_ELEMENT) {
      return false;
    }
    return text.chars().allMatch(c -> Character.isDigit(c) || c == ' ' || c == '-');
  }
}
