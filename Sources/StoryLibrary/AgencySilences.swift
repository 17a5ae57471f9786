import RegulatoryModel

/// The agencies of a library that are usually named and now are not.
struct AgencySilences {
  let all: [AgencySilence]
  /// Today, or the day of the newest story where that is earlier.
  let asOf: CalendarDay

  init(index: LibraryIndex, names: EntityNames, scope: StoryBitmap, today: CalendarDay) {
    let newest = index.order.last { scope.contains($0) }.map { CalendarDay(daysSinceEpoch: index.date(of: $0)) }
    let asOf = newest.map { min($0, today) } ?? today
    self.asOf = asOf
    var found: [AgencySilence] = []
    for term in index.terms.byKind[.agency, default: []] {
      let stories = index.stories(term).intersection(scope).stories
      guard stories.count >= SilenceRule.leastStories else { continue }
      let days = stories.map { CalendarDay(daysSinceEpoch: index.date(of: $0)) }
      guard let rhythm = SilenceRule.silence(of: days, asOf: asOf) else { continue }
      guard let place = days.lastIndex(of: rhythm.lastDay) else { continue }
      let key = EntityKey(.agency, index.terms.text(term))
      let called = index.terms.names[term] ?? key.id
      let (name, shortName) = names.names(of: key) ?? (called, called)
      found.append(
        AgencySilence(
          key: key, name: name, shortName: shortName, lastStory: Int64(stories[place]), lastDay: rhythm.lastDay, usualGap: rhythm.usualGap,
          days: rhythm.days, stories: rhythm.stories))
    }
    all = found.sorted { ($1.days * $0.usualGap, $0.key.id) < ($0.days * $1.usualGap, $1.key.id) }
  }
}
