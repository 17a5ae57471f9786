/// People's names as `sponsor:` compares them.
enum PersonName {
  /// Whether the wanted words are the name, or some of its words in a row, ignoring case and punctuation: "warren" is "Sen. Elizabeth Warren".
  static func matches(_ name: String, _ wanted: String) -> Bool {
    func words(_ text: String) -> String {
      " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
    }
    let sought = words(wanted)
    return sought != "  " && words(name).contains(sought)
  }
}
