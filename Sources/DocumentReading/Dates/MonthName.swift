/// Month names and their usual abbreviations: English, German, French, Spanish, Italian, Portuguese, Dutch.
enum MonthName {
  private static let names: [[String]] = [
    ["january", "jan", "januar", "jänner", "jän", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro", "januari"],
    ["february", "feb", "februar", "feber", "février", "fevrier", "févr", "fév", "febrero", "febbraio", "fevereiro", "fev", "februari"],
    ["march", "mar", "märz", "mär", "maerz", "mars", "marzo", "março", "maart", "mrt"],
    ["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
    ["may", "mai", "mayo", "maggio", "mag", "maio", "mei"],
    ["june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho"],
    ["july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho"],
    ["august", "aug", "août", "aout", "agosto", "ago", "augustus"],
    ["september", "sept", "sep", "septembre", "septiembre", "setiembre", "settembre", "set", "setembro"],
    ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out"],
    ["november", "nov", "novembre", "noviembre", "novembro"],
    ["december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic", "dicembre", "dezembro"],
  ]

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (place, group) in names.enumerated() { for name in group { months[name] = place + 1 } }
    return months
  }()

  /// 1…12 for a month's name or abbreviation in any case, without its full stop.
  static func month(_ word: Bytes) -> Int? {
    guard (3...11).contains(word.count), let first = word.first?.lowered else { return nil }
    // a d e f g j l m n o s
    guard first.isASCIILetter, 0x47a79 >> UInt32(first - 0x61) & 1 == 1 else { return nil }
    return months[word.text.lowercased()]
  }
}

/// Weekday names, which stand before a date and say nothing more.
enum WeekdayName {
  private static let names: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs",
    "fri",
    "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",
    "zaterdag", "zondag", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
  ]

  static func isOne(_ word: Bytes) -> Bool { (3...16).contains(word.count) && names.contains(word.text.lowercased()) }
}
