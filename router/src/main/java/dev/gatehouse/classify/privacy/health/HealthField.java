package dev.gatehouse.classify.privacy.health;

import dev.gatehouse.classify.privacy.statement.FieldName;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.Locale;
import java.util.Set;

/** What the key of a value says of it. */
enum HealthField {
  /** Nothing. */
  NONE,
  /** It may be somebody's health. */
  HEALTH,
  /** It is, for the same object names a person. */
  OF_PERSON;

  private static final Set<String> ENDINGS =
      Set.of(
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

  private static final Set<String> PERSONS =
      Set.of(
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

  private static final Set<String> NOTHING =
      Set.of("", "none", "n/a", "na", "null", "unknown", "no", "string", "nkda", "keine", "aucune");

  /** Longest value that is a statement as a whole; longer ones are read like any text. */
  private static final int LONGEST = 120;

  static HealthField of(Surroundings surroundings) {
    if (surroundings.key().isEmpty() || !ENDINGS.contains(FieldName.plain(surroundings.key()))) {
      return NONE;
    }
    return FieldName.isAny(surroundings.siblings(), PERSONS) ? OF_PERSON : HEALTH;
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
