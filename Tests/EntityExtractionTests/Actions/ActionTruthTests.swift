import RegulatoryModel
import Testing

@testable import EntityExtraction

/// A row of a truth table: a text, and what a careful reader would list.
struct TruthRow: Sendable, CustomTestStringConvertible {
  var text: String
  var wanted: [String]

  var testDescription: String { String(text.prefix(80)) }

  /// Reads `text => a | b`, one row a line; `¶` is a paragraph break.
  static func rows(_ table: String, separator: Character = "|") -> [TruthRow] {
    table.split(separator: "\n").compactMap { line in
      guard let arrow = line.firstRange(of: " =>") else { return nil }
      let wanted = line[arrow.upperBound...]
      let text = line[..<arrow.lowerBound].replacing("¶", with: "\n\n")
      return TruthRow(text: String(text), wanted: parts(wanted, separator))
    }
  }

  private static func parts(_ text: Substring, _ separator: Character) -> [String] {
    guard !text.allSatisfy(\.isWhitespace) else { return [] }
    // " || " parts quotations, which have " | " inside.
    let pieces = separator == "‖" ? text.split(separator: " || ").map(String.init) : text.split(separator: separator).map(String.init)
    return pieces.map { $0.trimmingPrefix(while: \.isWhitespace) }.map { piece in
      var piece = String(piece)
      while piece.last?.isWhitespace == true { piece.removeLast() }
      return piece
    }
  }

  /// The story of Wednesday, 11 June 2025, on crypto exchanges as its headline says.
  var findings: Findings {
    let text = "Crypto exchange regulators in the news\n\n" + text
    let day = CalendarDay(year: 2025, month: 6, day: 11) ?? CalendarDay(daysSinceEpoch: 0)
    return sharedExtractor.findings(in: Story(title: "", text: text, date: day, dateOrigin: .metadata))
  }
}

@Suite struct ActionTruthTests {
  @Test(arguments: TruthRow.rows(actionTruth))
  func whatAnAgencyDidIsTold(_ row: TruthRow) {
    let found = row.findings.actions.map { action in
      let amount = action.amount.map { "\($0)\(action.currency ?? "")" } ?? "-"
      let target = action.target?.replacing(" ", with: "~") ?? "-"
      return "\(action.agency)/\(action.kind.rawValue)/\(target)/\(amount)/\(action.date?.description ?? "-")"
    }
    #expect(found.sorted() == row.wanted.sorted(), "\(row.text)")
  }

  /// A text may be made to be slow: names, verbs and marks that lead on and on.
  @Test(
    arguments: [
      "the SEC and ", "the SEC (the SEC ", "SEC v. ", "SEC's ", "fined by the SEC by ", "SEC sued A and B, ", "settlement with the SEC to ",
      "SEC, which ", "the SEC said it ", "AGENCY: SEC ", "ACTION: ", "A-", "O'", "SEC charges Mixer ", "$1 to the SEC ",
    ])
  func aLongChainOfAgenciesTakesLinearTime(_ piece: String) {
    let text = "Binance " + String(repeating: piece, count: 200_000 / piece.utf8.count)
    let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 20_000), dateOrigin: .metadata)
    for action in sharedExtractor.findings(in: story).actions { #expect(action.span.upperBound <= text.utf8.count) }
  }
}
