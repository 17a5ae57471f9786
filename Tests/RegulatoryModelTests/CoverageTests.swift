import RegulatoryModel
import Testing

@Suite struct Silence {
  /// Days before the last story on which there was one.
  static func days(_ ago: [Int]) -> [CalendarDay] { ago.map { CalendarDay(daysSinceEpoch: 20_000).adding(days: -$0) } }
  static let weekly = (0..<16).map { $0 * 7 }
  static let daily = Array(0..<90)

  @Test(
    arguments: [
      (weekly, 21, nil), (weekly, 22, 7), (weekly, 300, 7), (weekly, 366, nil),
      (daily, 13, nil), (daily, 14, 1), (daily, 365, 1),
      // Too few stories, or too few weeks with any.
      (Array(weekly.prefix(7)), 60, nil), (Array(weekly.prefix(8)), 60, 7), ([0, 0, 0, 1, 1, 2, 2, 3, 9, 10], 60, nil),
      ((0..<8).map { $0 * 20 }, 90, nil), ([], 60, nil), ([0], 60, nil),
      // One long break does not change what is usual.
      ([0, 7, 14, 21, 28, 35, 42, 120, 127], 22, 7),
    ] as [([Int], Int, Int?)])
  func isToldByTheUsualGap(_ ago: [Int], _ silent: Int, _ gap: Int?) {
    let asOf = CalendarDay(daysSinceEpoch: 20_000).adding(days: silent)
    let found = SilenceRule.silence(of: Self.days(ago).shuffled(), asOf: asOf)
    #expect(found?.usualGap == gap)
    if let found { #expect(found.days == silent && found.lastDay == CalendarDay(daysSinceEpoch: 20_000)) }
  }

  @Test func storiesOfTheFutureEndNoSilence() {
    let days = Self.days(Self.weekly) + [CalendarDay(daysSinceEpoch: 20_400)]
    #expect(SilenceRule.silence(of: days, asOf: CalendarDay(daysSinceEpoch: 20_060))?.days == 60)
  }
}

@Suite struct Reasons {
  @Test(arguments: [
    ("files of type .png are not read", "files of type .png are not read"),
    ("files of type .mp3 are not read", "files of type .mp3 are not read"),
    ("the file has 71 MB, and files of this type are read up to 64 MB", "the file has … MB, and files of this type are read up to … MB"),
    ("3 of 12 pages have no text", "… of … pages have no text"),
    ("no date in “open, high, low”, and so on", "no date in “…”, and so on"),
    ("annex/chart 7.png: it is damaged", "… …: it is damaged"), ("letter-7.docx: not read", "…: not read"),
    ("1,024 bytes at 0x7F", "… bytes at …x7F"), ("it is not UTF-8", "it is not UTF-8"), ("", ""),
    ("an open “quote", "an open “quote"), ("e.g. this one.", "e.g. this one."),
  ])
  func areOneWhereOnlyNumbersAndNamesDiffer(_ reason: String, _ pattern: String) {
    #expect(ReasonPattern.of(reason) == pattern)
  }
}
