import QueryLanguage
import RegulatoryModel

// Search over the library and in a story, and the filter as text. Both are live: the list follows every key.

extension DashboardState {
  mutating func beginSearch(_ text: String?) {
    if focus == .coverage { return beginFileSearch(text) }
    if focus == .reader, text == nil {
      guard reader.detail != nil else { return say("There is no story to search") }
      prompt = Prompt(.find)
      return
    }
    prompt = Prompt(.search, text: text == nil ? "" : text.orEmpty, before: filtering)
    if text != nil {
      changed(.search)
      submitPrompt()
    }
  }

  mutating func editFilter(_ text: String?) {
    let present = filtering.query.description
    prompt = Prompt(.filter, text: text ?? (present.isEmpty ? "" : present + " "), before: filtering)
    if text != nil {
      changed(.filter)
      submitPrompt()
    }
  }

  /// The search or filter text changed: asks for what it says now, or marks what is wrong and leaves the list as it is.
  mutating func changed(_ purpose: Prompt.Purpose) {
    guard let prompt else { return }
    let text = prompt.line.text
    do throws(QuerySyntaxError) {
      let query = try Query(parsing: text, vocabulary: vocabulary)
      self.prompt?.fault = nil
      preview(purpose == .search ? Self.forTyping(query, text: text) : query, text: text)
    } catch {
      self.prompt?.fault = Prompt.Fault(error)
      // "custody agency:s" is no query yet, but "custody" is: what stands before the value being typed goes on counting.
      guard let start = Self.unfinishedTerm(of: text, fault: error) else { return }
      let rest = String(text[..<start])
      // Where that has a fault too, the last good list stays; the fault is told already.
      if let query = try? Query(parsing: rest, vocabulary: vocabulary) { preview(query, text: rest) }
    }
  }

  /// Shows what a query that is being typed gives.
  private mutating func preview(_ query: Query, text: String) {
    guard let prompt else { return }
    var new = FilterState(filter: query)
    if prompt.purpose == .search {
      new = prompt.before
      new.search = query
      new.searchText = text
    }
    guard new != filtering else { return }
    filtering = new
    ask()
  }

  /// Where the last term begins, if it is a field whose value is still being typed and holds the fault.
  private static func unfinishedTerm(of text: String, fault: QuerySyntaxError) -> String.Index? {
    let start = text.lastIndex(where: \.isWhitespace).map { text.index(after: $0) } ?? text.startIndex
    let offset = text.distance(from: text.startIndex, to: start)
    return text[start...].contains(":") && fault.column >= offset ? start : nil
  }

  /// While a word is being typed, longer words count too: its beginning has to be enough to see something.
  private static func forTyping(_ query: Query, text: String) -> Query {
    guard let last = text.last, last.isLetter || last.isNumber else { return query }
    var parts = query.conjuncts
    guard case .text(.word(let word))? = parts.last, word.count >= 3, text.hasSuffix(word) else { return query }
    parts[parts.count - 1] = .text(.prefix(word))
    return Query.all(of: parts)
  }

  /// Enter in the search or filter prompt. A fault keeps the prompt open.
  mutating func submitQuery(_ prompt: Prompt) {
    let text = prompt.line.text
    do throws(QuerySyntaxError) {
      let query = try Query(parsing: text, vocabulary: vocabulary)
      var new = FilterState(filter: query)
      if prompt.purpose == .search {
        new = prompt.before
        new.search = query
        new.searchText = text.trimmed
      }
      // One step back, however many keys it took.
      if new != prompt.before { undoLog.record(.filter(from: prompt.before, to: new)) }
      let isAsked = new.query == filtering.query
      filtering = new
      if !isAsked { ask() }
      remember(text, in: \.searches)
      self.prompt = nil
      if prompt.purpose == .search {
        setFocus(.stories)
        // While it was typed, longer words counted too: the list may have become shorter, and the reason is told.
        if Self.forTyping(query, text: text.trimmed) != query, let word = text.trimmed.split(separator: " ").last {
          say("Whole words only; \(word)* finds longer ones too")
        }
      }
    } catch {
      self.prompt?.fault = Prompt.Fault(error)
    }
  }

