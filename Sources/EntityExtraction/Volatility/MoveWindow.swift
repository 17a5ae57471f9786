import RegulatoryModel

/// Reads over what time a price moved: "in 24 hours", "this week", "since Sunday".
struct MoveWindow {
  let words: StoryWords

  private static let lead = KeywordSet("in over within during for past last previous preceding prior a an one single this on per the each")
  private static let units: KeywordTable<String> = KeywordTable([
    ("minute minutes", "PTM"), ("hour hours h hr hrs", "PTH"), ("day days", "PD"), ("week weeks", "PW"), ("month months", "PM"),
    ("quarter quarters", "P3M"), ("year years", "PY"),
  ])
  private static let adjectives = KeywordTable([
    ("daily intraday overnight today", "1d"), ("weekly", "1w"), ("monthly", "1mo"), ("quarterly", "1q"), ("annual yearly", "1y"),
    ("hourly", "1h"),
  ])
  private static let percents = KeywordSet("percent pct cent")
  /// "finished the week 10% higher"; "a new high of the year" is no window.
  private static let ending = KeywordSet("finished ended closed ending finishing closing and")
  private static let the = WordKey.of("the")
  private static let half = WordKey.of("half")
  private static let since = WordKey.of("since")
  private static let after = KeywordSet("after following before ago later earlier")
  private static let yearToDate = PhraseSet(
    "year to date|year - to - date|so far this year|ytd|since the start of the year|since the beginning of the year|this year|since january"
  )

  /// - Parameters:
  ///   - size: the tokens of the percentage.
  ///   - sentence: the tokens of its sentence.
  func window(of size: Range<Int>, from verb: Int, in sentence: Range<Int>) -> String? {
    // What follows the size up to the next size or the end of the clause says it first; then what stands before.
    var end = size.upperBound
    while end < sentence.upperBound, end - size.upperBound < 14, !words.isMark(end, ";"), !words.isMark(end, "%"), !words.isMark(end, ",") {
      end += 1
    }
    if let window = read(size.upperBound..<end) { return window }
    return read(Self.lead(words, before: size, from: verb, in: sentence))
  }

  /// What stands before a size and belongs to it: after another size only what follows the next comma or "and".
  static func lead(_ words: StoryWords, before size: Range<Int>, from verb: Int, in sentence: Range<Int>) -> Range<Int> {
    var start = min(verb, size.lowerBound)
    let limit = max(sentence.lowerBound, start - 12)
    var joint: Int?
    while start > limit {
      let index = start - 1
      if words.isMark(index, ";") { break }
      if words.isMark(index, "%") || words.is(index, percents) {
        start = joint.map { $0 + 1 } ?? size.lowerBound
        break
      }
      if words.isMark(index, ",") || words.is(index, joints) { joint = index }
      start = index
    }
    return min(start, size.lowerBound)..<size.lowerBound
  }

  private static let joints = KeywordSet("and while but")

  private func read(_ range: Range<Int>) -> String? {
    for index in range {
      if Self.yearToDate.length(in: words, at: index, before: range.upperBound) != nil { return sinceNewYear() }
      if words.key(index) == Self.since, let date = words.firstDate(in: index + 1..<min(range.upperBound, index + 5), toward: .past) {
        let days = date.day.days(until: words.scan.story.date)
        if days > 0 { return "P\(days)D" }
      }
      if let window = Self.adjectives[words.key(index)], !words.is(index + 1, Self.after) { return window }
      if let window = span(at: index, before: range.upperBound) { return window }
    }
    return nil
  }

  /// "in the past 24 hours", "in a single day", "this week", "half an hour".
  private func span(at index: Int, before end: Int) -> String? {
    guard words.is(index, Self.lead) || words.key(index) == Self.half, words.key(index) != Self.the || words.is(index - 1, Self.ending)
    else { return nil }
    var next = index
    var isHalf = false
    while next < end, words.is(next, Self.lead) || words.key(next) == Self.half {
      if words.key(next) == Self.half { isHalf = true }
      next += 1
    }
    var count = 1
    if let number = words.integer(at: next) {
      count = number
      next += 1
    } else if let number = words.numberInWords(at: next) {
      count = number.value
      next += number.length
    }
    if words.isMark(next, "-") { next += 1 }
    guard next < end, let unit = Self.units[words.key(next)], count > 0, count < 10_000 else { return nil }
    // "in the hours after the news" is no span; "days" without a number neither.
    let isPlural = words.scan.bytes[Int(words.tokens[next].end) - 1] == UInt8(ascii: "s")
    if isPlural && count == 1 { return nil }
    if isHalf { return unit == "PTH" ? "PT30M" : unit == "PY" ? "P6M" : nil }
    switch (unit, count) {
    case ("PTM", _): return "PT\(count)M"
    case ("PTH", 24): return "24h"
    case ("PTH", 1): return "1h"
    case ("PTH", _): return "PT\(count)H"
    case ("PD", 1): return "1d"
    case ("PD", 7): return "1w"
    case ("PD", _): return "P\(count)D"
    case ("PW", 1): return "1w"
    case ("PW", _): return "P\(count)W"
    case ("PM", 1): return "1mo"
    case ("PM", 3): return "1q"
    case ("PM", _): return "P\(count)M"
    case ("P3M", 1): return "1q"
    case ("P3M", _): return "P\(count * 3)M"
    case ("PY", 1): return "1y"
    default: return "P\(count)Y"
    }
  }

  private func sinceNewYear() -> String? {
    guard let newYear = CalendarDay(year: words.scan.story.date.year, month: 1, day: 1) else { return nil }
    let days = newYear.days(until: words.scan.story.date)
    return days > 0 ? "P\(days)D" : nil
  }
}
