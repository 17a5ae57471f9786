/// Decides the title of a page from what it states and shows, without the name of the site.
enum PageTitle {
  static func title(_ facts: PageFacts) -> [UInt8] {
    let headings = facts.headings.map(\.text).filter { !$0.isEmpty }
    for stated in facts.statedTitles {
      let line = OneLine.collapsed(Array(stated.utf8)[...])
      guard !line.isEmpty else { continue }
      if let heading = heading(in: headings, for: line) { return heading }
      return withoutSite(line, facts.siteName)
    }
    if let heading = heading(in: headings, for: facts.pageTitle) ?? heading(in: headings, for: withoutSite(facts.pageTitle, facts.siteName))
    {
      return heading
    }
    if facts.pageTitle.isEmpty { return headings.first ?? [] }
    let title = withoutSite(facts.pageTitle, facts.siteName)
    // A bare site name is no title where the page has one heading.
    if headings.count == 1, let heading = headings.first, heading.count > 12, words(title).count < 4,
      words(heading).count > words(title).count
    {
      return heading
    }
    return title
  }

  /// The name of the site that stands beside the story's title in the page's; nil where it has none.
  static func site(beside title: [UInt8], in pageTitle: [UInt8]) -> String? {
    guard !title.isEmpty, pageTitle.count > title.count else { return nil }
    let line = pageTitle[...]
    let rest: Bytes
    if line.starts(with: title) {
      rest = line[title.count...]
    } else if line.suffix(title.count).elementsEqual(title) {
      rest = line.dropLast(title.count)
    } else {
      return nil
    }
    let name = rest.trimmed.drop { !$0.isWordByte }.trimmed
    let isSet =
      rest.contains(0x7C) || rest.contains(" - ") || rest.contains(" – ") || rest.contains(" — ") || rest.contains(" · ")
      || rest.contains(" :: ")
    guard isSet else { return nil }
    var ending = name
    while let last = ending.last, last == 0x7C || last == 0x2D || last == 0x3A || last == 0x20 { ending = ending.dropLast() }
    let text = ending.text.trimmingDashes
    return text.isEmpty || ending.words.count > 7 ? nil : text
  }

  /// The heading that a stated title means: the same words, or all of them with a site's name around or cut short.
  private static func heading(in headings: [[UInt8]], for title: [UInt8]) -> [UInt8]? {
    let wanted = words(title)
    guard !wanted.isEmpty else { return nil }
    return headings.first { heading in
      let has = words(heading)
      guard !has.isEmpty else { return false }
      if has == wanted { return true }
      if has.count >= 3, wanted.count > has.count { return wanted.starts(with: has) || wanted.suffix(has.count).elementsEqual(has) }
      return wanted.count >= 6 && has.starts(with: wanted.dropLast())
    }
  }

  /// Lower-case words, for comparison.
  static func words(_ line: [UInt8]) -> [[UInt8]] {
    line.split { !$0.isWordByte }.map { $0.lowercased }.filter { $0 != [0xE2, 0x80, 0x99] }
  }

  /// Cuts off the site's name after (or before) a bar or dash.
  static func withoutSite(_ title: [UInt8], _ site: String?) -> [UInt8] {
    let line = title[...]
    let separators: [[UInt8]] = [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " / ", " _ "].map { Array($0.utf8) }
    var best: (position: Int, length: Int)?
    for separator in separators {
      var index = line.endIndex - separator.count
      while index > line.startIndex {
        if line[index...].starts(with: separator) { break }
        index -= 1
      }
      if index > line.startIndex, index > best?.position ?? 0 { best = (index, separator.count) }
    }
    guard let best else { return title }
    let head = line[..<best.position].trimmed
    let tail = line[(best.position + best.length)...].trimmed
    if let site, !site.isEmpty {
      let name = words(Array(site.utf8))
      if words(Array(tail)) == name { return Array(head) }
      if words(Array(head)) == name { return Array(tail) }
    }
    let headWords = words(Array(head)).count
    let tailWords = words(Array(tail)).count
    if headWords >= 4, tailWords <= 5, tailWords < headWords { return withoutSite(Array(head), site) }
    return headWords >= 3 && tailWords <= 3 && best.length == 3 ? Array(head) : title
  }
}

extension String {
  /// Without dashes, dots and blanks at the ends.
  fileprivate var trimmingDashes: String {
    let signs: Set<Character> = ["–", "—", "·", "-", "|", " ", "»", "«"]
    var text = self[...]
    while let first = text.first, signs.contains(first) { text = text.dropFirst() }
    while let last = text.last, signs.contains(last) { text = text.dropLast() }
    return String(text)
  }
}
