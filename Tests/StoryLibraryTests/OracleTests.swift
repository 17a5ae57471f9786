import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

/// A real library and a naive one go through the same random life, and must answer every question alike.
struct OracleTests {
  @Test(arguments: 0..<120) func anyLibraryAnswersAnyQuestionAsTheNaiveOneDoes(seed: Int) throws {
    var random = RandomStories(seed: seed)
    let temporary = try TemporaryLibrary()
    var naive = NaiveLibrary()
    for step in 0..<6 {
      let now = today.adding(days: step)
      try change(temporary, &naive, &random, now)
      try mark(temporary.library, &naive, &random, now)
      if random.random.chance(20) { try temporary.reopen() }
      for _ in 0..<6 { try compare(temporary.library, naive, &random, now) }
    }
    #expect(try temporary.library.checkIntegrity() == [])
  }

  /// One batch: some files new, some changed, some gone, some moved.
  private func change(
    _ temporary: TemporaryLibrary, _ naive: inout NaiveLibrary, _ random: inout RandomStories, _ now: CalendarDay
  ) throws {
    var batch = IngestBatch(today: now)
    for _ in 0..<Int.random(in: 1...8, using: &random.random) { batch.files.append(random.file()) }
    // A path twice in a batch is another test's business.
    batch.files = Array(Dictionary(batch.files.map { ($0.path, $0) }) { first, _ in first }.values).sorted { $0.path < $1.path }
    let coming = Set(batch.files.map(\.path))
    let known = Set(naive.entries.values.map(\.path)).subtracting(coming).sorted()
    batch.removed = known.filter { _ in random.random.chance(15) }
    if let from = known.first(where: { !batch.removed.contains($0) }), random.random.chance(30) {
      let to = path("moved/\(random.random.next()).txt")
      batch.renamed = [.init(from: from, to: to, root: root)]
      for id in naive.entries.keys where naive.entries[id]?.path == from { naive.entries[id]?.path = to }
    }
    let report = try temporary.library.commit(batch)
    for id in report.removed { naive.entries[id] = nil }
    // Texts and findings are taken from the batch, numbers from the library: which is which, its place in its file tells.
    let files = Dictionary(uniqueKeysWithValues: batch.files.map { ($0.path, $0) })
    for id in report.added + report.changed {
      let detail = try #require(try temporary.library.detail(of: id))
      guard let file = files[DocumentPath(detail.fullPath)], case .read(let stories, _) = file.outcome else { continue }
      let ingested = stories[detail.story.index]
      #expect(detail.story == ingested.story && detail.findings == ingested.findings)
      var entry = NaiveLibrary.Entry(
        id: id, story: ingested.story, findings: ingested.findings, path: file.path, addedDay: now, isNew: naive.hasLooked)
      if report.changed.contains(id), let before = naive.entries[id] {
        (entry.addedDay, entry.isNew, entry.marks, entry.tags) = (before.addedDay, before.isNew, before.marks, before.tags)
      } else {
        // A story that comes back brings its marks; these are their own tests. Here the library is believed.
        entry.marks = Set((detail.row.isUnread ? [] : [Mark.read]) + (detail.row.isStarred ? [.starred] : []))
        entry.tags = Set(detail.row.tags)
      }
      naive.entries[id] = entry
    }
  }

  private func mark(_ library: Library, _ naive: inout NaiveLibrary, _ random: inout RandomStories, _ now: CalendarDay) throws {
    let ids = naive.entries.keys.sorted().filter { _ in random.random.chance(20) }
    let (mark, tag, value) = (random.mark(), random.tag(), random.random.chance(70))
    try library.set(mark, on: ids, to: value)
    try library.setTag(tag, on: ids.reversed(), to: value)
    for id in ids {
      if value {
        naive.entries[id]?.marks.insert(mark)
        naive.entries[id]?.tags.insert(tag)
      } else {
        naive.entries[id]?.marks.remove(mark)
        naive.entries[id]?.tags.remove(tag)
      }
    }
    if random.random.chance(25) {
      try library.noteLook(on: now)
      naive.hasLooked = true
      for id in naive.entries.keys { naive.entries[id]?.isNew = false }
    }
  }

  private func compare(_ library: Library, _ naive: NaiveLibrary, _ random: inout RandomStories, _ now: CalendarDay) throws {
    let query = random.query()
    var sort = random.random.pick(StorySort.allCases)
    if sort == .relevance { sort = .newest }
    let request = DashboardRequest(query: query, sort: sort, includesClosedBills: random.random.chance(30), today: now)
    let answer = try library.answer(request)
    let window = ActivityWindow(dates: naive.entries.values.map(\.story.date.daysSinceEpoch).sorted(), today: now)
    let expected = naive.answer(request, revision: library.revision, window: window, lastLook: library.lastLook)
    #expect(answer.stories == expected.stories, "\(query)")
    #expect(answer.exchanges == expected.exchanges, "\(query)")
    #expect(answer.agencies == expected.agencies, "\(query)")
    #expect(answer.bills == expected.bills, "\(query)")
    #expect(answer.volatility == expected.volatility, "\(query)")
    #expect(answer == expected, "\(query)")
    #expect(Set(try library.stories(matching: query, sort: .relevance, today: now)) == Set(expected.stories), "\(query)")
  }
}
