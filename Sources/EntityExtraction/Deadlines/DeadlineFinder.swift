import RegulatoryModel

/// Finds the days that a reader must not miss: comments close, rules take effect, compliance begins, hearings are held.
package struct DeadlineFinder: Sendable {
  package init() {}

  package func find(in scan: TextScan) -> [Deadline] { find(in: StoryWords(scan)) }

  package func find(in words: StoryWords) -> [Deadline] {
    var found: [Deadline] = []
    var seen: Set<Day> = []
    guard words.roles.contains(.deadline) else { return [] }
    let published = publication(in: words)
    for sentence in words.sentences
    where sentence.roles.contains(.deadline) && !sentence.roles.isDisjoint(with: [.month, .number, .countWord]) {
      for deadline in DeadlineSentence(words: words, range: sentence.range, published: published).deadlines
      where seen.insert(Day(kind: deadline.kind, date: deadline.date)).inserted {
        found.append(deadline)
      }
    }
    return found
  }

  /// "published in the Federal Register on June 2, 2025": the first such day.
  private func publication(in words: StoryWords) -> CalendarDay? {
    for sentence in words.sentences where sentence.roles.isSuperset(of: [.month, .number, .register]) {
      for index in sentence.range where words.is(index, Self.register) && words.is(index - 1, Self.federal) {
        let near = max(sentence.range.lowerBound, index - 10)..<index
        guard near.contains(where: { words.is($0, Self.publishing) }), index + 1 < sentence.range.upperBound else { continue }
        let after = index + 1..<min(sentence.range.upperBound, index + 8)
        guard words.is(index + 1, Self.on), let date = words.firstDate(in: after, toward: .past), date.isCalendarDate else { continue }
        return date.day
      }
    }
    return nil
  }

  static let register = KeywordSet("register")
  private static let federal = KeywordSet("federal")
  private static let publishing = KeywordSet("published publication appeared")
  private static let on = KeywordSet("on")
}

private struct Day: Hashable {
  var kind: Deadline.Kind
  var date: CalendarDay
}
