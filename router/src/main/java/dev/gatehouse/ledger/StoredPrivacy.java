package dev.gatehouse.ledger;

import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.dialect.InheritedPrivacy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A turn's privacy as the database has it: its classes by name, parted by commas. */
final class StoredPrivacy {
  private StoredPrivacy() {}

  static String classes(InheritedPrivacy privacy) {
    return privacy.classes().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  static InheritedPrivacy read(ResultSet row) throws SQLException {
    Set<PrivacyClass> classes = EnumSet.noneOf(PrivacyClass.class);
    for (String name : row.getString("privacy_classes").split(",", -1)) {
      if (!name.isEmpty()) {
        classes.add(PrivacyClass.valueOf(name));
      }
    }
    return new InheritedPrivacy(
        classes, PrivacyTreatment.valueOf(row.getString("privacy_treatment")));
  }
}
