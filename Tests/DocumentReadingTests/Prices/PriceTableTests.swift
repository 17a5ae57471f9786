import RegulatoryModel
import Testing

@testable import DocumentReading

/// What is wrong in a table is told with its lines, and the rest is read.
@Suite struct PriceTableTests {
  @Test func wrongRowsAreToldWithTheirLinesAndTheRestIsRead() throws {
    let text = """
      Date,Open,High,Low,Close,Adj Close,Volume
      2024-01-01,1,1,1,100,100,5
      2024-01-02,null,null,null,null,null,null
      2024-01-03,1,1,1,0,0,5
      2024-01-04,1,1,1,-7,-7,5
      2024-01-05,1,1,1,NaN,NaN,5
      2024-01-06,1,1,1,105,105,5
      2024-01-06,1,1,1,105,105,5
      2024-01-07,1,1,1,107,107,5
      2024-01-07,1,1,1,108,108,5
      yesterday,1,1,1,108,108,5
      2024-01-08,1,1
      2024-01-09,"1,1,1,109,109,5
      2024-01-10,1,1,1,110,110,5
      2024-02-30,1,1,1,110,110,5
      2024-01-11,1,1,1,111,111,5
      2024-01-12,1,1,1,112,112,5
      2024-01-13,1,1,1,113,113,5
      """
    let reading = try readBytes(Array(text.utf8), as: "BTC-USD.csv")
    #expect(reading.stories.first?.prices?.series.closes.map(\.price) == [100, 105, 108, 110, 111, 112, 113])
    #expect(
      reading.notes == [
        "1 row left out, a quote is not closed: line 13", "1 row left out, with too few fields: line 12",
        "2 rows left out, without a date that can be read: lines 11 and 15",
        "2 rows left out, without a price that is a number: lines 3 and 6",
        "2 rows left out, with a price of zero, less, or beyond all measure: lines 4 and 5",
        "1 day stands there twice with the same price: line 8",
        "1 day stands there twice with another price, of which the later line counts: line 10",
        "6 days are missing in 2 places, the first between 2024-01-01 and 2024-01-06",
      ])
  }

  @Test func longListsOfLinesAreCut() throws {
    let rows = (1...28).map { "2024-02-\($0 < 10 ? "0" : "")\($0),\($0 % 4 == 0 ? "n/a" : "5.5")" }
    let reading = try readBytes(Array((["date,price"] + rows).joined(separator: "\n").utf8), as: "a.csv")
    #expect(reading.notes.first == "7 rows left out, without a price that is a number: lines 5, 9, 13, 17, 21 and 2 more")
  }

  @Test(arguments: [
    ("13/02/2024", "14/02/2024", "2024-02-13", nil as String?), ("02/13/2024", "02/14/2024", "2024-02-13", nil),
    ("01/02/2024", "13/02/2024", "2024-02-01", nil), ("01/02/2024", "02/13/2024", "2024-01-02", nil),
    ("01/02/2024", "02/02/2024", "2024-01-02", "month first"), ("01.02.2024", "02.02.2024", "2024-02-01", "day first"),
  ])
  func theWholeColumnTellsDayFromMonth(first: String, second: String, expected: String, note: String?) throws {
    let reading = try readBytes(Array("date,close\n\(first),5.5\n\(second),6.5\n".utf8), as: "BTC-USD.csv")
    #expect(reading.stories.first?.prices?.series.closes.first?.day.description == expected)
    let guess = reading.notes.first { $0.contains("01/02/2024") }
    #expect((guess != nil) == (note != nil))
    if let note { #expect(guess?.contains(note) == true) }
  }

  @Test(arguments: [
    ("1234.56", PriceNumber.Mark.point, 1234.56 as Double?), ("1,234.56", .point, 1234.56), ("1.234,56", .comma, 1234.56),
    ("1 234,56", .comma, 1234.56),
    ("1'234.56", .point, 1234.56), ("60,58,810.5", .point, 6_058_810.5), ("$42,827.25", .point, 42827.25),
    ("42827.25 USD", .point, 42827.25),
    ("USD 42827.25", .point, 42827.25), ("€1.234,56", .comma, 1234.56), ("1.2e-05", .point, 0.000012), ("1E5", .point, 100_000),
    ("61315.8900000000", .point, 61315.89), ("0.00001234", .point, 0.00001234), ("-5", .point, -5), ("+5", .point, 5),
    ("0.1", .point, 0.1), ("123456789.123456789123", .point, 123456789.12345679), ("99999999999999999999", .point, 1e20),
    ("", .point, nil), ("null", .point, nil), ("NaN", .point, nil), ("-", .point, nil), ("1.2.3", .point, nil), ("1,23", .point, nil),
    ("12,345,67", .point, nil), ("1e", .point, nil), ("1e999", .point, nil), ("5x", .point, nil), ("0x10", .point, nil), (".", .point, nil),
  ])
  func aNumberIsReadAsItsColumnWritesIt(text: String, mark: PriceNumber.Mark, expected: Double?) {
    var text = text
    #expect(text.withUTF8 { PriceNumber(mark: mark).value(of: $0[...]) } == expected)
  }

  @Test func numbersReadFastAreTheNearestDoubles() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<5000 {
      let digits = (0..<Int.random(in: 1...17, using: &generator)).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      let cut = Int.random(in: 1...digits.count, using: &generator)
      var text = digits.prefix(cut) + (cut < digits.count ? "." + digits.dropFirst(cut) : "")
      let expected = Double(text)
      #expect(text.withUTF8 { PriceNumber(mark: .point).value(of: $0[...]) } == expected)
    }
  }

  @Test(arguments: [
    (["1,234"] as [String], 0x2C as UInt8, PriceNumber.Mark.point, true), (["1,234"], 0x3B, .comma, true),
    (["1,234", "1,234.5"], 0x3B, .point, false),
    (["1,234", "1.234,5"], 0x3B, .comma, false), (["0,523"], 0x3B, .comma, false), (["1.234"], 0x2C, .point, true),
    (["1.234", "0.999"], 0x2C, .point, false), (["1.234.567"], 0x3B, .comma, false), (["1,234,567"], 0x2C, .point, false),
    (["42827"], 0x3B, .point, false), (["42827,5"], 0x3B, .comma, false),
  ])
  func theColumnTellsItsDecimalMark(fields: [String], separator: UInt8, mark: PriceNumber.Mark, isGuess: Bool) {
    var evidence = PriceNumber.Evidence()
    for field in fields {
      var field = field
      field.withUTF8 { evidence.look(at: $0[...]) }
    }
    #expect(evidence.mark(separator: separator) == (mark, isGuess))
  }

  @Test(arguments: [
    ("2024-01-31", 1_706_659_200 as Int64, false), ("2024/1/31", 1_706_659_200, false), ("20240131", 1_706_659_200, false),
    ("31.01.2024", 1_706_659_200, false), ("31-01-24", 1_706_659_200, false), ("Jan 31, 2024", 1_706_659_200, false),
    ("31 January 2024", 1_706_659_200, false), ("2024-01-31 12:30", 1_706_704_200, true), ("2024-01-31T12:30:00Z", 1_706_704_200, true),
    ("2024-01-31T12:30:00.123456Z", 1_706_704_200, true), ("2024-01-31 12:30:00 UTC", 1_706_704_200, true),
    ("2024-01-31T12:30:00+02:00", 1_706_697_000, true), ("2024-01-31T12:30:00-0530", 1_706_724_000, true),
    ("2024-01-31 12-PM", 1_706_702_400, true), ("2024-01-31 12:30 AM", 1_706_661_000, true), ("1706704200", 1_706_704_200, true),
    ("1706704200.5", 1_706_704_200, true), ("1706704200123", 1_706_704_200, true), ("1706704200123456", 1_706_704_200, true),
    ("1706704200123456789", 1_706_704_200, true),
  ])
  func aMomentIsReadAsPeopleAndProgramsWriteIt(text: String, seconds: Int64, hasTime: Bool) {
    var text = text
    #expect(text.withUTF8 { PriceMoment($0[...], order: .dayFirst) } == PriceMoment(seconds: seconds, hasTime: hasTime))
  }

  @Test(arguments: [
    "", "yesterday", "2024-02-30", "32.01.2024", "2024-01-31 25:00", "2024-01-31 12:60", "2024-01-31 12:30 EST", "2024-01-31 or so",
    "12345",
    "1800-01-01", "2200-01-01", "99999999999999999999", "1/2", "2024-01-31T12:30:00+99:00", "12.5",
  ])
  func whatIsNoMomentIsNone(text: String) {
    var text = text
    #expect(text.withUTF8 { PriceMoment($0[...], order: .dayFirst) } == nil)
  }

  @Test func aDayThatIsNotOverIsLeftOut() throws {
    let hours = (0..<24).map { "2024-01-01 \($0 < 10 ? "0" : "")\($0):00:00,100" }
    let rest = (0..<10).map { "2024-01-02 0\($0):00:00,90" }
    let reading = try readBytes(Array((["time,close"] + hours + rest).joined(separator: "\n").utf8), as: "BTC-USD.csv")
    #expect(reading.stories.first?.prices?.series.closes.map(\.day.description) == ["2024-01-01"])
    #expect(reading.notes == ["2024-01-02 ends at 09:00 UTC and is left out, since its closing price is not known"])
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    var generator = SeededGenerator(seed: 5)
    for layout in SamplePrices.all where layout.description != "yfinance" && layout.description != "CryptoDataDownload" {
      var lines = layout.text.split(whereSeparator: \.isNewline)
      let head = lines.first.map { $0.contains(where: \.isLetter) && !$0.hasPrefix("Jan") ? [lines.removeFirst()] : [] } ?? []
      let shuffled = (head + lines.shuffled(using: &generator)).joined(separator: "\n")
      #expect(
        try readBytes(Array(shuffled.utf8), as: layout.file) == readBytes(Array(layout.text.utf8), as: layout.file), "\(layout.description)"
      )
    }
  }

  @Test func aFewDaysSayThatTheyAreFew() throws {
    let body = try story("date,close\n2024-01-01,100\n2024-01-02,110\n", as: "BTC-USD.csv").body
    #expect(body.contains("Over 1 day: up 10 %, from 100.00 on 1 Jan 2024."))
    #expect(body.contains("Over 7 days: not enough days."))
    #expect(body.contains("Realised volatility over 30 days: not enough days."))
    #expect(body.contains("Largest fall from a peak: none, no close is below an earlier one."))
    #expect(body.contains("Large daily moves: not enough days to say what is usual; 30 daily returns are needed."))
  }

  @Test(arguments: [
    (60588.1, "60,588.10"), (1234567.891, "1,234,567.89"), (2.5134, "2.5134"), (1.0, "1.00"), (0.5, "0.50"), (0.00001234, "0.00001234"),
    (0.000012345678, "0.0000123457"), (99.99995, "100.00"), (0.12345678, "0.123457"), (2.675, "2.675"),
  ])
  func pricesAreWrittenForPeople(price: Double, expected: String) {
    #expect(PriceText.price(price) == expected)
  }
}
