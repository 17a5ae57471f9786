import RegulatoryModel

/// The facts of one record, each under the best name that it has.
struct StoryRecord {
  struct Fact {
    var rank: Int
    var name: String
    var value: [UInt8]
  }

  private(set) var facts: [StoryField: Fact] = [:]

  /// Takes in what stands under a name; of two values under equally good names the later one counts, as in JSON.
  mutating func add(_ key: String, field: StoryField, rank: Int, _ value: [UInt8]) {
    guard value.contains(where: { !$0.isSpace }) else { return }
    if let fact = facts[field], fact.rank < rank { return }
    facts[field] = Fact(rank: rank, name: key, value: value)
  }

  /// Takes in what is missing from another record: the one in a wrapper.
  mutating func complete(with other: StoryRecord) {
    for (field, fact) in other.facts where facts[field] == nil { facts[field] = fact }
  }

  subscript(field: StoryField) -> [UInt8]? { facts[field]?.value }

  private func string(_ field: StoryField) -> String? { self[field].map { String(decoding: $0, as: UTF8.self) } }

  /// Whether this is a story, and not any other thing with a name.
  var isStory: Bool {
    if self[.text] != nil, facts[.text]?.name != "message" || self[.title] != nil { return true }
    guard let title = facts[.title] else { return false }
    if StoryField.title.doubtful.contains(title.name) { return self[.date] != nil && (self[.url] != nil || self[.summary] != nil) }
    return self[.summary] != nil || self[.url] != nil || self[.date] != nil
  }

  /// Nil where it has neither title nor text.
  ///
  /// - Parameter order: how "03/04/2025" is meant in the records of this file, if one of them tells.
  func draft(order: DateReader.NumericOrder?, in context: ReadingContext) -> StoryDraft? {
    var draft = StoryDraft()
    draft.title = self[.title].map { FeedContent.line($0, limits: context.limits) } ?? []
    let text = self[.text].map { FeedContent.paragraphs($0, limits: context.limits) } ?? []
    let summary = self[.summary].map { FeedContent.paragraphs($0, limits: context.limits) } ?? []
    draft.body = Lead.joined(summary, text)
    if draft.title.isEmpty, draft.body.isEmpty { return nil }
    // A title with a picture's worth of text under it is the text's beginning.
    if draft.title.count > 600, draft.body.isEmpty { (draft.title, draft.body) = ([], draft.title) }
    draft.url = string(.url).flatMap { FeedLink.whole($0, against: nil) }.flatMap { FeedLink.scheme(of: $0) == nil ? nil : $0 }
    draft.author = self[.author].map { FeedContent.line($0, limits: context.limits) }.flatMap { FeedAuthor.cleaned($0[...].text) }
    draft.source = source(draft.url, in: context)
    draft.languageTag = string(.language).flatMap(LanguageName.tag)
    let order = order ?? DateReader.NumericOrder(languageTag: draft.languageTag, host: draft.url.map(Issuer.host))
    let dates = FeedDate(order: order ?? .monthFirst, bounds: context.bounds)
    let day = self[.date].flatMap { dates.day($0[...]) } ?? self[.updated].flatMap { dates.day($0[...]) }
    draft.note(day, from: .metadata)
    if day == nil { StatedHead.read(draft.body[...], into: &draft, context.statedDates(order: order)) }
    draft.identity = StoryIdentity.of(
      id: string(.id), url: string(.url), title: draft.title.isEmpty ? Array(draft.body.prefix(200)) : draft.title, day: day)
    return draft
  }

  private func source(_ url: String?, in context: ReadingContext) -> String? {
    guard let given = self[.source] else { return url.map(Issuer.host) }
    let name = String(decoding: FeedContent.line(given, limits: context.limits), as: UTF8.self)
    return FeedLink.isWeb(name) ? Issuer.host(name) : name
  }
}

/// Languages as records name them: "en", "en-US", "eng", "English".
enum LanguageName {
  private static let names: [(code: String, names: Set<String>)] = [
    ("en", ["english", "eng", "englisch", "anglais"]), ("de", ["german", "deutsch", "ger", "deu"]),
    ("fr", ["french", "français", "fre", "fra"]), ("es", ["spanish", "español", "spa", "castilian"]),
    ("it", ["italian", "italiano", "ita"]), ("pt", ["portuguese", "português", "por"]), ("nl", ["dutch", "nederlands", "dut", "nld"]),
    ("ru", ["russian", "rus"]), ("zh", ["chinese", "chi", "zho"]), ("ja", ["japanese", "jpn"]), ("ko", ["korean", "kor"]),
    ("ar", ["arabic", "ara"]), ("tr", ["turkish", "tur"]), ("pl", ["polish", "pol"]), ("sv", ["swedish", "swe"]),
    ("uk", ["ukrainian", "ukr"]), ("el", ["greek", "gre", "ell"]), ("id", ["indonesian", "ind"]), ("he", ["hebrew", "heb"]),
  ]

  static func tag(_ given: String) -> String? {
    let name = String(decoding: Array(given.utf8.prefix(40))[...].trimmed, as: UTF8.self)
    return names.first { $0.names.contains(name.lowercased()) }?.code ?? (LanguageGuess.code(ofTag: name) == nil ? nil : name)
  }
}
