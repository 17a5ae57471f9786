import QueryLanguage
import RegulatoryModel
import Testing

@testable import StoryLibrary

struct TimeTests {
  private func window(_ dates: [String]) -> ActivityWindow {
    ActivityWindow(dates: dates.map { day($0).daysSinceEpoch }.sorted(), today: today)
  }

  @Test(arguments: [
    ([], ActivityBucket.day, "2026-11-22", "an empty library"),
    (["2026-11-11"], .day, "2026-11-22", "twelve days"),
    (["2026-11-10"], .week, "2026-11-22", "thirteen days"),
    (["2026-05-22"], .week, "2026-11-22", "six months"),
    (["2026-05-21"], .month, "2026-11-22", "a day more"),
    (["2020-01-01"], .month, "2026-11-22", "years, the newest long ago: today ends it"),
    (["2026-11-20", "2026-11-25"], .day, "2026-11-25", "a story dated a little ahead ends it"),
    (["2026-11-20", "2099-01-01"], .day, "2026-11-22", "one dated far ahead does not"),
    (["2099-01-01"], .day, "2026-11-22", "nor on its own"),
  ])
  func theBucketFitsTheSpanOfTheStories(dates: [String], bucket: ActivityBucket, end: String, note: String) {
    let window = self.window(dates)
    #expect(window.bucket == bucket && window.end == day(end), "\(note)")
  }

  @Test(arguments: [ActivityBucket.day, .week, .month]) func bucketsFollowEachOtherWithoutGaps(bucket: ActivityBucket) {
    for end in ["2026-11-22", "2026-03-31", "2024-02-29"].map(day) {
      let window = ActivityWindow(bucket: bucket, end: end)
      #expect(window.starts == window.starts.sorted() && window.starts.count == 12)
      for (index, start) in window.starts.enumerated() {
        #expect(window.index(of: start.daysSinceEpoch) == index)
        #expect(window.index(of: start.daysSinceEpoch - 1) == (index == 0 ? ActivityWindow.outside : index - 1))
      }
      #expect(window.index(of: end.daysSinceEpoch) == 11)
      #expect(window.index(of: end.daysSinceEpoch + 1) == ActivityWindow.outside)
    }
  }

  @Test(arguments: [
    (DaySpan.Edge.ago(count: 7, unit: .days), DaySpan.Edge.ago(count: 7, unit: .days), true, ["20", "22"], "the last seven days"),
    (.ago(count: 7, unit: .days), .open, false, ["20", "22", "30"], "and what lies ahead"),
    (.day(year: 2026, month: 10, day: nil), .day(year: 2026, month: 10, day: nil), true, ["01"], "a month"),
    (.today, .today, true, ["22"], "a day"), (.open, .yesterday, false, ["01", "20"], "all before"),
  ])
  func aSpanOfDaysMeansWhatTheQueryLanguageSays(
    from: DaySpan.Edge, to: DaySpan.Edge, isSingle: Bool, expected: [String], note: String
  ) throws {
    let temporary = try TemporaryLibrary()
    let dates = ["2026-10-01", "2026-11-20", "2026-11-22", "2026-11-30"]
    try temporary.library.commit(batch(dates.map { file($0, $0, story(String($0.suffix(2)), date: $0)) }))
    let span = DaySpan(from: from, to: to, isSingle: isSingle)
    #expect(try temporary.library.texts(.field(.date, .days(span))) == expected, "\(note)")
  }

  @Test func absurdDatesDoNoHarm() throws {
    let temporary = try TemporaryLibrary()
    let dates = [Int32.min, -719_163, 0, Int32.max, 40_000]
    let files = dates.enumerated().map { place, date in
      file("\(place)", "\(place)", Story(title: "t", text: "\(place)", date: CalendarDay(daysSinceEpoch: date), dateOrigin: .header))
    }
    try temporary.library.commit(batch(files))
    for sort in StorySort.allCases { #expect(try temporary.library.answer(sort: sort).stories.count == 5) }
    try temporary.reopen()
    #expect(try temporary.library.answer().stories.map(\.rawValue) == [4, 5, 3, 2, 1])
    #expect(try temporary.library.texts(.field(.date, .days(DaySpan(from: .open, to: .open, isSingle: false)))).count == 5)
  }
}
