import RegulatoryModel
import SettingsText
import TOMLKit

/// Which stories may have other findings once the user's entries change.
///
/// What a story says decides what is found in it, so a name that comes or goes concerns the stories that have its words, and a denied
/// sentence those that have the sentence. Only what changes how others are weighed (a body's country, say) concerns every story.
package enum LexiconChange: Equatable, Sendable {
  case nothing
  /// Stories with one of these phrases (the last word of each may go on), and those in which one of these things was found.
  case stories(phrases: Set<String>, things: Set<EntityKey>)
  case everything

  /// - Parameter before: `Lexicon.userText` as it was.
  package init(from before: String, to lexicon: Lexicon) {
    // Whether people stand for their exchange concerns whoever may be named anywhere.
    guard before.hasPrefix(Lexicon.peopleLine) == lexicon.userText.hasPrefix(Lexicon.peopleLine) else {
      self = .everything
      return
    }
    let old = Self.entries(of: before)
    let new = lexicon.userEntries
    var left = Self.counted(old)
    var changed: [UserEntry] = []
    for entry in new {
      if let count = left[entry], count > 0 { left[entry] = count - 1 } else { changed.append(entry) }
    }
    changed += left.filter { $0.value > 0 }.map(\.key)
    let isInOrder = old.filter { $0.kind != .deny } == new.filter { $0.kind != .deny }
    guard !changed.isEmpty || !isInOrder else {
      self = .nothing
      return
    }
    // The same entries in another order: later ones overrule.
    guard !changed.isEmpty else {
      self = .everything
      return
    }
    var phrases: Set<String> = []
    var things: Set<EntityKey> = []
    for entry in changed {
      guard let concern = Self.concern(entry, lexicon) else {
        self = .everything
        return
      }
      phrases.formUnion(concern.phrases)
      things.formUnion(concern.things)
    }
    // Past this many, looking at every story is no slower.
    self = phrases.count > Self.mostPhrases ? .everything : .stories(phrases: phrases, things: things)
  }

  private static let mostPhrases = 300
  /// A sentence is looked for by its first words.
  private static let wordsOfSentence = 24

  static func entries(of text: String) -> [UserEntry] {
    let table = SettingsFile(text: text, path: "").table
    return table.keys.sorted().flatMap { name -> [UserEntry] in
      guard let kind = UserEntry.Kind(rawValue: name), let entries = table[name]?.array else { return [] }
      return entries.compactMap { value in
        guard let table = value.table, case .success(let entry) = UserEntry.read(table, kind: kind) else { return nil }
        return entry
      }
    }
  }

  private static func counted(_ entries: [UserEntry]) -> [UserEntry: Int] {
    entries.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Nil where any story may be concerned.
  private static func concern(_ entry: UserEntry, _ lexicon: Lexicon) -> (phrases: [String], things: [EntityKey])? {
    switch entry.kind {
    case .person, .bill: return nil
    case .deny: return denial(entry, lexicon)
    case .agency:
      guard entry.givesOnly(["aliases", "formers", "cues"]) else { return nil }
      return names(of: entry, .agency, lexicon)
    case .exchange: return names(of: entry, .exchange, lexicon)
    case .asset: return names(of: entry, .asset, lexicon)
    }
  }

  private static func names(_ all: [String], _ things: [EntityKey]) -> (phrases: [String], things: [EntityKey])? {
    let phrases = all.map { SentenceKey($0).words }
    // A name without a letter or digit can't be searched for.
    return phrases.contains("") ? nil : (phrases, things)
  }

  private static func names(of entry: UserEntry, _ kind: EntityKind, _ lexicon: Lexicon) -> (phrases: [String], things: [EntityKey])? {
    let key = EntityKey(kind, entry.id)
    var all = entry.aliases.map(\.text) + [entry["name"]].compactMap(\.self)
    // Other cue words let other places of any of its names count.
    if !entry.givesOnly(["aliases", "formers"]) { all += lexicon.spellings(of: key) }
    if kind == .asset { all.append(entry.id) }
    return names(all, [key])
  }

  private static func denial(_ entry: UserEntry, _ lexicon: Lexicon) -> (phrases: [String], things: [EntityKey])? {
    let thing = entry["kind"].flatMap(EntityKind.init(rawValue:)).map { EntityKey($0, entry.id) }
    if let sentence = entry["sentence"] {
      let words = SentenceKey(sentence).words.split(separator: " ").prefix(wordsOfSentence)
      return ([words.joined(separator: " ")], [])
    }
    guard let thing else { return nil }
    if let alias = entry["alias"] { return names([alias.hasPrefix("?") ? String(alias.dropFirst()) : alias], [thing]) }
    // All names of a bill are more than the list has: its number in every spelling.
    return thing.kind == .bill ? nil : names(lexicon.spellings(of: thing), [thing])
  }
}

extension Lexicon {
  /// The listed names of a thing; none for one that no list has.
  func spellings(of key: EntityKey) -> [String] {
    switch key.kind {
    case .exchange: exchanges.first { $0.id == key.id }.map { [$0.name] + $0.aliases.map(\.text) } ?? []
    case .agency: agencies.first { $0.id == key.id }.map { [$0.name] + $0.aliases.map(\.text) } ?? []
    case .asset: assets.first { $0.ticker == key.id }.map { [$0.name] + $0.aliases.map(\.text) } ?? []
    case .bill: bills.first { $0.id == key.id }.map { [$0.title, $0.number].filter { !$0.isEmpty } + $0.aliases.map(\.text) } ?? []
    }
  }
}
