package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import java.util.Locale;

/**
 * What labels speak of, with the labels themselves in English, German, French, Spanish, Italian,
 * Portuguese, Dutch, Polish, Japanese, Hindi and, where the identifier is Korean, Korean. A label
 * is a sequence of words in whatever case; signs between its words do not matter. At most 63, so
 * that the topics of one label fit a long.
 */
@SuppressWarnings({
  "ImmutableEnumChecker", // records of constants and a list that is never changed
  "EnumOrdinal" // a set of topics is a long, as an EnumSet's is
})
enum Topic {
  /** Before a phone number. */
  PHONE(
      "phone|phone number|telephone|telephone number|tel|tel no|tel nr|mobile|mobile number|mobile no|cell"
          + "|cell phone|cellphone|fax|fax number|whatsapp|sms|contact number|phone no|ph|dial in|landline"
          + "|telefon|telefonnummer|telefonnr|telefon nr|handy|handynummer|handynr|mobil|mobilnummer|mobiltelefon"
          + "|rufnummer|festnetz|rückrufnummer|téléphone|telephone|portable|numéro de téléphone|num tel|tél"
          + "|teléfono|telefono|móvil|celular|número de teléfono|tlf|tfno|cellulare|cell|numero di telefono"
          + "|telefone|telemóvel|número de telefone|telefoon|telefoonnummer|mobiel|gsm|telefon|komórka|tel kom"
          + "|numer telefonu|nr tel|電話|電話番号|携帯|携帯電話|携帯番号|連絡先|फोन|फ़ोन|फोन नंबर|मोबाइल|मोबाइल नंबर|दूरभाष"
          + "|전화번호|전화|휴대폰|휴대전화|연락처|telefonszám|telefonnummer|puhelin|puhelinnumero|telefonnummer"),
  /** Before a phone number, if the number looks like one: a call is asked for. */
  CALL(
      "call|call me|ring|ring me|rang|reach|reach me|reached at|dial|answering|answer|contact|text me|my number"
          + "|her number|his number|their number|number is|hotline|helpline|office|home|work|desk|direct|main"
          + "|rufen|anrufen|ruf|erreichbar|erreichen|unter|meine nummer|appeler|appelez|joignable|joindre|contacter"
          + "|mon numéro|llamar|llame|llamarme|llámame|comuníquese|contactar|contacto|mi número|chiamare|chiami"
          + "|chiamami|disposizione|contattare|contatto|mio numero|ligar|ligue|ligar me|contato|contacto|meu número"
          + "|bellen|bel|bereikbaar|reageert|mijn nummer|zadzwoń|zadzwonić|dzwonić|kontakt|mój numer|numer"
          + "|番号|संपर्क|नंबर|m|t|p|f"),
  /** Right after a phone number. */
  AFTER_PHONE(
      "office|fax|mobile|cell|home|work|desk|phone|tel|main|direct|handy|mobil|büro|privat|portable"),
  /** An extension of a switchboard. */
  EXTENSION("ext|extn|extension|durchwahl|dw|poste|interno|ramal|toestel|wewnętrzny|内線"),
  DATE_OF_BIRTH(
      "born|born on|born in|dob|d o b|date of birth|birth date|birthdate|birthday|b|geboren|geboren am|geb"
          + "|geburtsdatum|geburtstag|né|née|né le|née le|date de naissance|naissance|anniversaire|nacido|nacida"
          + "|nació|fecha de nacimiento|nacimiento|f nac|nato|nata|nato il|data di nascita|nascita|nascido|nascida"
          + "|nasceu|data de nascimento|nascimento|d n|geboortedatum|geboren op|verjaardag|ur|urodzony|urodzona"
          + "|urodził|urodziła|data urodzenia|urodzenia|生年月日|誕生日|生まれ|जन्म|जन्म तिथि|जन्मतिथि|जन्मदिन|생년월일"),
  BEFORE_AGE(
      "age|aged|turned|turning|age of|alter|âgé de|âgée de|âge|edad|età|idade|leeftijd|wiek|年齢|आयु|उम्र|나이"),
  AFTER_AGE(
      "years old|year old|yrs old|yr old|y o|yo|yrs|years of age|jahre alt|jährige|jähriger|jährigen|ans|años"
          + "|anni|anos|jaar|jaar oud|lat|歳|才|साल|वर्ष|वर्षीय|세|살"),
  /** The name of a month; see {@link Months}. */
  MONTH(Months.labels()),
  SSN(
      FindingType.NATIONAL_ID,
      PrivacyClass.PERSONAL,
      Form.digits(9, 9),
      "ssn|ssns|social security|social security number|social security no|soc sec|itin|social"),
  TAX(
      FindingType.TAX_ID,
      PrivacyClass.PERSONAL,
      Form.mixed(8, 15, 6),
      "ein|fein|employer identification number|tax id|tin|taxpayer id|taxpayer identification number|tax number"
          + "|tax identification number|federal tax id|utr|unique taxpayer reference|vat number|vat no|vat id"
          + "|steuer id|steueridentifikationsnummer|steuernummer|steuer nr|idnr|ust id|umsatzsteuer id|steuer-idnr"
          + "|numéro fiscal|n fiscal|référence fiscale|tva intracommunautaire|siret|siren|cif|nif|n i f"
          + "|número de identificación fiscal|partita iva|p iva|piva|contribuinte|número de contribuinte|nº contribuinte"
          + "|btw nummer|btw nr|rsin|kvk|nip|regon|tfn|tax file number|abn|acn|gstin|gst|gst number|法人番号|納税者番号"
          + "|사업자등록번호|rfc"),
  NATIONAL(
      FindingType.NATIONAL_ID,
      PrivacyClass.PERSONAL,
      Form.mixed(7, 18, 5),
      "nino|ni number|national insurance|national insurance number|ni no|ni|id number|id card|id card number"
          + "|national id|national identity number|identity card|identity number|identity document|government id"
          + "|personalausweis|personalausweisnummer|ausweisnummer|ausweis nr|ausweis|sozialversicherungsnummer"
          + "|rentenversicherungsnummer|sv nummer|svnr|sv nr|carte d'identité|cni|dni|nie|n i e|d n i"
          + "|documento de identidad|documento nacional|cédula|cedula|cédula de ciudadanía|carta d'identità"
          + "|documento d'identità|cartão de cidadão|bilhete de identidade|cc nº|bi nº|niss|identiteitskaart"
          + "|identiteitsbewijs|id kaart|dowód osobisty|dowodu osobistego|nr dowodu|numer dowodu|dowód|pesel"
          + "|numer pesel|cpf|rg|registro geral|carteira de identidade|título de eleitor|pis|pasep|nis|cnpj"
          + "|voter id|epic|मतदाता|मतदाता पहचान|nric|fin|curp|rut|run|cuil|personnummer|henkilötunnus|hetu|cpr"
          + "|cpr nr|cpr number|fødselsnummer|rodné číslo|pps|ppsn|pps number|ahv|ahv nummer|avs|svnr|kimlik"
          + "|tc kimlik|teudat zehut|身份证|身份证号|身份证号码|身分証|身分証番号|在留カード|rijksregisternummer"
          + "|numéro national|n° national|nas|sin number|social insurance number|numéro d'assurance sociale"),
  NIR(
      FindingType.NATIONAL_ID,
      PrivacyClass.PERSONAL,
      Form.mixed(11, 15, 10),
      "numéro de sécurité sociale|n sécu|sécurité sociale|n de sécurité sociale|n° sécu|nir|insee|sécu|num sécu"
          + "|n° ss|nº ss|nº de la seguridad social|seguridad social|nss|número de la seguridad social|número ss"),
  CODICE_FISCALE(
      FindingType.NATIONAL_ID,
      PrivacyClass.PERSONAL,
      Form.mixed(16, 16, 5),
      "codice fiscale|c f|cf|cod fiscale|cod fisc"),
  BSN(
      FindingType.NATIONAL_ID,
      PrivacyClass.PERSONAL,
      Form.digits(8, 9),
      "bsn|burgerservicenummer|sofinummer|sofi nummer|bsn nummer"),
  /** Canada's is one word of trigonometry as well, so it must pass its check. */
  SIN(FindingType.NATIONAL_ID, PrivacyClass.PERSONAL, Form.digits(9, 9).near(), "sin"),
  AADHAAR(
      FindingType.NATIONAL_ID,
      PrivacyClass.PERSONAL,
      Form.digits(12, 14),
      "aadhaar|aadhar|aadhaar number|aadhar number|aadhaar no|uidai|आधार|आधार नंबर|आधार संख्या|आधार कार्ड"
          + "|マイナンバー|個人番号|my number card"),
  PAN(
      FindingType.TAX_ID,
      PrivacyClass.PERSONAL,
      Form.mixed(10, 12, 4),
      "pan|pan number|pan no|pan card|permanent account number|पैन|पैन नंबर|पैन कार्ड"),
  RRN(
      FindingType.NATIONAL_ID,
      PrivacyClass.PERSONAL,
      Form.digits(13, 13),
      "주민등록번호|주민번호|외국인등록번호|resident registration number|rrn"),
  PASSPORT(
      FindingType.PASSPORT,
      PrivacyClass.PERSONAL,
      Form.mixed(6, 10, 5),
      "passport|passport number|passport no|reisepass|reisepassnummer|passnummer|pass nr|passeport|passeport n"
          + "|numéro de passeport|pasaporte|número de pasaporte|passaporto|numero passaporto|passaporte"
          + "|número do passaporte|paspoort|paspoortnummer|paszport|paszportu|numer paszportu|nr paszportu"
          + "|旅券|旅券番号|パスポート|パスポート番号|पासपोर्ट|पासपोर्ट नंबर|여권|여권번호"),
  VISA(
      FindingType.PASSPORT,
      PrivacyClass.PERSONAL,
      Form.mixed(7, 14, 6),
      "visa number|visa no|visumnummer|visum nr|numéro de visa|número de visado|numero del visto|número do visto"
          + "|visumnummer|numer wizy|ビザ番号|वीज़ा नंबर|green card|alien number|a number|uscis number|uscis"
          + "|residence permit|aufenthaltstitel|titre de séjour|permesso di soggiorno"),
  DRIVING(
      FindingType.DRIVING_LICENCE,
      PrivacyClass.PERSONAL,
      Form.mixed(5, 20, 4),
      "driver's license|drivers license|driver license|driver's licence|driving licence|driving license"
          + "|driver licence|driver's license number|driving licence number|driver license id|dl|dl no|dl number"
          + "|führerschein|führerscheinnummer|führerschein nr|fahrerlaubnis|permis de conduire|numéro de permis"
          + "|permiso de conducir|carnet de conducir|licencia de conducir|patente di guida|patente|numero patente"
          + "|carta de condução|cnh|carteira de motorista|carteira de habilitação|rijbewijs|rijbewijsnummer"
          + "|prawo jazdy|prawa jazdy|運転免許|運転免許証|運転免許証番号|免許証番号|免許番号|ड्राइविंग लाइसेंस"
          + "|운전면허|운전면허번호"),
  EMPLOYEE(
      FindingType.EMPLOYEE_ID,
      PrivacyClass.PERSONAL,
      Form.mixed(3, 14, 3),
      "employee id|employee number|employee no|employee nr|emp no|emp id|staff id|staff number|staff no"
          + "|payroll number|payroll no|payroll id|personnel number|badge number|personalnummer|personal nr"
          + "|mitarbeiternummer|mitarbeiter nr|mitarbeiter id|matricule|numéro de salarié|numéro d'employé"
          + "|número de empleado|nº de empleado|número de funcionário|matricola|numero di matricola"
          + "|personeelsnummer|personeelsnr|medewerkernummer|numer pracownika|nr pracownika|社員番号|従業員番号"
          + "|職員番号|कर्मचारी संख्या|कर्मचारी आईडी|사번|student id|student number|student no|matrikelnummer"
          + "|numéro étudiant|n° étudiant|número de estudiante|numero studente|número de aluno|studentnummer"
          + "|numer albumu|nr albumu|学籍番号|学生番号|छात्र संख्या|npi|npi number|dea|dea number|dea no"),
  CUSTOMER(
      FindingType.EMPLOYEE_ID,
      PrivacyClass.PERSONAL,
      Form.mixed(4, 16, 4),
      "customer number|customer no|client number|client no|membership number|membership no|member number"
          + "|member no|loyalty number|frequent flyer|frequent flyer number|kundennummer|kundennr|kunden nr|kd nr"
          + "|mitgliedsnummer|mitgliedsnr|mitglieds nr|numéro client|n° client|numéro de client|numéro d'adhérent"
          + "|número de cliente|nº de cliente|nº cliente|número de socio|codice cliente|numero cliente"
          + "|numero di tessera|número do cliente|número de sócio|nº de sócio|klantnummer|klantnr|lidnummer"
          + "|lidmaatschapsnummer|numer klienta|nr klienta|numer członkowski|会員番号|顧客番号|お客様番号"
          + "|ग्राहक संख्या|ग्राहक आईडी|सदस्य संख्या"),
  /** Numbers of records and of programs' users: somebody's only where more is known. */
  REFERENCE(
      FindingType.EMPLOYEE_ID,
      PrivacyClass.INTERNAL,
      Form.mixed(5, 24, 4).near(),
      "id|uid|user id|customer id|client id|account id|ref|reference|reference number|case|case number|case no|ticket"
          + "|order|order number|order no|invoice|invoice number|booking|confirmation|parcel|tracking|serial"
          + "|serial number|po|application|claim|claim number|conversation id|license number|aktenzeichen"
          + "|vorgangsnummer|rechnungsnummer|rechnung|nr|bestellnummer|auftragsnummer|dossier|commande|facture"
          + "|numéro de dossier|pedido|expediente|factura|localizador|pratica|fattura|ordine|processo|encomenda"
          + "|fatura|factuur|bestelling|dossiernummer|zaaknummer|zamówienie|faktura|sprawa|注文番号|受付番号|ऑर्डर"),
  MEDICAL(
      FindingType.MEDICAL_RECORD,
      PrivacyClass.HEALTH,
      Form.mixed(4, 14, 4),
      "mrn|medical record|medical record number|medical record no|hospital number|hospital no|patient id"
          + "|patient number|patient no|chart number|nhs|nhs number|nhs no|chi number|nhc|historia clínica"
          + "|número de historia clínica|nº historia|patientennummer|patienten nr|patienten id|fallnummer"
          + "|numéro de patient|n° patient|ipp|numero paziente|id paziente|cartella clinica|número do paciente"
          + "|prontuário|número de utente|nº de utente|n.º utente|nº utente|utente n|número do utente"
          + "|patiëntnummer|patientnummer|numer pacjenta|nr pacjenta|診察券番号|患者番号|患者id|カルテ番号"
          + "|मरीज संख्या|रोगी संख्या|रोगी आईडी|환자번호"),
  INSURANCE(
      FindingType.INSURANCE_ID,
      PrivacyClass.HEALTH,
      Form.mixed(6, 16, 5),
      "insurance id|insurance number|insurance no|insurance code|insurance policy|insurance policy number"
          + "|policy number|policy no|policy|policyholder id|policyholder number|member id|subscriber id"
          + "|subscriber number|group number|health card|health card number|ohip|health insurance|medicare"
          + "|medicare number|medicare no|medicare card|medicaid|medicaid id|mbi|versichertennummer"
          + "|versicherten nr|versicherungsnummer|versicherungs nr|krankenversichertennummer|kvnr|policennummer"
          + "|police nr|versicherungsschein|numéro d'assuré|numéro de police|n° de police|n° d'assuré|mutuelle"
          + "|número de póliza|póliza|tarjeta sanitaria|polizza|numero polizza|tessera sanitaria|apólice"
          + "|número da apólice|carteirinha|cartão sus|polisnummer|zorgverzekering|verzekeringsnummer"
          + "|numer polisy|nr polisy|polisa|保険証番号|被保険者番号|保険者番号|証券番号|पॉलिसी|पॉलिसी संख्या"
          + "|पॉलिसी नंबर|बीमा संख्या|건강보험증"),
  ACCOUNT(
      FindingType.BANK_ACCOUNT,
      PrivacyClass.FINANCIAL,
      Form.mixed(6, 34, 6),
      "account number|account no|account nr|acct|acct no|acct number|acct num|bank account|checking account"
          + "|checking|savings account|current account|deposit account|member account|member accounts"
          + "|account details|a c no|acc|acc no|acc number|bank account number|kontonummer|kontonr|konto nr"
          + "|bankverbindung|bankkonto|girokonto|numéro de compte|n° de compte|compte bancaire|número de cuenta"
          + "|nº de cuenta|cuenta bancaria|cuenta corriente|clabe|ccc|numero di conto|conto corrente|c c n"
          + "|coordinate bancarie|conta corrente|conta poupança|número da conta|conta bancária|nib"
          + "|rekeningnummer|bankrekening|rek nr|numer konta|nr konta|numer rachunku|nr rachunku|konto bankowe"
          + "|口座番号|普通預金|当座|खाता संख्या|खाता नंबर|बैंक खाता|계좌번호|계좌"),
  /** A mistyped one; right ones need no label. */
  IBAN(
      FindingType.IBAN,
      PrivacyClass.FINANCIAL,
      Form.mixed(15, 34, 10),
      "iban|iban no|iban nr|iban number|numéro iban|rib"),
  /** The same in one everyday word. */
  WEAK_ACCOUNT(
      FindingType.BANK_ACCOUNT,
      PrivacyClass.FINANCIAL,
      Form.mixed(7, 20, 7).near(),
      "account|accounts|konto|compte|cuenta|conto|conta|rekening|口座|खाता|chq|savings"),
  BANK(
      FindingType.BANK_ACCOUNT,
      PrivacyClass.FINANCIAL,
      Form.digits(5, 9),
      "routing number|routing no|routing|aba|aba number|aba routing|rtn|bank routing number|transit number"
          + "|transit no|sort code|sortcode|bankleitzahl|blz|bsb|bsb number|bank code|branch code"
          + "|code banque|code guichet|codice abi|numer rozliczeniowy|金融機関コード"),
  /** Brazil's and Japan's short numbers of branches. */
  BRANCH(
      FindingType.BANK_ACCOUNT,
      PrivacyClass.FINANCIAL,
      Form.digits(3, 6).near(),
      "agência|agencia|ag|支店番号|支店コード|institution number|filiale nr"),
  SWIFT(
      FindingType.BANK_ACCOUNT,
      PrivacyClass.FINANCIAL,
      Form.NONE,
      "swift|bic|swift code|bic code|swift bic|bic swift|bank swift|ifsc|ifsc code|micr|micr code"),
  /** The last digits of a card or an account, where one is spoken of. */
  LAST_FOUR(
      FindingType.CREDIT_CARD,
      PrivacyClass.FINANCIAL,
      Form.digits(3, 4),
      "ending|ending in|ending with|ends in|ends with|last four|last 4|last four digits|last 4 digits|last digits"
          + "|endend auf|endet auf|endziffern|letzte vier ziffern|se terminant par|terminant par|finissant par"
          + "|terminada en|termina en|terminación|últimos cuatro|che termina con|termina con|ultime quattro"
          + "|terminada em|termina em|final|últimos quatro|eindigend op|eindigt op|laatste vier|kończąca się na"
          + "|kończącej się|końcówka|końcówce|下4桁|下四桁|末尾|अंतिम चार|अंतिम 4|last4"),
  CVV(
      FindingType.CREDIT_CARD,
      PrivacyClass.FINANCIAL,
      Form.digits(3, 4).near(),
      "cvv|cvc|cvv2|cvc2|card verification|kartenprüfnummer|prüfnummer|cryptogramme|セキュリティコード|सीवीवी"),
  EXPIRY(
      FindingType.CREDIT_CARD,
      PrivacyClass.FINANCIAL,
      Form.NONE,
      "exp|exp date|expiry|expires|expiration|valid thru|valid until|gültig bis|expire|expiration date|caduca"
          + "|caducidad|vencimiento|scadenza|scad|validade|vencimento|geldig tot|ważna do|有効期限|वैधता"),
  /** Says that a card or an account is spoken of; a number that passes the cards' check is one. */
  CARD(
      FindingType.CREDIT_CARD,
      PrivacyClass.FINANCIAL,
      Form.digits(12, 19),
      "card|cards|credit card|credit card number|card number|cc|debit card|visa|mastercard|amex|account|ssn|ssns|karte|kreditkarte|konto|carte|compte|tarjeta|cuenta|carta"
          + "|conto|cartão|conta|kaart|rekening|karta|karty|karcie|カード|口座|कार्ड|खाता"),
  PLATE(
      FindingType.VEHICLE,
      PrivacyClass.PERSONAL,
      Form.mixed(5, 9, 1).near(),
      "license plate|licence plate|number plate|plate|plate number|plates|registration number|reg no|vehicle reg"
          + "|vehicle registration|car reg|kennzeichen|kfz kennzeichen|autokennzeichen|nummernschild|immatriculation"
          + "|immatriculée|immatriculé|plaque|plaque d'immatriculation|matrícula|matrícula del coche|placa"
          + "|placas|targa|targato|targata|placa do carro|kenteken|nummerbord|tablica rejestracyjna|rejestracyjny"
          + "|nr rejestracyjny|numer rejestracyjny|rejestracja|ナンバープレート|車両番号|車のナンバー|गाड़ी नंबर"
          + "|वाहन संख्या|차량번호"),
  VIN(
      FindingType.VEHICLE,
      PrivacyClass.PERSONAL,
      Form.mixed(17, 17, 3),
      "vin|chassis|chassis number|vehicle identification number|fahrgestellnummer|fin nummer|numéro de châssis"
          + "|número de bastidor|bastidor|numero di telaio|telaio|chassi|chassisnummer|numer vin|車台番号"),
  USERNAME(
      "username|user name|user|login|login name|screen name|handle|benutzername|nutzername|nom d'utilisateur"
          + "|identifiant|usuario|nombre de usuario|nome utente|usuário|nome de usuário|gebruikersnaam"
          + "|nazwa użytkownika|ユーザー名|ユーザ名|उपयोगकर्ता नाम|twitter|instagram|telegram|skype|discord|x handle"),
  LATITUDE(
      "lat|latitude|lng|lon|long|longitude|breitengrad|längengrad|latitud|longitud|latitudine|longitudine"),
  POSTCODE(
      FindingType.ADDRESS,
      PrivacyClass.INTERNAL,
      Form.mixed(3, 10, 2).near(),
      "zip|zip code|zipcode|postal code|postcode|post code|plz|postleitzahl|code postal|código postal|cap"
          + "|codice postale|cep|código de endereçamento|postcode|kod pocztowy|郵便番号|पिन कोड|pin code|pincode"
          + "|postnummer|우편번호");

  private final Rule rule;
  private final Form form;
  private final List<String> labels;

  Topic(FindingType type, PrivacyClass privacyClass, Form form, String labels) {
    this.rule = new Rule(type, name().toLowerCase(Locale.ROOT).replace('_', '-'), privacyClass);
    this.form = form;
    this.labels = List.of(labels.split("\\|"));
  }

  /** One whose values a finder of their own reads, and reports under a rule of its own. */
  Topic(String labels) {
    this(FindingType.USERNAME, PrivacyClass.PERSONAL, Form.NONE, labels);
  }

  /** Of a value that its label vouches for. */
  Rule rule() {
    return rule;
  }

  Form form() {
    return form;
  }

  List<String> labels() {
    return labels;
  }

  /** The topic's place in a set of topics. */
  long bit() {
    return 1L << ordinal();
  }

  boolean isIn(long topics) {
    return (topics & bit()) != 0;
  }
}
