import RegulatoryModel

/// Reads over what time a price moved where a length says it: "in 24 hours", "this week", "the two-day drop".
struct MoveWindow {
  let words: StoryWords

  private static let lead = KeywordSet("in over within during for past last previous preceding prior a an one single this on per the each")
  private static let units: KeywordTable<String> = KeywordTable([
    ("minute minutes", "PTM"), ("hour hours h hr hrs", "PTH"), ("day days d", "PD"), ("week weeks", "PW"), ("month months", "PM"),
    ("quarter quarters", "P3M"), ("year years", "PY"), ("fortnight", "P2W"),
  ])
  private static let adjectives = KeywordTable([
    ("daily intraday overnight today", "1d"), ("weekly", "1w"), ("monthly", "1mo"), ("quarterly", "1q"), ("annual yearly", "1y"),
    ("hourly", "1h"),
  ])
  /// "finished the week 10% higher"; "a new high of the year" is no window.
  private static let ending = KeywordSet("finished ended closed ending finishing closing and")
  private static let the = WordKey.of("the")
  private static let half = WordKey.of("half")
  private static let after = KeywordSet("after following before ago later earlier since")
  /// "a week ago" is a day; "from a week ago" is a time.
  static let comparing = KeywordSet("from than versus vs against compared")
  private static let ends = KeywordSet("ago earlier before")
  private static let spans = KeywordSet("in over within during past last for")
  /// "a daily volume", "the weekly close": no time of a move.
  private static let notMoves = KeywordSet("volume volumes close chart charts active average high low highs lows briefing newsletter")
  private static let measured = KeywordSet("change changes performance return returns period span stretch window streak basis")
  static let records = KeywordSet(
    """
    lowest highest biggest largest steepest worst best sharpest smallest weakest strongest deepest longest fastest greatest seen cheapest
    """)
  static let first = WordKey.of("first")
  static let timeWord = WordKey.of("time")
  private static let betweenRecord = KeywordSet("single one performing trading calendar percentage intraday")

  /// The window that begins at a token.
  func window(at index: Int, before end: Int) -> String? {
    if let window = Self.adjectives[words.key(index)], !words.is(index + 1, Self.after), !words.is(index + 1, Self.notMoves) {
      return window
    }
    return compact(at: index) ?? hyphenated(at: index, before: end) ?? span(at: index, before: end)
  }

  /// "its worst day since", "the biggest one-day gain", "best quarter".
  func record(at index: Int, before end: Int) -> String? {
    var next = index + 1
    var count = 1
    while next < end, next < index + 5 {
      if let window = Self.adjectives[words.key(next)] { return window }
      if let number = words.integer(at: next) ?? words.numberInWords(at: next)?.value {
        count = number
      } else if let unit = Self.units[words.key(next)], !isPlural(next) {
        return duration(unit, count)
      } else if !words.isMark(next, "-"), !words.is(next, Self.betweenRecord) {
        return nil
      }
      next += 1
    }
    return nil
  }

  /// The time in a column's heading: "24h", "7d %", "1-week change", "YTD" is none.
  func heading(at index: Int) -> String? {
    if let window = Self.adjectives[words.key(index)] { return window }
    return length(at: index) ?? (words.key(index) == Self.week ? "1w" : nil)
  }

  /// "24h", "24 hours", "seven-day".
  func length(at index: Int) -> String? {
    guard let count = words.integer(at: index) ?? words.numberInWords(at: index)?.value, count > 0, count < 10_000 else { return nil }
    let next = words.isMark(index + 1, "-") ? index + 2 : index + 1
    return Self.units[words.key(next)].map { duration($0, count) }
  }

  private static let week = WordKey.of("week")

  /// "24h", "7d": "BTC −3.4% (24h)".
  private func compact(at index: Int) -> String? {
    guard let count = words.integer(at: index), count > 0, count < 10_000, let unit = words.tokens[safe: index + 1], unit.isWord,
      !unit.followsSpace, words.is(index + 1, Self.compactUnits), let name = Self.units[unit.key], !words.is(index + 2, Self.notMoves)
    else { return nil }
    return duration(name, count)
  }

  /// The "h" of "24h".
  static func isCompactUnit(_ words: StoryWords, _ index: Int) -> Bool {
    words.is(index, compactUnits) && words.tokens[safe: index].map { !$0.followsSpace } == true
  }

  private static let compactUnits = KeywordSet("h hr hrs d")

  /// "the two-day drop", "a 24-hour change"; "a two-month low" and "the 200-day average" are no windows.
  private func hyphenated(at index: Int, before end: Int) -> String? {
    guard let count = words.integer(at: index) ?? words.numberInWords(at: index)?.value, words.isMark(index + 1, "-"), count > 0,
      let unit = Self.units[words.key(index + 2)]
    else { return nil }
    guard (index + 3..<index + 8).contains(where: { MoveWords.noun(words.key($0)) != nil || words.is($0, Self.measured) }),
      !(index + 3..<index + 5).contains(where: { words.is($0, Self.notMoves) })
    else { return nil }
    return duration(unit, count)
  }

  /// "in the past 24 hours", "in a single day", "this week", "half an hour".
  private func span(at index: Int, before end: Int) -> String? {
    guard words.is(index, Self.lead) || words.key(index) == Self.half, words.key(index) != Self.the || words.is(index - 1, Self.ending)
    else { return nil }
    var next = index
    var isHalf = false
    var isSpan = false
    while next < end, words.is(next, Self.lead) || words.key(next) == Self.half {
      if words.key(next) == Self.half { isHalf = true }
      if words.is(next, Self.spans) { isSpan = true }
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
    // "a two-month low": `hyphenated` knows which of these are moves.
    if words.isMark(next, "-") { return nil }
    guard next < end, let unit = Self.units[words.key(next)], count > 0, count < 10_000 else { return nil }
    // "a day after the ruling", "a week ago"; "from a week ago" is a time.
    if !isSpan, words.is(next + 1, Self.after) {
      guard words.is(index - 1, Self.comparing) || words.is(index - 1, Self.comparers), words.is(next + 1, Self.ends) else { return nil }
    }
    // "in the hours after the news" is no span; "days" without a number neither.
    if isPlural(next) && count == 1 { return nil }
    if isHalf { return unit == "PTH" ? "PT30M" : unit == "PY" ? "P6M" : nil }
    return duration(unit, count)
  }

  private static let comparers = KeywordSet("with to")

  private func isPlural(_ index: Int) -> Bool { words.scan.bytes[Int(words.tokens[index].end) - 1] == UInt8(ascii: "s") }

  private func duration(_ unit: String, _ count: Int) -> String {
    switch (unit, count) {
    case ("PTM", _): "PT\(count)M"
    case ("PTH", 24): "24h"
    case ("PTH", 1): "1h"
    case ("PTH", _): "PT\(count)H"
    case ("PD", 1): "1d"
    case ("PD", 7): "1w"
    case ("PD", _): "P\(count)D"
    case ("PW", 1): "1w"
    case ("PW", _): "P\(count)W"
    case ("P2W", _): "P\(count * 2)W"
    case ("PM", 1): "1mo"
    case ("PM", 3): "1q"
    case ("PM", 12): "1y"
    case ("PM", _): "P\(count)M"
    case ("P3M", 1): "1q"
    case ("P3M", _): "P\(count * 3)M"
    case ("PY", 1): "1y"
    default: "P\(count)Y"
    }
  }
}
