import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct CommitTests {
  @Test func aStoryComesBackAsItWentIn() throws {
    let temporary = try TemporaryLibrary(names: [
      EntityName(key: EntityKey(.agency, "sec"), name: "Securities and Exchange Commission", shortName: "SEC")
    ])
    var told = story("Kraken met the SEC.", title: "A meeting", identity: "guid-1", kind: .pressRelease, source: "Reuters")
    told.author = "Ann"
    told.url = "https://example.org/1"
    let found = findings(exchanges: ["kraken"], agencies: ["sec"])
    let report = try temporary.library.commit(batch([file("a/b.html", "d1", told, found)]))
    let id = try #require(report.added.first)
    let detail = try #require(try temporary.library.detail(of: id))
    #expect(detail.story == told)
    #expect(detail.findings == found)
    #expect(detail.fullPath == "/home/ann/regs/inbox/a/b.html")
    #expect(
      detail.row
        == StoryRow(
          id: id, date: day("2026-11-20"), kind: .pressRelease, title: "A meeting", names: ["Kraken", "SEC"], path: "inbox/a/b.html"))
    #expect(try temporary.library.rows(of: [StoryID(99), id]) == [detail.row])
  }

  @Test func aChangedFileReplacesItsOldMentionsAndText() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let first = try library.commit(batch([file("a.txt", "d1", story("old words"), findings(agencies: ["sec"]))]))
    let second = try library.commit(batch([file("a.txt", "d2", story("new words"), findings(agencies: ["cftc"]))]))
    #expect(second.changed == first.added)
    #expect(second.revision > first.revision)
    #expect(try library.texts(.word("old")) == [])
    #expect(try library.texts(.word("words")) == ["new words"])
    #expect(try library.texts(.id(.agency, "sec")) == [])
    #expect(try library.texts(.id(.agency, "cftc")) == ["new words"])
    #expect(try library.checkIntegrity() == [])
  }

  @Test func aFileThatWasOnlyTouchedMakesNoRevision() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let before = try library.commit(batch([file("a.txt", "d1", story("words"))]))
    let after = try library.commit(batch([file("a.txt", "d1", story("words"), mtime: 7)]))
    #expect(after == CommitReport(revision: before.revision, unchangedFiles: 1))
    #expect(try library.files(under: [root])[path("a.txt")]?.state.mtimeNanoseconds == 7)
  }

  @Test func anotherReaderReadsTheSameBytesAnew() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let before = try library.commit(batch([file("a.txt", "d1", story("words"))]))
    var again = file("a.txt", "d1", story("words"), findings(agencies: ["sec"]))
    again.reader = "text 2"
    let after = try library.commit(batch([again]))
    #expect(after.changed == before.added)
    #expect(try library.texts(.id(.agency, "sec")) == ["words"])
    #expect(try library.texts(.word("words")) == ["words"])
  }

  @Test func findingsThatChangeAloneAreSeen() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    func commit(_ found: Findings, _ reader: String) throws {
      var read = file("a.txt", "d1", story("words"), found)
      read.reader = reader
      try library.commit(batch([read]))
    }
    try commit(findings(bills: [bill("us/1", stages: [(.introduced, nil)])], notes: [note("BTC", .up, 500)]), "1")
    #expect(try library.answer().volatility.map(\.note.basisPoints) == [500])
    try commit(findings(bills: [bill("us/1", stages: [(.introduced, nil)])], notes: [note("BTC", .up, 600)]), "2")
    #expect(try library.answer().volatility.map(\.note.basisPoints) == [600])
    try commit(findings(bills: [bill("us/1", stages: [(.committee, nil)])], notes: [note("BTC", .up, 600)]), "3")
    #expect(try library.answer().bills.map(\.stage) == [.committee])
  }

  @Test func storiesOfAFeedKeepTheirNumbersByIdentity() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    func feed(_ digest: String, _ items: [(String, String)]) -> IngestedFile {
      let stories = items.enumerated().map { place, item in
        IngestedStory(story(item.1, index: place, identity: item.0), Findings())
      }
      return IngestedFile(path: path("feed.xml"), root: root, state: state(digest), outcome: .read(stories), reader: "feed 1")
    }
    let first = try library.commit(batch([feed("1", [("g1", "one"), ("g2", "two"), ("g3", "three")])]))
    let second = try library.commit(batch([feed("2", [("g4", "four"), ("g1", "one"), ("g3", "three, corrected")])]))
    #expect(second.added.count == 1)
    #expect(second.removed == [first.added[1]])
    // The first moved down one place, the third says something else.
    #expect(second.changed == [first.added[0], first.added[2]])
    #expect(try library.detail(of: first.added[0])?.story.text == "one")
    #expect(try library.detail(of: first.added[2])?.story.text == "three, corrected")
    #expect(try library.texts(.everything) == ["four", "one", "three, corrected"])
    #expect(try library.checkIntegrity() == [])
  }

  @Test func twoStoriesWithOneIdentityAreTwo() throws {
    let temporary = try TemporaryLibrary()
    let stories = (0..<3).map { IngestedStory(story("text \($0)", index: $0, identity: "same"), Findings()) }
    let file = IngestedFile(path: path("f"), root: root, state: state("d"), outcome: .read(stories), reader: "r")
    #expect(try temporary.library.commit(batch([file])).added.count == 3)
    #expect(try temporary.library.texts(.everything) == ["text 0", "text 1", "text 2"])
  }

  @Test func aRemovedFileTakesItsStoriesWithIt() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let first = try library.commit(batch([file("a.txt", "d1", story("one")), file("b.txt", "d2", story("two"))]))
    let second = try library.commit(batch(removed: [path("a.txt"), path("never.txt")]))
    #expect(second.removed == [first.added[0]])
    #expect(try library.texts(.everything) == ["two"])
    #expect(try library.detail(of: first.added[0]) == nil)
    #expect(try library.files(under: [root]).keys.map(\.name) == ["b.txt"])
    #expect(try library.checkIntegrity() == [])
    let third = try library.commit(batch([file("c.txt", "d3", story("three"))]))
    #expect(third.added[0] > first.added[1], "a number is never given twice")
  }

  @Test(arguments: [true, false]) func aMovedFileKeepsItsStories(isTold: Bool) throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let first = try library.commit(batch([file("old/a.txt", "d1", story("one"))]))
    try library.set(.starred, on: first.added, to: true)
    let moved = file("new/b.txt", "d1", story("one"))
    let renaming = IngestBatch.Renaming(from: path("old/a.txt"), to: path("new/b.txt"), root: root)
    let second = try library.commit(isTold ? batch(renamed: [renaming]) : batch([moved], removed: [path("old/a.txt")]))
    #expect(second.added == [] && second.removed == [] && second.changed == first.added)
    let row = try #require(try library.rows(of: first.added).first)
    #expect(row.path == "inbox/new/b.txt" && row.isStarred)
    #expect(try library.texts(.field(.source, .name("old"))) == [])
    #expect(try library.texts(.field(.source, .name("new"))) == ["one"])
    #expect(try library.dumpMarks().contains("new/b.txt"))
  }

  @Test func aFileThatFailsNowKeepsWhatItSaidBefore() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    try library.commit(batch([file("a.txt", "d1", story("one"))]))
    var broken = file("a.txt", "", story(""))
    broken.outcome = .failed(reason: "permission denied")
    let report = try library.commit(batch([broken]))
    #expect(report.removed == [])
    #expect(try library.texts(.everything) == ["one"])
    let record = try #require(try library.coverage().first)
    #expect(record.status == .failed && record.reason == "permission denied" && record.stories == 1)
    #expect(try library.commit(batch([broken])).revision == report.revision, "the same failure again is no change")
    var skipped = broken
    skipped.outcome = .skipped(reason: "excluded")
    #expect(try library.commit(batch([skipped])).removed.count == 1)
    #expect(try library.texts(.everything) == [])
    #expect(try library.checkIntegrity() == [])
  }

  @Test func theLedgerSaysWhatBecameOfEachFile() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    var partly = file("b.pdf", "d2", story("two"))
    partly.outcome = .read([IngestedStory(story("two"), Findings())], notes: ["3 of 12 pages have no text", "one picture"])
    var skipped = file("c.bin", "d3", story(""))
    skipped.outcome = .skipped(reason: "unknown format")
    try library.commit(batch([file("a.txt", "d1", story("one")), partly, skipped]))
    let records = try library.coverage()
    #expect(records.map(\.status) == [.read, .partly, .skipped])
    #expect(records[1].notes == ["3 of 12 pages have no text", "one picture"])
    #expect(records.map(\.stories) == [1, 1, 0])
    let statistics = try library.statistics()
    #expect(statistics.files == [.read: 1, .partly: 1, .skipped: 1] && statistics.stories == 2 && statistics.sourceBytes == 4)
  }

  @Test func filesAreThoseBelowTheFolderOnly() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let odd = DocumentPath(bytes: root.bytes + [0x2F, 0xFF, 0xFE])
    var beside = file("x", "d2", story("two"))
    beside.path = DocumentPath(root.text + "-old/x")
    var strange = file("x", "d3", story("three"))
    strange.path = odd
    try library.commit(batch([file("a.txt", "d1", story("one")), beside, strange]))
    #expect(Set(try library.files(under: [root]).keys) == [path("a.txt"), odd])
    #expect(Set(try library.files(under: [DocumentPath(root.text + "/")]).keys) == [path("a.txt"), odd])
    #expect(try library.files(under: []).isEmpty)
  }

  @Test func aFileTakenAwayAndPutBackInOneBatchHasChanged() throws {
    let temporary = try TemporaryLibrary()
    let first = try temporary.library.commit(batch([file("a", "1", story("first"))]))
    let second = try temporary.library.commit(batch([file("a", "2", story("second"))], removed: [path("a")]))
    #expect(second.changed == first.added && second.removed == [])
  }

  @Test func oneFileTwiceInABatchEndsAsItsLast() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    try library.commit(batch([file("a", "1", story("first"))]))
    let report = try library.commit(batch([file("a", "2", story("second")), file("a", "3", story("third"))]))
    #expect(Set(report.changed).count == 1)
    #expect(try library.texts(.word("second")) == [])
    #expect(try library.texts(.word("third")) == ["third"])
    #expect(try library.checkIntegrity() == [])
  }

  @Test func textsThatDifferOnlyInHowAnAccentIsWrittenAreReplaced() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    try library.commit(batch([file("a", "1", story("caf\u{E9}"))]))
    try library.commit(batch([file("a", "2", story("cafe\u{301}"))]))
    let id = try #require(try library.stories(matching: .everything, today: today).first)
    #expect(Array(try #require(try library.detail(of: id)).story.text.utf8) == Array("cafe\u{301}".utf8))
    #expect(try library.checkIntegrity() == [])
  }

  @Test func everyNumberBeyondAChunkIsFound() throws {
    let temporary = try TemporaryLibrary()
    let library = temporary.library
    let files = (0..<2500).map { number in
      file("\(number)", "d\(number)", story("text \(number)"), findings(agencies: number % 7 == 0 ? ["sec"] : ["cftc"]))
    }
    for start in stride(from: 0, to: 2500, by: 700) { try library.commit(batch(Array(files[start..<min(start + 700, 2500)]))) }
    let expected = (0..<2500).filter { $0 % 7 == 0 }.count
    #expect(try library.answer().agencies.map(\.stories) == [2500 - expected, expected])
    try temporary.reopen()
    #expect(try temporary.library.answer().agencies.map(\.stories) == [2500 - expected, expected])
    #expect(try temporary.library.answer(.id(.agency, "sec")).stories.count == expected)
  }
}
