import RegulatoryModel

/// Finds the stories in a JSON file: a list of them somewhere in it, objects one after another or one a line, or one object.
struct JSONStories {
  /// Objects that stand around a record's own members: Elasticsearch, JSON:API, the Guardian, and others.
  private static let wrappers: Set<String> = [
    "source", "attributes", "fields", "article", "story", "document", "doc", "post", "node", "item", "news", "data", "record", "thread",
  ]
  /// Where an object stands for its text: WordPress, the New York Times, Atom and XML turned into JSON.
  private static let inner = [
    "name", "title", "rendered", "original", "main", "value", "text", "plaintext", "content", "html", "cdata", "t", "full", "display",
    "href",
    "url",
  ]
  /// How deep the list is looked for, and in how many places.
  private static let reach = 5
  private static let mostPlaces = 2000

  private let json: JSONText
  private let context: ReadingContext
  private var records: StoryRecords
  private var notes: [String] = []
  private var topKeys: [String] = []

  /// The drafts; none of an empty feed, and an error with the keys of what there is instead where there is no story.
  static func read(_ text: CleanText, in context: ReadingContext, notes: inout [String]) throws(ReadingError) -> [StoryDraft] {
    let found = text.bytes.withUnsafeBufferPointer { bytes -> Result<([StoryDraft], [String]), ReadingError> in
      var reader = JSONStories(json: JSONText(bytes: bytes), context: context, records: StoryRecords(limits: context.limits))
      do throws(ReadingError) { return .success(try reader.read()) } catch { return .failure(error) }
    }
    let (drafts, more) = try found.get()
    notes += more
    return drafts
  }

  private init(json: JSONText, context: ReadingContext, records: StoryRecords) {
    self.json = json
    self.context = context
    self.records = records
  }

  private mutating func read() throws(ReadingError) -> ([StoryDraft], [String]) {
    let end = json.bytes.count
    // A byte order mark, a guard such as )]}', or the call around JSONP may stand before it.
    guard let start = json.bytes.prefix(300).firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else {
      throw .damaged("there is no JSON object or list at its beginning")
    }
    if let value = json.value(at: start, before: end), let feed = JSONFeedFile(json, value) {
      if !value.isWhole { notes.append("the file ends in the middle: read as far as it goes") }
      let drafts = feed.drafts(in: context, notes: &notes)
      return (drafts, notes)
    }
    if hasLines(start) { readLines(start) } else { readValues(start) }
    let drafts = records.drafts(in: context, notes: &notes)
    guard !drafts.isEmpty else {
      if topKeys.isEmpty { throw .notKnown("JSON without stories") }
      let shown = topKeys.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
      throw .notKnown("JSON without stories: its keys are \(shown)" + (topKeys.count > 6 ? ", …" : ""))
    }
    return (drafts, notes)
  }

  // MARK: The file

  /// Whether the first line is a value by itself and another follows.
  private func hasLines(_ start: Int) -> Bool {
    let lineEnd = TextLines.end(in: json.bytes, from: start)
    guard let value = json.value(at: start, before: lineEnd), value.isWhole, json.skipSpace(value.range.upperBound, lineEnd) == lineEnd
    else { return false }
    let next = json.skipSpace(lineEnd, json.bytes.count)
    return next < json.bytes.count && (json.bytes[next] == 0x7B || json.bytes[next] == 0x5B)
  }

  private mutating func readLines(_ start: Int) {
    var index = start
    var line = 1 + json.bytes[..<start].count { $0 == 0x0A }
    var broken: [Int] = []
    while index < json.bytes.count {
      let end = TextLines.end(in: json.bytes, from: index)
      if json.skipSpace(index, end) < end {
        let value = json.value(at: index, before: end)
        if let value, value.isWhole, value.kind == .object || value.kind == .array {
          guard take(value) else { return }
        } else {
          // What can be read of a broken line is not taken for a story: its text may be another's.
          broken.append(line)
        }
      }
      index = end + 1
      line += 1
    }
    if let first = broken.first {
      notes.append(
        broken.count == 1
          ? "line \(first) is no whole JSON and was left out"
          : "\(broken.count) lines are no whole JSON and were left out, the first is line \(first)")
    }
  }

  private mutating func readValues(_ start: Int) {
    var index = start
    let end = json.bytes.count
    var strays: Int?
    while index < end {
      index = json.skipSpace(index, end)
      guard index < end else { break }
      guard json.bytes[index] == 0x7B || json.bytes[index] == 0x5B, let value = json.value(at: index, before: end) else {
        // A comma between objects, and the brackets and semicolons after a call, are nothing.
        if ![0x2C, 0x29, 0x3B, 0x1E].contains(json.bytes[index]), strays == nil { strays = index }
        index += 1
        continue
      }
      guard take(value) else { return }
      if !value.isWhole { notes.append("the file ends in the middle: read as far as it goes") }
      index = value.range.upperBound
    }
    if let strays {
      notes.append("line \(1 + json.bytes[..<strays].count { $0 == 0x0A }): what follows is no JSON and was left out")
    }
  }

