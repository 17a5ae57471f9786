import EntityExtraction
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import TestSupport
import Testing

/// The course of three bills, told by many stories that arrive in any order.
@Suite struct BillCourseTests {
  private static let stories: [(date: String, text: String)] = [
    // H.R. 3633 of the 119th Congress
    ("2025-05-29", "WASHINGTON - Rep. French Hill on May 29 introduced the CLARITY Act, H.R. 3633, a crypto market bill."),
    ("2025-06-02", "H.R. 3633, the CLARITY Act, was referred to the Committee on Financial Services on May 29, 2025."),
    ("2025-06-11", "The House Financial Services Committee voted 32-19 on Tuesday to advance the CLARITY Act."),
    ("2025-06-24", "H.R. 3633 was reported on June 23, 2025, and waits for the House floor, said lawmakers."),
    ("2025-07-18", "The House passed the CLARITY Act on Thursday, 294-134. The crypto bill goes to the Senate."),
    ("2025-09-20", "H.R. 3633, the CLARITY Act, was received in the Senate on September 18 and referred to the Banking Committee."),
    ("2026-02-01", "The CLARITY Act, which the House passed in July, has yet to pass the Senate."),
    ("2025-07-19", "Told wrongly by one: the CLARITY Act was signed into law on July 18, 2025."),
    ("2025-10-30", "The Senate Banking Committee held a hearing on H.R. 3633, the CLARITY Act, on October 29, 2025."),
    // S. 1582 of the 119th Congress
    ("2025-05-02", "Sen. Bill Hagerty introduced S. 1582, the GENIUS Act, a stablecoin bill, on May 1, 2025."),
    ("2025-05-09", "The Senate fell short of the 60 votes needed for cloture on the GENIUS Act on Thursday, 48-49."),
    ("2025-05-20", "Senators advanced S. 1582, the GENIUS Act, in a 66-32 procedural vote on Monday."),
    ("2025-06-18", "The Senate voted 68-30 on Tuesday to pass the GENIUS Act."),
    ("2025-07-17", "House sends GENIUS Act to Trump's desk after a 308-122 vote. The House passed S. 1582 on July 17."),
    ("2025-07-18", "President Trump signed the GENIUS Act into law on Friday."),
    ("2026-03-01", "The GENIUS Act (Pub. L. No. 119-27), enacted on July 18, 2025, asks issuers for reserves."),
    // H.R. 4763 of the 118th Congress
    ("2023-07-21", "Rep. Glenn Thompson introduced H.R. 4763, FIT21, a crypto bill, on July 20, 2023."),
    ("2023-07-27", "The House Financial Services Committee on Wednesday approved H.R. 4763, FIT21, 35-15."),
    ("2024-05-23", "The House on May 22, 2024 passed FIT21, H.R. 4763, by 279 to 136."),
    ("2024-09-10", "H.R. 4763, FIT21, the crypto bill, was received in the Senate on September 9, 2024."),
    ("2025-06-20", "The CLARITY Act is the successor to FIT21, which the House passed in May 2024."),
  ]

  private static let extractor = Extractor(lexicon: .builtIn)

  /// A file of its own for each story, committed in the order given, in batches of at most three.
  private static func ladders(order: [Int], seed: UInt64) throws -> [String] {
    let folder = try TemporaryFolder()
    let library = try Library.open(DocumentPath(folder.path("library.sqlite")), entityNames: [])
    defer { try? library.close() }
    let root = DocumentPath("/docs")
    let today = try #require(CalendarDay(iso: "2026-11-22"))
    var sizes = SplitMix64(seed: seed)
    var rest = order[...]
    while !rest.isEmpty {
      let part = rest.prefix(1 + sizes.next(below: 3))
      rest = rest.dropFirst(part.count)
      let files = try part.map { number in
        let told = stories[number]
        let story = Story(title: "Story \(number)", text: told.text, date: try #require(CalendarDay(iso: told.date)), dateOrigin: .header)
        return IngestedFile(
          path: DocumentPath("/docs/\(number).txt"), root: root,
          state: FileState(size: 1, mtimeNanoseconds: 1, digest: Array("\(number)".utf8)),
          outcome: .read([IngestedStory(story, extractor.findings(in: story))]), reader: "test")
      }
      _ = try library.commit(IngestBatch(today: today, files: files))
    }
    return try ["us/119/hr/3633", "us/119/s/1582", "us/118/hr/4763"].flatMap { id in
      let ladder = BillLadder(claims: library.claims(onBill: id))
      let row = try library.answer(DashboardRequest(query: .everything, includesClosedBills: true, today: today)).bills.first {
        $0.id == id
      }
      let rungs = ladder.rungs.map { "\(id) \($0.stage.rawValue) \($0.date)\($0.isDated ? "" : " undated")" }
      let conflicts = ladder.conflicts.map { "\(id) conflict \($0.stage.rawValue) \($0.date?.description ?? "-") \($0.storyDate)" }
      return rungs + conflicts + [
        "\(id) stands \(row?.stage?.rawValue ?? "-") \(row?.hasConflict == true) after \(row?.predecessor ?? "-")"
      ]
    }
  }

  /// What the stories above tell, worked out by hand.
  private static let course = [
    "us/119/hr/3633 introduced 2025-05-29", "us/119/hr/3633 committee 2025-05-29", "us/119/hr/3633 reported 2025-06-10",
    "us/119/hr/3633 passed-house 2025-07-17", "us/119/hr/3633 conflict enacted 2025-07-18 2025-07-19",
    "us/119/hr/3633 stands passed-house true after us/118/hr/4763", "us/119/s/1582 introduced 2025-05-01",
    "us/119/s/1582 passed-senate 2025-06-17", "us/119/s/1582 passed-house 2025-07-17", "us/119/s/1582 to-president 2025-07-17 undated",
    "us/119/s/1582 enacted 2025-07-18", "us/119/s/1582 stands enacted false after -", "us/118/hr/4763 introduced 2023-07-20",
    "us/118/hr/4763 reported 2023-07-26", "us/118/hr/4763 passed-house 2024-05-22", "us/118/hr/4763 stands passed-house false after -",
  ]

  @Test func theLadderIsTheSameInWhateverOrderTheStoriesArrive() throws {
    let inOrder = try Self.ladders(order: Array(Self.stories.indices), seed: 1)
    #expect(inOrder == Self.course)
    for seed in 1...24 as ClosedRange<UInt64> {
      var generator = SplitMix64(seed: seed)
      let order = Array(Self.stories.indices).shuffled(using: &generator)
      #expect(try Self.ladders(order: order, seed: seed) == inOrder, "seed \(seed)")
    }
  }
}
