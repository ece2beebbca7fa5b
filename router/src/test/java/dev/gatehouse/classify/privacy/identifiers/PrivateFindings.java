package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.Finding;
import dev.gatehouse.config.PrivacyClass;

/** What tests ask of findings. */
final class PrivateFindings {

  private PrivateFindings() {}

  /** Whether a finding makes a text more than internal. */
  static boolean isPersonal(Finding finding) {
    return finding.privacyClass() != PrivacyClass.INTERNAL
        && finding.privacyClass() != PrivacyClass.PUBLIC;
  }
}
