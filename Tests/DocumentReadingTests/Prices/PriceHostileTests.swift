import RegulatoryModel
import Testing

@testable import DocumentReading

/// Whatever stands in a CSV file, reading it ends, with a story or a sentence.
@Suite struct PriceHostileTests {
  private static let pieces = [
    "Date,Close\n", "snapped_at,price\n", "date;schlusskurs\n", "2024-01-01,", "2024-01-02,", "01/02/2024;", "1,234.56", "1.234,56", "\"",
    "\"\"",
    ",", ";", "\t", "|", "\n", "\r\n", "\r", "null", "-", "1e308", "1e-400", "99999999999999999999", "1704067200000,", "\u{0}", "\u{FEFF}",
    "BTC", "日本", "\u{202E}", "2024-01-01T00:00:00+", "Jan ", " ", "symbol", "date", "close", "0", "9",
  ]

  @Test(arguments: 0..<10) func noBytesCrashTheReader(block: UInt64) {
    for seed in (block * 100)..<(block * 100 + 100) {
      var generator = SeededGenerator(seed: seed)
      var bytes: [UInt8] = seed % 2 == 0 ? Array("date,symbol,close\n2024-01-01,A,5\n2024-01-02,A,6\n".utf8) : []
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        bytes += Array(Self.pieces.randomElement(using: &generator)?.utf8 ?? "".utf8)
      }
      guard let reading = try? readBytes(bytes, as: "a.csv") else { continue }
      for story in reading.stories {
        #expect(isPrintable(story.text, lines: true) && isPrintable(story.title), "seed \(seed)")
        #expect(story.text.hasPrefix(story.title), "seed \(seed)")
        let length = story.text.utf8.count
        for span in story.prices?.moveSpans.values.map({ $0 }) ?? [] { #expect(span.upperBound <= length, "seed \(seed)") }
      }
    }
  }

  @Test func aLineOfAMillionColumnsIsOneRow() throws {
    let wide = String(repeating: ",x", count: 1_000_000)
    #expect(throws: ReadingError.self) { try readBytes(Array(("a" + wide).utf8), as: "a.csv") }
    let text = "date,close\n2024-01-01,5" + wide + "\n2024-01-02,6\n"
    #expect(try story(text, as: "BTC-USD.csv").prices?.series.closes.map(\.price) == [5, 6])
    var rows = DelimitedRows.Row()
    let bytes = Array(("a" + wide).utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedRows(buffer, separator: 0x2C)
      let hasRow = reader.next(&rows)
      #expect(hasRow)
      #expect(rows.count == 1_000_001 && rows.fields.count == DelimitedRows.fieldLimit)
    }
  }

  @Test func manyOpenQuotesTakeNoMoreThanTheirLines() {
    let rows = (0..<200_000).map { _ in "2024-01-01,\"5" }.joined(separator: "\n")
    // Nearly no row can be read: it is no table of prices.
    #expect(throws: ReadingError.unknownTable(columns: "date, close")) {
      try readBytes(Array(("date,close\n2024-01-01,5\n" + rows).utf8), as: "a.csv")
    }
  }

  @Test func aNulSpoilsItsRowAlone() throws {
    let reading = try readBytes(Array("date,close\n2024-01-01,5\n2024-01-02,6\u{0}\n2024-01-03,7\n".utf8), as: "BTC-USD.csv")
    #expect(reading.stories.first?.prices?.series.closes.map(\.price) == [5, 7])
    #expect(reading.notes.contains { $0.contains("line 3") })
  }

  @Test func aFileOverTheLimitIsRefusedUnread() {
    #expect(throws: ReadingError.tooLarge(bytes: 50, limit: 10)) {
      try DocumentReader(limits: .with { $0.textBytes = 10 }).read(
        [UInt8](repeating: 0x31, count: 50), path: DocumentPath("BTC-USD.csv"), modified: testDay)
    }
  }

  @Test func moreAssetsThanAnybodyHasAreCut() throws {
    let rows = (0..<600).flatMap { asset in ["2024-01-01,A\(asset),5.5", "2024-01-02,A\(asset),6.5"] }
    let reading = try readBytes(Array((["date,symbol,close"] + rows).joined(separator: "\n").utf8), as: "a.csv")
    #expect(reading.stories.count == PriceTable.assetLimit)
    #expect(reading.notes.first?.hasPrefix("200 rows left out, of more than 500 assets: lines 1002, 1003") == true)
    #expect(reading.notes.count <= 40)
  }
}
