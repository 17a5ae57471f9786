/// People's names as `sponsor:` compares them.
enum PersonName {
  private static let suffixes: Set<Substring> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

  /// "Lummis" of "Sen. Cynthia M. Lummis (R-Wyo.)": the last word of the name, without what is behind a comma or in brackets.
  static func family(_ name: String) -> String {
    let plain = name.prefix { $0 != "," && $0 != "(" && $0 != "[" }
    let words = plain.split(separator: " ").filter { !suffixes.contains($0) }
    return words.last.map(String.init) ?? name
  }

  /// Whether the wanted words are the name, or some of its words in a row, ignoring case and punctuation: "warren" is "Sen. Elizabeth Warren".
  static func matches(_ name: String, _ wanted: String) -> Bool {
    func words(_ text: String) -> String {
      " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
    }
    let sought = words(wanted)
    return sought != "  " && words(name).contains(sought)
  }
}