  /// Adds a line to a history, once, the newest last.
  mutating func remember(_ text: String, in history: WritableKeyPath<DashboardState, [String]>) {
    let text = text.trimmed
    guard !text.isEmpty else { return }
    self[keyPath: history].removeAll { $0 == text }
    self[keyPath: history].append(text)
    if self[keyPath: history].count > 100 { self[keyPath: history].removeFirst() }
  }

  /// Looks for the text in the reader's story while it is typed, and goes to the first place from here on.
  mutating func find(_ text: String) {
    guard let detail = reader.detail else { return }
    reader.currentHit = nil
    guard !text.isEmpty else {
      reader.find = nil
      reader.findHits = []
      return
    }
    reader.find = text
    reader.findHits = TextSearch.places(of: text, in: detail.story.text)
    prompt?.fault =
      reader.findHits.isEmpty ? Prompt.Fault(column: 0, length: text.count, message: "not in this story") : nil
    guard !reader.findHits.isEmpty else { return }
    let from = topOffset
    let index = reader.findHits.firstIndex { $0.lowerBound >= from } ?? 0
    reader.currentHit = index
    showInReader(reader.findHits[index].lowerBound)
    say("\(Numbers.grouped(index + 1)) of \(Numbers.grouped(reader.findHits.count))")
  }

  /// The place of the text that the reader's first line shows.
  var topOffset: Int { reader.page.offset(ofLine: reader.top) }

  mutating func moveHit(_ direction: Int) {
    guard focus == .reader else {
      guard filtering.search != .everything || !filtering.query.textTerms.isEmpty else {
        return say("Nothing is searched for" + (hint(.search).map { ". \($0) searches" }.orEmpty))
      }
      return move(by: direction)
    }
    let hits = reader.hits
    guard !hits.isEmpty else {
      return say(
        reader.find == nil && filtering.query.textTerms.isEmpty
          ? "Nothing is searched for" + (hint(.search).map { ". \($0) searches this story" }.orEmpty) : "Not found in this story")
    }
    let next: Int
    if let current = reader.currentHit {
      next = (current + direction + hits.count) % hits.count
    } else {
      let from = topOffset
      next =
        direction > 0
        ? hits.firstIndex { $0.lowerBound >= from } ?? 0 : hits.lastIndex { $0.lowerBound < from } ?? hits.count - 1
    }
    let wrapped = reader.currentHit.map { direction > 0 ? next < $0 : next > $0 } ?? false
    reader.currentHit = next
    showInReader(hits[next].lowerBound)
    say("\(Numbers.grouped(next + 1)) of \(Numbers.grouped(hits.count))" + (wrapped ? ", round again" : ""))
  }

  mutating func moveMention(_ direction: Int) {
    guard reader.detail != nil else { return say(reader.wanted == nil ? "There is no story here" : "Still loading this story") }
    guard !reader.marks.isEmpty else { return say("Nothing is marked in this story") }
    let next: Int
    if let current = reader.currentMark {
      next = current + direction
    } else {
      let from = topOffset
      next =
        direction > 0
        ? reader.marks.firstIndex { $0.mention.span.lowerBound >= from } ?? reader.marks.count
        : reader.marks.lastIndex { $0.mention.span.lowerBound < from } ?? -1
    }
    guard reader.marks.indices.contains(next) else { return say(direction > 0 ? "No mention further down" : "No mention further up") }
    reader.currentMark = next
    let mark = reader.marks[next]
    showInReader(mark.mention.span.lowerBound)
    guard let detail = reader.detail else { return }
    let name = Evidence.name(of: mark, in: detail.findings, glyphs: glyphs)
    say("\(next + 1) of \(reader.marks.count): \(name)" + (valueUnderCursor() == nil ? "" : ". Enter filters to it"))
  }
}
