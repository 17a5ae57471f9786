import DocumentReading
import RegulatoryModel
import Testing

@Suite struct DateTests {
  /// A first paragraph that gives no date.
  private static let prose =
    "The agency opened a consultation on the custody of client assets, and it asks for comments by March 3, 2025 at the latest."

  @Test(arguments: [
    ("July 21, 2025", "2025-07-21"), ("Friday, July 18, 2025", "2025-07-18"),
    ("Date: Tuesday, December 13, 2022, 10:00 a.m., 2128 Rayburn", "2022-12-13"),
    ("FOR IMMEDIATE RELEASE Nov. 21, 2023", "2023-11-21"), ("For immediate release: 3 March 2025", "2025-03-03"),
    ("Week ending 28 July 2023", "2023-07-28"),
    ("By the markets desk | 5 August 2024, 16:40 GMT", "2024-08-05"), ("Published: 2025-07-17T20:42:10Z", "2025-07-17"),
    ("Published in the Federal Register on December 30, 2024", "2024-12-30"), ("16.07.2025", "2025-07-16"),
    ("Datum: 17. Juli 2025", "2025-07-17"),
    ("Publié le 17 juillet 2025", "2025-07-17"), ("Paris, le 1er août 2025", "2025-08-01"), ("17 de julio de 2025", "2025-07-17"),
    ("Roma, 17 luglio 2025", "2025-07-17"), ("Posted on July 17th, 2025", "2025-07-17"), ("2025年7月17日", "2025-07-17"),
    ("September 5-6, 2024", "2024-09-06"),
    ("07/17/2025", "2025-07-17"), ("17/07/2025", "2025-07-17"),
  ])
  func aLineMadeForTheDateGivesIt(line: String, expected: String) throws {
    let found = try story("Agency opens consultation on custody\n\n\(line)\n\n\(Self.prose)")
    #expect(found.date == day(expected), "\(line)")
    #expect(found.dateOrigin == .header)
  }

  @Test(arguments: [
    ("WASHINGTON, July 17, 2025 — The House passed the bill.", "2025-07-17"),
    ("TORONTO/TOKYO, July 17 (2025) - The company withdrew.", "2025-07-17"),
    ("SEATTLE (Jan. 18, 2025) - The team won.", "2025-01-18"), ("March 26, 2025. The firm released a model on Tuesday.", "2025-03-26"),
    ("Washington D.C., Nov. 20, 2023 — The Commission today charged two firms.", "2023-11-20"),
    ("DUBAI, 20 May 2025 — The authority has issued rules.", "2025-05-20"),
    ("Frankfurt am Main, 15. April 2025 – Die Aufsicht hat entschieden, dass der Emittent das Angebot einstellen muss.", "2025-04-15"),
    ("WASHINGTON, July 17 (Reuters) - The House passed the bill.", "2025-07-17"),
    ("LONDON, Dec 30 (Reuters) - Markets closed.", "2025-12-30"),
  ])
  func aDatelineGivesTheDate(line: String, expected: String) throws {
    let found = try story("House passes the bill\n\n\(line) It goes to the Senate, where it will be taken up.")
    #expect(found.date == day(expected), "\(line)")
    #expect(found.dateOrigin == .dateline)
  }

  @Test(arguments: [
    "The SEC said on July 17, 2025 that it would wait.", "On July 17, 2025 the President signed S. 1582.",
    "Comments are due by July 17, 2025.",
    "In a letter of 17 July 2025, the agency wrote that it had no objection.", "Bitcoin rose 5% on July 17, 2025 - a record.",
  ])
  func aDateInASentenceIsNotTheDocuments(sentence: String) throws {
    let found = try story("A title of the story\n\n\(sentence) More text follows here.")
    #expect(found.date == testDay)
    #expect(found.dateOrigin == .fileTime)
  }

  @Test(
    arguments: [
      ("2025-07-17-house.txt", "2025-07-17"), ("pr_20250717.txt", "2025-07-17"), ("2025_07_17 note.txt", "2025-07-17"),
      ("house-17-Jul-2025.txt", "2025-07-17"),
      ("digest-2025-07.txt", "2025-07-01"), ("r-asia-2024-2025.txt", nil), ("fil-7-2025.txt", nil), ("no-date.txt", nil),
      ("19991340.txt", nil),
      ("1887-01-01.txt", nil), ("2031-01-01.txt", nil),
    ] as [(String, String?)])
  func theFileNameGivesTheDateWhereTheTextHasNone(name: String, expected: String?) throws {
    let found = try story("A title of the story\n\n\(Self.prose)", as: name)
    #expect(found.date == expected.flatMap(day) ?? testDay, "\(name)")
    #expect(found.dateOrigin == (expected == nil ? .fileTime : .fileName))
  }

  @Test func anAmbiguousDateNeedsEvidence() throws {
    let american =
      "<html lang=en-US><head><meta name=date content='03/04/2025'><title>A title here</title></head><body><p>Text.</p></body></html>"
    #expect(try story(american, as: "a.html").date == day("2025-03-04"))
    #expect(try story(american.replacing("en-US", with: "en-GB"), as: "a.html").date == day("2025-04-03"))
    #expect(try story(american.replacing("en-US", with: "de"), as: "a.html").date == day("2025-04-03"))
    #expect(try story(american.replacing(" lang=en-US", with: ""), as: "a.html").dateOrigin == .fileTime)
  }

  @Test(
    arguments: [
      ("Oversight of the SEC: a summary of the hearing of 24 September 2024", "2024-09-24"),
      ("Where things stand on June 24, 2025", "2025-06-24"),
      ("SEC v. Ripple: what the ruling of July 13, 2023 means", nil), ("Agency extends its deadline to July 17, 2025", nil),
    ] as [(String, String?)])
  func aTitleEndsInTheDocumentsDate(title: String, expected: String?) throws {
    let found = try story("\(title)\n\n\(Self.prose)")
    #expect(found.date == expected.flatMap(day) ?? testDay)
  }

  @Test func aDateBeyondReasonIsPassedOver() throws {
    let found = try story("A title of the story\n\nMarch 3, 2031\n\n\(Self.prose)")
    #expect(found.dateOrigin == .fileTime)
  }

  @Test func aFileStampedByAnArchiveDoesNotLimitTheDate() throws {
    let reading = try DocumentReader().read(
      Array("A title\n\nJuly 17, 2025\n\n\(Self.prose)".utf8), path: DocumentPath("a.txt"), modified: CalendarDay(daysSinceEpoch: 0))
    #expect(reading.stories.first?.date == day("2025-07-17"))
  }

  @Test func theBestOriginWins() throws {
    let page = """
      <html><head><meta property="article:published_time" content="2025-01-02T10:00:00Z"><title>A title of the story</title>
      <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-01-03"}</script></head>
      <body><h1>A title of the story</h1><p>January 4, 2025</p><p>\(Self.prose)</p></body></html>
      """
    func read(without part: String...) throws -> Story {
      try story(part.reduce(page) { $0.replacing($1, with: "") }, as: "2025-01-05.html")
    }
    let meta = "property=\"article:published_time\""
    #expect(try read().dateOrigin == .metadata)
    #expect(try read(without: meta).date == day("2025-01-03"))
    #expect(try read(without: meta).dateOrigin == .structuredData)
    #expect(try read(without: meta, "datePublished").date == day("2025-01-04"))
    #expect(try read(without: meta, "datePublished", "<p>January 4, 2025</p>").date == day("2025-01-05"))
  }
}
