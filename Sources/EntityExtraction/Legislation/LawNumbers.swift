import RegulatoryModel

/// Knows the laws of other countries by their numbers, however these are written: "Law 14,478/2022", "Law No. 14.478", "Bill 4.401/2021".
struct LawNumbers: Sendable {
  /// `14478`, or `4/2022` of short ones: the rows.
  private let rows: [String: [Int]]
  private let bills: [BillRow]

  init(_ bills: [BillRow]) {
    var rows: [String: [Int]] = [:]
    for (index, bill) in bills.enumerated()
    where bill.jurisdiction != "us" && !bill.jurisdiction.hasPrefix("us-") && bill.jurisdiction != "eu" {
      for text in [bill.number, bill.title] + bill.aliases.map(\.text) {
        guard text.contains("Law ") || text.contains("Bill ") || text.contains("Act "), let key = Self.key(text) else { continue }
        if rows[key]?.contains(index) != true { rows[key, default: []].append(index) }
      }
    }
    self.rows = rows
    self.bills = bills
  }

  /// The rows that a title with a number means; a number of four digits or fewer needs its country in the story.
  func rows(of title: String, jurisdiction: () -> String?) -> [Int]? {
    guard let key = Self.key(title), let found = rows[key] else { return nil }
    if key.utf8.count >= 5, !key.contains("/") { return found }
    guard let here = jurisdiction() else { return nil }
    let fitting = found.filter { bills[$0].jurisdiction == here }
    return fitting.isEmpty ? nil : fitting
  }

  /// The digits of the first number; with its year where it has three or fewer.
  static func key(_ text: String) -> String? {
    var parts: [String] = []
    var digits = ""
    var last: Character = " "
    for character in text + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if !digits.isEmpty, !((character == "," || character == ".") && last.isNumber && parts.isEmpty) {
        parts.append(digits)
        digits = ""
      }
      last = character
    }
    guard let first = parts.first else { return nil }
    if first.count >= 4, !(first.count == 4 && (first.hasPrefix("19") || first.hasPrefix("20"))) { return first }
    guard first.count <= 3, parts.count > 1, parts[1].count == 4 else { return nil }
    return first + "/" + parts[1]
  }
}
