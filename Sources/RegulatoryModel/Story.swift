/// One story as a document reader yields it: the unit that is listed, read, marked and counted.
package struct Story: Sendable, Equatable {
  /// Its place in its file: 0 for the first, or only, story.
  package var index: Int
  /// What makes it the same story in another copy of the file (a feed's guid, a Message-ID); nil where the format has nothing of the kind.
  package var identity: String?
  package var title: String
  /// Plain text, safe to print: UTF-8, paragraphs separated by an empty line, no control characters but newline and tab.
  ///
  /// Begins with the title where the document shows one, so that what a title says has a span too.
  /// Every span in the program is a range of UTF-8 byte offsets into this text.
  package var text: String
  /// The offset at which the text goes on after the title; 0 where the text does not begin with the title.
  package var bodyStart: Int
  package var date: CalendarDay
  package var dateOrigin: DateOrigin
  package var kind: DocumentKind
  /// ISO 639-1, lower case; nil where it could not be told.
  package var language: String?
  /// The publication or body that issued it, as the document says ("Reuters", "U.S. Securities and Exchange Commission").
  package var source: String?
  package var author: String?
  package var url: String?
  /// The path inside its file of the document that it was read from: an archive's entry, a mail's attachment. Nil for the file itself.
  package var member: String?
  /// Parts of the text that are not its own words (quoted history, a signature): shown and searched, but nothing is found in them.
  /// In order, not overlapping.
  package var asides: [Range<Int>] = []
  /// Where each page begins in the text, the first page's 0 included; empty for a document without pages.
  package var pages: [Int] = []
  /// Of a story of kind `prices` as its reader yields it: what its text is made from. Not stored with the story.
  package var prices: PriceHistory?
  /// Where the story is a bill's own official file: what that says of the bill.
  package var officialBill: OfficialBill?

  package init(
    index: Int = 0, identity: String? = nil, title: String, text: String, bodyStart: Int = 0, date: CalendarDay, dateOrigin: DateOrigin,
    kind: DocumentKind = .news, language: String? = nil, source: String? = nil, author: String? = nil, url: String? = nil,
    officialBill: OfficialBill? = nil, member: String? = nil, prices: PriceHistory? = nil
  ) {
    self.index = index
    self.identity = identity
    self.title = title
    self.text = text
    self.bodyStart = bodyStart
    self.date = date
    self.dateOrigin = dateOrigin
    self.kind = kind
    self.language = language
    self.source = source
    self.author = author
    self.url = url
    self.officialBill = officialBill
    self.member = member
    self.prices = prices
  }

  /// The page, from 1, on which an offset of the text lies; nil for a document without pages.
  package func page(at offset: Int) -> Int? {
    guard !pages.isEmpty else { return nil }
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if pages[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }
}

/// Where a story's date was found, best first.
package enum DateOrigin: String, CaseIterable, Sendable {
  case frontMatter = "front-matter"
  case metadata = "metadata"
  case structuredData = "json-ld"
  case header = "header"
  case dateline = "dateline"
  case fileName = "file-name"
  case fileTime = "file-time"
}

/// What sort of document a story is. The raw value is its name in queries and JSON.
package enum DocumentKind: String, CaseIterable, Sendable {
  case news
  case pressRelease = "press-release"
  case rule
  case proposedRule = "proposed-rule"
  case notice
  case enforcement
  case bill
  case speech
  case email
  case filing
  case prices
  case other

  /// As a person reads it in a list.
  package var label: String {
    switch self {
    case .news: "News"
    case .pressRelease: "Press release"
    case .rule: "Rule"
    case .proposedRule: "Proposed rule"
    case .notice: "Notice"
    case .enforcement: "Enforcement"
    case .bill: "Bill"
    case .speech: "Speech"
    case .email: "E-mail"
    case .filing: "Filing"
    case .prices: "Prices"
    case .other: "Other"
    }
  }
}

/// A story's lasting number in one library. Never reused.
package struct StoryID: Hashable, Sendable, Comparable {
  package let rawValue: Int64
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Counts the committed changes of a library; only ever grows.
package struct Revision: Hashable, Sendable, Comparable {
  package let rawValue: Int64
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
