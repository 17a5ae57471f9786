import EntityExtraction
import RegulatoryModel
import Testing

/// A text, the day of its story, and the bills that a careful reader lists: "id stage", or the id alone where no stage is told.
struct LegislationRow: Sendable, CustomTestStringConvertible {
  var text: String
  var date: String
  var bills: [String]

  init(_ text: String, _ bills: String..., on date: String = "2025-07-20") {
    self.text = text
    self.date = date
    self.bills = bills
  }

  var testDescription: String { String(text.prefix(80)) }

  var found: [BillFinding] { FindingsOfText.bills(text, date) }

  /// Bills that a reader follows, as the row writes them.
  var listed: [String] {
    found.filter { !$0.isGeneralLaw }.map { bill in bill.stage.map { "\(bill.id) \($0.rawValue)" } ?? bill.id }
  }
}

/// Runs one finder over a text, with the built-in lexicon.
enum FindingsOfText {
  static let bills = LegislationFinder(lexicon: .builtIn)
  static let moves = VolatilityFinder(lexicon: .builtIn)

  static func scan(_ text: String, _ date: String) -> TextScan {
    let day = CalendarDay(iso: date) ?? CalendarDay(daysSinceEpoch: 0)
    return TextScan(Story(title: "", text: text, date: day, dateOrigin: .metadata), lexicon: .builtIn)
  }

  static func bills(_ text: String, _ date: String = "2025-07-20") -> [BillFinding] { bills.find(in: scan(text, date)) }
  static func moves(_ text: String, _ date: String = "2025-07-20") -> [VolatilityNote] { moves.find(in: scan(text, date)) }
  static func deadlines(_ text: String, _ date: String = "2025-07-20") -> [Deadline] { DeadlineFinder().find(in: scan(text, date)) }

  /// The words of the text that a span covers.
  static func words(_ text: String, _ span: Range<Int>) -> String { String(decoding: Array(text.utf8)[span], as: UTF8.self) }
}
