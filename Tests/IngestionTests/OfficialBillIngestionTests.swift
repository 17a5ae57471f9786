import EntityExtraction
import Foundation
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import TestSupport
import Testing

/// A bill's official file and the stories on the bill are one record, and the file is its source.
@Suite struct OfficialBillIngestion {
  private static let status = """
    <billStatus><bill><number>3633</number><type>HR</type><congress>119</congress><title>Digital Asset Market Clarity Act of 2025</title>
    <introducedDate>2025-05-29</introducedDate><actions>
    <item><actionDate>2025-09-18</actionDate><text>Received in the Senate and Read twice and referred to the Committee on Banking.</text></item>
    <item><actionDate>2025-07-17</actionDate><actionCode>8000</actionCode><text>Passed/agreed to in House: On passage Passed.</text></item>
    <item><actionDate>2025-05-29</actionDate><actionCode>1000</actionCode><text>Introduced in House</text></item></actions></bill></billStatus>
    """

  @Test(arguments: [["a.txt", "b.xml"], ["b.xml", "a.txt"]])
  func theOfficialFileWinsInAnyOrder(names: [String]) throws {
    let folder = try TemporaryFolder()
    let docs = folder.url.appending(path: "docs")
    try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
    let library = try Library.open(
      DocumentPath(folder.url.appending(path: "library.sqlite").path), entityNames: Lexicon.builtIn.entityNames)
    let ingestor = Ingestor(library: library, files: FileIngestion(extractor: Extractor(lexicon: .builtIn)), workers: 1)
    let today = CalendarDay(daysSinceEpoch: 20_520)
    for name in names {
      let text =
        name == "b.xml"
        ? Self.status
        : "Clarity at last\n\nWASHINGTON, August 2, 2025 — The CLARITY Act, H.R. 3633, was signed into law on August 1, 2025.\n"
      try Data(text.utf8).write(to: docs.appending(path: name))
      _ = try ingestor.load([DocumentPath(docs.path)], today: today)
    }
    let stories = try library.stories(matching: .field(.bill, .id("us/119/hr/3633")), today: today)
    let rows = try library.rows(of: stories)
    #expect(rows.count == 2, "one record for both")
    let row = try #require(try library.answer(DashboardRequest(query: .everything, today: today)).bills.first { $0.id == "us/119/hr/3633" })
    #expect(row.stage == .passedHouse && row.hasConflict)
    #expect(row.evidence.map { place in rows.first { $0.id == place.story }?.title.hasPrefix("H.R. 3633 (119th)") } == true)
    let ladder = BillLadder(claims: library.claims(onBill: "us/119/hr/3633"))
    let current = try #require(ladder.current)
    #expect(current.stage == .passedHouse && current.date == CalendarDay(iso: "2025-07-17"))
    #expect(rows.first { $0.id == current.claim.story }?.title.hasPrefix("H.R. 3633 (119th)") == true)
    #expect(ladder.conflicts.map(\.stage) == [.enacted])
    let staged = try library.stories(matching: .field(.stage, .id("passed-house")), today: today)
    #expect(try library.rows(of: staged).count == 2, "the bill stands where its file says, for every story on it")
  }
}