  /// Takes the stories of one value; false where there are enough.
  private mutating func take(_ value: JSONText.Value) -> Bool {
    if value.kind == .object {
      noteKeys(value)
      let own = record(value)
      // With title and text of its own it is a story, whatever lists are in it.
      if own[.title] != nil, own[.text] != nil { return records.add(own) }
      let lists = lists(in: value)
      if lists.isEmpty {
        if own.isStory { return records.add(own) }
        if !own.facts.isEmpty { records.left += 1 }
        return true
      }
      for list in lists { guard takeList(list) else { return false } }
      return true
    }
    for list in lists(in: value) { guard takeList(list) else { return false } }
    return true
  }

  private mutating func noteKeys(_ value: JSONText.Value) {
    guard topKeys.isEmpty else { return }
    var keys: [String] = []
    json.eachMember(of: value) { key, _ in
      keys.append(StoryDraft.shown(json.text(of: key)[...].prefix(characters: 30).text))
      return keys.count < 7
    }
    topKeys = keys
  }

  private mutating func takeList(_ list: JSONText.Value) -> Bool {
    var goesOn = true
    var records = records
    func take(_ value: JSONText.Value, key: JSONText.Value?) -> Bool {
      var record = record(value)
      if let key { record.add("key", field: .id, rank: 99, json.text(of: key)) }
      goesOn = records.add(record)
      return goesOn
    }
    if list.kind == .array {
      json.eachElement(of: list) { take($0, key: nil) }
    } else {
      json.eachMember(of: list) { take($1, key: $0) }
    }
    self.records = records
    return goesOn
  }

  // MARK: Where the list is

  /// The lists of stories at the smallest depth at which there is one.
  private func lists(in root: JSONText.Value) -> [JSONText.Value] {
    var level = [root]
    var places = 0
    for _ in 0..<Self.reach {
      let found = level.filter(isList)
      if !found.isEmpty { return found }
      var next: [JSONText.Value] = []
      for value in level {
        func note(_ value: JSONText.Value) -> Bool {
          if value.kind == .object || value.kind == .array { next.append(value) }
          places += 1
          return places < Self.mostPlaces
        }
        // Of a long list the first few tell what is in it.
        if value.kind == .array {
          var seen = 0
          json.eachElement(of: value) {
            seen += 1
            return note($0) && seen < 4
          }
        } else {
          json.eachMember(of: value) { note($1) }
        }
      }
      level = next
    }
    return []
  }

  /// Whether most of its first values are stories: of a list, or of an object that has them by their ids.
  private func isList(_ value: JSONText.Value) -> Bool {
    var seen = 0
    var stories = 0
    func look(_ value: JSONText.Value) -> Bool {
      seen += 1
      if value.kind == .object, record(value).isStory { stories += 1 }
      return seen < 20
    }
    if value.kind == .array {
      json.eachElement(of: value, look)
      return stories > 0 && stories * 2 >= seen
    }
    json.eachMember(of: value) { look($1) }
    return stories > 1 && stories * 10 >= seen * 9
  }

  // MARK: One record

  private func record(_ object: JSONText.Value) -> StoryRecord {
    var record = StoryRecord()
    guard object.kind == .object else { return record }
    var around: [JSONText.Value] = []
    var members = 0
    json.eachMember(of: object) { name, value in
      members += 1
      let key = StoryField.key(json.text(of: name))
      if value.kind == .object, Self.wrappers.contains(key) { around.append(value) }
      if let (field, rank) = StoryField.ranks[key], let text = text(value, field: field) { record.add(key, field: field, rank: rank, text) }
      return members < 1000
    }
    // What is in a wrapper counts where the record doesn't say so itself, as it does not with `_source`.
    for value in around.prefix(4) where record[.title] == nil || record[.text] == nil {
      var inside = StoryRecord()
      json.eachMember(of: value) { name, value in
        let key = StoryField.key(json.text(of: name))
        if let (field, rank) = StoryField.ranks[key], let text = text(value, field: field) {
          inside.add(key, field: field, rank: rank, text)
        }
        return true
      }
      if inside[.title] != nil || inside[.text] != nil { record.complete(with: inside) }
    }
    return record
  }

  /// What stands in a value as text: of a list its parts, of an object its name.
  private func text(_ value: JSONText.Value, field: StoryField) -> [UInt8]? {
    switch value.kind {
    case .string: return json.isNothing(value) ? nil : json.text(of: value)
    case .word: return json.isNothing(value) || field == .text || field == .title ? nil : json.text(of: value)
    case .object: return inner(value, field: field)
    case .array:
      var parts: [[UInt8]] = []
      json.eachElement(of: value) { part in
        if part.kind == .string {
          parts.append(json.text(of: part))
        } else if part.kind == .object, let text = inner(part, field: field) {
          parts.append(text)
        }
        return parts.count < (field == .text ? 10_000 : field == .author ? 10 : 1)
      }
      guard !parts.isEmpty else { return nil }
      return Array(parts.joined(separator: field == .text || field == .summary ? [0x0A, 0x0A] : [0x2C, 0x20]))
    }
  }

  private func inner(_ object: JSONText.Value, field: StoryField) -> [UInt8]? {
    var best: (rank: Int, text: [UInt8])?
    // The name of a person or publication; the address of a link.
    let order = field == .url ? Array(Self.inner.reversed()) : Self.inner
    var members = 0
    json.eachMember(of: object) { name, value in
      members += 1
      if value.kind == .string, !json.isNothing(value), let rank = order.firstIndex(of: StoryField.key(json.text(of: name))),
        best.map({ rank < $0.rank }) ?? true
      {
        best = (rank, json.text(of: value))
      }
      return members < 100
    }
    return best?.text
  }
}
