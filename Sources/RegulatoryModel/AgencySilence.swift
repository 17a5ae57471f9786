/// An agency that stories used to name steadily and name no more.
package struct AgencySilence: Hashable, Sendable {
  package var key: EntityKey
  package var name: String
  package var shortName: String
  /// The newest story that names it, and its day.
  package var lastStory: Int64
  package var lastDay: CalendarDay
  /// Days between one day with stories and the next: the median of the half year before it fell silent.
  package var usualGap: Int
  /// Days since the last story.
  package var days: Int
  /// Stories in that half year.
  package var stories: Int

  package init(
    key: EntityKey, name: String, shortName: String, lastStory: Int64, lastDay: CalendarDay, usualGap: Int, days: Int, stories: Int
  ) {
    self.key = key
    self.name = name
    self.shortName = shortName
    self.lastStory = lastStory
    self.lastDay = lastDay
    self.usualGap = usualGap
    self.days = days
    self.stories = stories
  }
}

/// The rule by which an agency counts as silent. Silence may mean that nothing happened, or that a source is no longer delivered.
package enum SilenceRule {
  /// The days before the last story that tell its rhythm.
  package static let window = 180
  package static let leastStories = 8
  /// Of the last weeks before it fell silent, in how many it must have been named.
  package static let weeks = 12
  package static let weeksNamed = 6
  /// So many times its usual gap, and at least so many days.
  package static let factor = 3
  package static let leastDays = 14
  /// Who has been silent for longer is no longer one who is usually heard of.
  package static let longest = 365

  package static let words =
    "An agency is listed when stories named it steadily (at least \(leastStories) stories in the \(window) days up to the last of them, and "
    + "in at least \(weeksNamed) of the last \(weeks) weeks of these) and none has named it for more than \(factor) times the median gap "
    + "between its days with stories, at least \(leastDays) days and at most \(longest). Counted from today, or from the newest story of the "
    + "library where that is older."

  /// What the rule says of a rhythm.
  package struct Rhythm: Hashable, Sendable {
    package var lastDay: CalendarDay
    package var usualGap: Int
    package var days: Int
    package var stories: Int
  }

  /// - Parameters:
  ///   - days: of each story that names the agency, in any order, one entry for each story.
  ///   - asOf: stories of later days are left out.
  /// - Returns: nil for an agency that is not silent, or was never heard of steadily.
  package static func silence(of days: [CalendarDay], asOf: CalendarDay) -> Rhythm? {
    guard let last = days.lazy.filter({ $0 <= asOf }).max() else { return nil }
    let silent = last.days(until: asOf)
    guard silent >= leastDays, silent <= longest else { return nil }
    let recent = days.filter { $0 <= last && $0.days(until: last) < window }
    guard recent.count >= leastStories else { return nil }
    let named = Set(recent.map { $0.days(until: last) / 7 }.filter { $0 < weeks })
    guard named.count >= weeksNamed else { return nil }
    let distinct = Set(recent).sorted()
    let gaps = zip(distinct, distinct.dropFirst()).map { $0.days(until: $1) }.sorted()
    guard !gaps.isEmpty else { return nil }
    let middle = gaps.count / 2
    let median = gaps.count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle] + 1) / 2
    guard silent > factor * median else { return nil }
    return Rhythm(lastDay: last, usualGap: median, days: silent, stories: recent.count)
  }
}
