package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;

/** Asks a recogniser of the customer's own. A text about which it fails was not read. */
final class RecognizerDetector implements Detector {
  private static final Rule FAILED = Rule.unscannable("recognizer-failed");

  private final EntityRecognizer recognizer;
  private final String rule;
  private final int shortestDecoded;

  RecognizerDetector(EntityRecognizer recognizer) {
    this.recognizer = recognizer;
    this.rule = "recognizer:" + recognizer.name();
    this.shortestDecoded = recognizer.shortestDecoded();
  }

  @Override
  public void detect(NormalizedText text, Matches matches) {
    try {
      recognizer.recognize(text.text()).forEach(each -> add(text, each, matches));
    } catch (RuntimeException | Error _) { // it may carry the text, and its code is not ours
      matches.unread(FAILED);
    }
  }

  @Override
  public int shortestDecoded() {
    return shortestDecoded;
  }

  private void add(NormalizedText text, Recognized found, Matches matches) {
    Rule named = new Rule(found.type(), rule, found.classOrUsual());
    matches.add(text, named, found.start(), found.end());
  }
}
