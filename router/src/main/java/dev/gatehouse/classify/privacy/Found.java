package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.List;

/**
 * What one string holds.
 *
 * @param matches by position, at the string's own UTF-16 offsets
 * @param unread why some of it may not have been read; empty where all was
 */
record Found(List<Match> matches, List<Rule> unread) {

  Found {
    matches = List.copyOf(matches);
    unread = List.copyOf(unread);
  }
}
