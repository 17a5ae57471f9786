import NearDuplicates
import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct FoldTests {
  /// A text of 120 words made from a seed; `changes` of them are others.
  private static func text(_ seed: Int, changes: Int = 0, version: Int = 0) -> String {
    var random = SeededGenerator(seed: seed + 1)
    var words = (0..<120).map { _ in "word\(Int.random(in: 0..<4000, using: &random))" }
    for change in 0..<changes { words[(change * 37 + 5) % 120] = "v\(version)c\(change)" }
    return words.joined(separator: " ")
  }

  private static func copy(_ seed: Int, version: Int = 0, changes: Int = 0, on date: CalendarDay = day("2026-03-01")) -> Story {
    Story(
      title: "t", text: text(seed, changes: version == 0 ? 0 : changes, version: version), date: date, dateOrigin: .header, kind: .news)
  }

  /// Which files' stories are one, by the library; those that stand alone are left out.
  private func folds(_ library: Library) throws -> Set<Set<String>> {
    let index = library.index
    var groups: [UInt32: Set<String>] = [:]
    for row in try library.rows(of: index.all.stories.map { StoryID(Int64($0)) }) {
      let fold = index.fold(of: UInt32(row.id.rawValue))
      if fold != 0 { groups[fold, default: []].insert(String(row.path.split(separator: "/").last ?? "")) }
    }
    for (label, members) in groups {
      #expect(members.count > 1)
      #expect(index.folded.contains(label))
    }
    return Set(groups.values)
  }

  @Test(arguments: 0..<12) func copiesFoldInAnyOrderOfArrivalAndInAnyBatches(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let files = (0..<4).flatMap { story in
      (0..<5).map { version in file("\(story)-\(version)", "\(story)-\(version)", Self.copy(story, version: version, changes: 3)) }
    }
    let temporary = try TemporaryLibrary()
    var waiting = files.shuffled(using: &random)
    while !waiting.isEmpty {
      let count = Int.random(in: 1...6, using: &random)
      try temporary.library.commit(batch(Array(waiting.prefix(count))))
      waiting.removeFirst(min(count, waiting.count))
      if Bool.random(using: &random) { try temporary.reopen() }
    }
    #expect(try folds(temporary.library) == Set((0..<4).map { story in Set((0..<5).map { "\(story)-\($0)" }) }))
    #expect(try temporary.library.checkIntegrity().isEmpty)
  }

  @Test func aWeekApartIsTheSameStoryAndEightDaysAreNot() throws {
    let temporary = try TemporaryLibrary()
    let first = day("2026-03-01")
    try temporary.library.commit(
      batch([
        file("a", "a", Self.copy(1, on: first)), file("b", "b", Self.copy(1, on: first.adding(days: 7))),
        file("c", "c", Self.copy(2, on: first)), file("d", "d", Self.copy(2, on: first.adding(days: 8))),
        file("e", "e", Self.copy(3, on: day("1969-12-30"))), file("f", "f", Self.copy(3, on: day("1970-01-02"))),
      ]))
    #expect(try folds(temporary.library) == [["a", "b"], ["e", "f"]])
  }

  @Test func officialPapersStandApartHoweverAlike() throws {
    let temporary = try TemporaryLibrary()
    try temporary.library.commit(
      batch(
        [DocumentKind.notice, .notice, .rule, .news].enumerated().map { number, kind in
          var story = Self.copy(1)
          story.kind = kind
          return file("\(number)", "\(number)", story)
        }))
    #expect(try folds(temporary.library).isEmpty)
  }

  @Test func aTextLongerThanAnyWireStoryStandsApart() throws {
    let temporary = try TemporaryLibrary()
    for (name, length) in [("short", IngestedStory.longestWireStory / 2), ("long", IngestedStory.longestWireStory + 1)] {
      let text = String((0..<200_000).map { "word\($0) " }.joined().prefix(length))
      let story = Story(title: "t", text: text, date: day("2026-03-01"), dateOrigin: .header, kind: .news)
      try temporary.library.commit(batch((0..<2).map { file("\(name)\($0)", "\(name)\($0)", story) }))
    }
    #expect(try folds(temporary.library) == [["short0", "short1"]])
  }

  @Test func theSameHeadlineOverAnotherTextStaysApart() throws {
    let temporary = try TemporaryLibrary()
    let titled = [1, 2].map { seed in
      let body = Self.text(seed)
      let title = "What to watch this week in digital assets, banking and the long road to market structure"
      return Story(
        title: title, text: title + "\n\n" + body, bodyStart: title.utf8.count + 2, date: day("2026-03-01"), dateOrigin: .header)
    }
    try temporary.library.commit(batch([file("a", "a", titled[0]), file("b", "b", titled[1])]))
    #expect(try folds(temporary.library).isEmpty)
  }

  @Test func aFoldOutlivesItsFirstStoryAndEndsWithTheLastButOne() throws {
    let temporary = try TemporaryLibrary()
    try temporary.library.commit(batch((0..<3).map { file("\($0)", "\($0)", Self.copy(1, version: $0, changes: 2)) }))
    #expect(try folds(temporary.library) == [["0", "1", "2"]])
    let report = try temporary.library.commit(batch(removed: [path("0")]))
    #expect(report.changed.count == 2, "the others are named by another story now")
    #expect(try folds(temporary.library) == [["1", "2"]])
    try temporary.library.commit(batch([file("1", "x", Self.copy(9))]))
    #expect(try folds(temporary.library).isEmpty)
    try temporary.library.commit(batch([file("1", "y", Self.copy(1))]))
    #expect(try folds(temporary.library) == [["1", "2"]])
    try temporary.reopen()
    #expect(try folds(temporary.library) == [["1", "2"]])
  }

  @Test func whatAnotherProgramWroteIsFoldedToo() throws {
    let temporary = try TemporaryLibrary()
    let other = try Library.open(temporary.path, entityNames: [])
    try temporary.library.commit(batch([file("a", "a", Self.copy(1))]))
    try other.commit(batch([file("b", "b", Self.copy(1, version: 1, changes: 2))]))
    try temporary.library.commit(batch([file("c", "c", Self.copy(1, version: 2, changes: 2))]))
    #expect(try folds(temporary.library) == [["a", "b", "c"]])
  }

  @Test func aFailedCommitLeavesNothingToFoldWith() throws {
    struct Stop: Error {}
    let temporary = try TemporaryLibrary()
    #expect(throws: LibraryError.self) {
      try temporary.library.commit(batch([file("a", "a", Self.copy(1))]), beforeCommitting: { throw Stop() })
    }
    try temporary.library.commit(batch([file("b", "b", Self.copy(2))]))
    try temporary.library.commit(batch([file("c", "c", Self.copy(1))]))
    #expect(try folds(temporary.library).isEmpty)
  }

  @Test func aFoldStaysOneWhileManyOfItChangeGoAndComeAtOnce() throws {
    let temporary = try TemporaryLibrary()
    let names = (0..<60).map { "\($0)" }
    try temporary.library.commit(batch(names.map { file($0, $0, Self.copy(1)) }))
    // The first ten go, every other one changes a little and comes back last first, two become strangers, and five are new.
    let changed = names.dropFirst(10).enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).reversed()
    let strangers = ["11", "13"]
    let files =
      changed.enumerated().map { file($0.element, "\($0.element)b", Self.copy(1, version: $0.offset + 1, changes: 2)) }
      + strangers.map { file($0, "\($0)b", Self.copy(100 + (Int($0) ?? 0))) } + (60..<65).map { file("\($0)", "\($0)", Self.copy(1)) }
    try temporary.library.commit(batch(files, removed: names.prefix(10).map { path($0) }))
    let expected = Set(names.dropFirst(10)).subtracting(strangers).union((60..<65).map { "\($0)" })
    #expect(try folds(temporary.library) == [expected])
    let index = temporary.library.index
    for story in index.folded.stories { #expect(index.fold(of: story) == index.folded.stories.first) }
    #expect(try temporary.library.checkIntegrity().isEmpty)
  }

  @Test func aThousandCopiesAreOneFold() throws {
    let temporary = try TemporaryLibrary()
    try temporary.library.commit(batch((0..<1000).map { file("\($0)", "\($0)", Self.copy(1)) }))
    #expect(try folds(temporary.library).map(\.count) == [1000])
  }

  // MARK: - Asking

  /// Three copies of one story on 1, 2 and 3 March, of which the first and last name the SEC, and another story on 2 March.
  private func asked() throws -> (TemporaryLibrary, copies: [StoryID], other: StoryID) {
    let temporary = try TemporaryLibrary()
    let march = day("2026-03-01")
    let files = (0..<3).map { number in
      file(
        "\(number)", "\(number)", Self.copy(1, version: number, changes: 2, on: march.adding(days: number)),
        findings(agencies: number == 1 ? [] : ["sec"]))
    }
    let other = file("other", "o", Self.copy(5, on: march.adding(days: 1)), findings(agencies: ["sec"]))
    let report = try temporary.library.commit(batch(files + [other]))
    return (temporary, Array(report.added.prefix(3)), report.added[3])
  }

  private func answer(
    _ library: Library, _ query: Query = .everything, folding: Folding, distinct: Bool = false
  ) throws -> DashboardAnswer {
    try library.answer(DashboardRequest(query: query, folding: folding, countsDistinct: distinct, today: today))
  }

  @Test func aFoldedListShowsTheFirstPublishedCopyAndHowManyMatch() throws {
    let (temporary, copies, other) = try asked()
    let folded = try answer(temporary.library, folding: .folded())
    #expect(folded.stories == [other, copies[0]])
    #expect(folded.copies == [copies[0]: 3])
    #expect(folded.documents == 4)
    let filtered = try answer(temporary.library, .id(.agency, "sec"), folding: .folded())
    #expect(filtered.stories == [other, copies[0]])
    #expect(filtered.copies == [copies[0]: 2], "only those that match are counted")
    let unfolded = try answer(temporary.library, folding: .open)
    #expect(unfolded.stories.count == 4 && unfolded.copies.isEmpty)
  }

  @Test func anOpenFoldHasItsCopiesBelowTheFirst() throws {
    let (temporary, copies, other) = try asked()
    let answer = try answer(temporary.library, folding: .folded(except: [copies[1]]))
    #expect(answer.stories == [other, copies[0], copies[2], copies[1]])
    #expect(answer.furtherCopies == [copies[1], copies[2]])
    #expect(answer.copies == [copies[0]: 3])
  }

  @Test func distinctCountsCountATaleOnceWhoeverTellsIt() throws {
    let (temporary, _, _) = try asked()
    #expect(try answer(temporary.library, folding: .folded()).agencies.map(\.stories) == [3])
    let distinct = try #require(try answer(temporary.library, folding: .folded(), distinct: true).agencies.first)
    #expect(distinct.stories == 2)
    #expect(distinct.activity.reduce(0, +) <= 2)
    #expect(distinct.lastSeen == day("2026-03-03"))
  }

  @Test func copiesAreGivenFirstPublishedFirst() throws {
    let (temporary, copies, other) = try asked()
    #expect(try temporary.library.copies(of: copies[1], most: 50).map(\.row.id) == copies)
    #expect(try temporary.library.copies(of: other, most: 50).map(\.row.id) == [other])
  }
}
