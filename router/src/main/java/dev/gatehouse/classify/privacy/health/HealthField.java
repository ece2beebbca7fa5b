package dev.gatehouse.classify.privacy.health;

import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.List;
import java.util.Locale;

/** What the key of a value says of it. */
enum HealthField {
  /** Nothing. */
  NONE,
  /** It may be somebody's health. */
  HEALTH,
  /** It is, for the same object names a person. */
  OF_PERSON;

  private static final List<String> ENDINGS =
      List.of(
          "diagnosis",
          "diagnoses",
          "diagnose",
          "diagnosen",
          "diagnostic",
          "diagnostico",
          "diagnosi",
          "icd10",
          "icd",
          "icdcode",
          "snomed",
          "medication",
          "medications",
          "medicaments",
          "medicamentos",
          "medikamente",
          "medikation",
          "prescription",
          "prescriptions",
          "symptom",
          "symptoms",
          "symptome",
          "sintomas",
          "allergy",
          "allergies",
          "allergien",
          "alergias",
          "condition",
          "conditions",
          "medicalhistory",
          "comorbidities",
          "chiefcomplaint",
          "complaint",
          "labresults",
          "bloodtype",
          "bloodpressure",
          "treatment",
          "treatments",
          "disability",
          "hivstatus",
          "vaccinations",
          "pregnancy",
          "診断",
          "病名",
          "निदान");

  private static final List<String> PERSONS =
      List.of(
          "patient",
          "patientid",
          "mrn",
          "dob",
          "dateofbirth",
          "birthdate",
          "birthday",
          "firstname",
          "lastname",
          "surname",
          "fullname",
          "ssn",
          "age",
          "gender",
          "sex",
          "geburtsdatum",
          "vorname",
          "nachname",
          "nom",
          "prenom",
          "nombre",
          "apellido",
          "paciente",
          "patientname",
          "employee",
          "member",
          "memberid",
          "nhs",
          "氏名",
          "नाम");

  private static final List<String> NOTHING =
      List.of(
          "", "none", "n/a", "na", "null", "unknown", "no", "string", "nkda", "keine", "aucune");

  /** Longest value that is a statement as a whole; longer ones are read like any text. */
  private static final int LONGEST = 120;

  static HealthField of(Surroundings surroundings) {
    if (surroundings.key().isEmpty() || !isAmong(surroundings.key(), ENDINGS)) {
      return NONE;
    }
    for (String sibling : surroundings.siblings()) {
      if (isAmong(sibling, PERSONS)) {
        return OF_PERSON;
      }
    }
    return HEALTH;
  }

  private static boolean isAmong(String key, List<String> names) {
    String plain = key.replaceAll("[-_. ]", "").toLowerCase(Locale.ROOT);
    return names.contains(plain);
  }

  /** Whether the value as a whole is one. */
  boolean holdsStatement(String value) {
    return this == OF_PERSON
        && value.length() <= LONGEST
        && !NOTHING.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  /** What it adds to each word's points. */
  int points() {
    return this == NONE ? 0 : 4;
  }
}
