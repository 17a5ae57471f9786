/// The tokens of a story by pages, of which a bounded number is held: of a very long text a page is cut again when it is asked for.
///
/// A token takes five times the room of its letters. A story of everyday length has one page; only a text of some millions of bytes
/// has more than are held, and rules go through it from front to back. A class, because it owns the pages. For one thread.
final class WordPages {
  /// Tokens to a page.
  static let pageShift = 12
  static let pageSize = 1 << pageShift
  /// How many pages are held at most: 115 MB, the tokens of some 20 MB of prose.
  private static let most = 1024
  /// How many are held: fewer in a story of very many names, which take their room.
  private let most: Int
  /// How many of these give way to others; the rest are the story's first pages and stay. Rules go from front to back, and a page that
  /// gives way is gone before the next of them comes to it.
  static let changing = 32

  private let scan: TextScan
  /// Page: its tokens, or nil where they have to be cut again.
  fileprivate private(set) var tokens: UnsafeMutablePointer<UnsafeMutablePointer<WordToken>?>
  /// Page: the sentences of its tokens.
  fileprivate private(set) var sentences: UnsafeMutablePointer<UnsafeMutablePointer<Int32>?>
  private var pageCount = 0
  private var room = 1
  fileprivate private(set) var tokenCount = 0
  /// Page: the cutter as it was before the page.
  private var bookmarks: [WordCutter] = []
  /// Page: where its first token begins.
  private var starts: [Int32] = []
  /// The pages that are held; of the last `changing` of them the one held longest gives way.
  private var held: [Int] = []
  private var oldest: Int

  init(_ scan: TextScan, places: Int) {
    self.scan = scan
    most = max(Self.most / 8, Self.most - max(0, places - 100_000) / 400)
    oldest = most - Self.changing
    tokens = .allocate(capacity: 1)
    sentences = .allocate(capacity: 1)
    tokens.initialize(to: nil)
    sentences.initialize(to: nil)
  }

  deinit {
    for page in held {
      tokens[page]?.deallocate()
      sentences[page]?.deallocate()
    }
    tokens.deallocate()
    sentences.deallocate()
  }

  // MARK: Cutting

  /// Cuts the whole story once. To be called first, and once.
  func cutAll() -> (sentences: [StoryWords.Sentence], roles: WordRoles) {
    var cutter = WordCutter(scan)
    var found: [StoryWords.Sentence] = []
    found.reserveCapacity(scan.sentences.count + 4)
    var storyRoles: WordRoles = []
    var sentence: Int32 = 0
    var start = 0
    var roles: WordRoles = []
    var paragraph = 0
    var isAtEnd = false
    while !isAtEnd {
      let bookmark = cutter
      var page = makePage(pageCount)
      isAtEnd = fill(&page, from: &cutter) { page, from, paragraphNow in
        // The tokens cut just now are of one paragraph.
        for index in from..<page.count {
          if page.sentences[index] != sentence {
            let here = tokenCount + index
            found.append(StoryWords.Sentence(range: start..<here, paragraph: paragraph, roles: roles))
            storyRoles.formUnion(roles)
            sentence = page.sentences[index]
            start = here
            roles = []
          }
          roles.formUnion(page.tokens[index].roles)
          paragraph = paragraphNow
        }
      }
      if page.count > 0 {
        bookmarks.append(bookmark)
        starts.append(page.tokens[0].start)
        pageCount += 1
        tokenCount += page.count
      }
    }
    if start < tokenCount {
      found.append(StoryWords.Sentence(range: start..<tokenCount, paragraph: paragraph, roles: roles))
      storyRoles.formUnion(roles)
    }
    return (found, storyRoles)
  }

  /// Fills a page; whether the story ended.
  private func fill(_ page: inout WordCutter.Page, from cutter: inout WordCutter, _ tell: (WordCutter.Page, Int, Int) -> Void) -> Bool {
    while page.count < page.capacity {
      let from = page.count
      guard cutter.cut(scan.bytes.buffer, into: &page) else { return true }
      tell(page, from, cutter.currentParagraph)
    }
    return false
  }

  /// Room for a page, taken from the page held longest where as many are held as may be.
  private func makePage(_ number: Int) -> WordCutter.Page {
    if number >= room { grow() }
    if held.count < most {
      // A page of a short story needs no room for more tokens than the story has bytes.
      let capacity = min(Self.pageSize, scan.bytes.count + 1)
      let words = UnsafeMutablePointer<WordToken>.allocate(capacity: capacity)
      let numbers = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
      tokens[number] = words
      sentences[number] = numbers
      held.append(number)
      return WordCutter.Page(tokens: words, sentences: numbers, capacity: capacity)
    }
    let gone = held[oldest]
    held[oldest] = number
    oldest = oldest + 1 < most ? oldest + 1 : most - Self.changing
    guard let words = tokens[gone], let numbers = sentences[gone] else { preconditionFailure("a page that is held is there") }
    tokens[gone] = nil
    sentences[gone] = nil
    tokens[number] = words
    sentences[number] = numbers
    return WordCutter.Page(tokens: words, sentences: numbers, capacity: Self.pageSize)
  }

  private func grow() {
    let more = room * 4
    let (newTokens, newSentences) = (
      UnsafeMutablePointer<UnsafeMutablePointer<WordToken>?>.allocate(capacity: more),
      UnsafeMutablePointer<UnsafeMutablePointer<Int32>?>.allocate(capacity: more)
    )
    newTokens.initialize(repeating: nil, count: more)
    newSentences.initialize(repeating: nil, count: more)
    newTokens.update(from: tokens, count: room)
    newSentences.update(from: sentences, count: room)
    tokens.deallocate()
    sentences.deallocate()
    (tokens, sentences, room) = (newTokens, newSentences, more)
  }

  /// Cuts a page that was given up.
  @inline(never)
  fileprivate func cutAgain(_ number: Int) {
    var cutter = bookmarks[number]
    var page = makePage(number)
    _ = fill(&page, from: &cutter) { _, _, _ in }
  }

  // MARK: Places

  /// The tokens among which the first is that ends after an offset.
  func tokens(around offset: Int) -> Range<Int> {
    var low = 0
    var high = pageCount
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) > offset { high = middle } else { low = middle + 1 }
    }
    let page = max(0, low - 1)
    return min(tokenCount, page << Self.pageShift)..<min(tokenCount, (page + 1) << Self.pageShift)
  }
}

/// The pages as those hold them who look up a token for every question: without a count of references.
///
/// `StoryWords` holds the pages as long as itself, and the tables stay where they are once the story is cut.
private struct UncountedPages {
  private let pages: UnsafeMutableRawPointer
  init(_ pages: WordPages) { self.pages = Unmanaged.passUnretained(pages).toOpaque() }

  @inline(never)
  func cutAgain(_ page: Int) { Unmanaged<WordPages>.fromOpaque(pages).takeUnretainedValue().cutAgain(page) }
}

/// A story's tokens by number.
struct WordTokens: RandomAccessCollection {
  private let pages: UncountedPages
  private let table: UnsafeMutablePointer<UnsafeMutablePointer<WordToken>?>
  let count: Int

  init(_ pages: WordPages) {
    self.pages = UncountedPages(pages)
    table = pages.tokens
    count = pages.tokenCount
  }

  var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> WordToken {
    precondition(index >= 0 && index < count, "a token outside the story")
    let page = index >> WordPages.pageShift
    while true {
      if let tokens = table[page] { return tokens[index & (WordPages.pageSize - 1)] }
      pages.cutAgain(page)
    }
  }
}

/// The number of each token's sentence.
struct SentenceNumbers: RandomAccessCollection {
  private let pages: UncountedPages
  private let table: UnsafeMutablePointer<UnsafeMutablePointer<Int32>?>
  let count: Int

  init(_ pages: WordPages) {
    self.pages = UncountedPages(pages)
    table = pages.sentences
    count = pages.tokenCount
  }

  var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> Int32 {
    precondition(index >= 0 && index < count, "a token outside the story")
    let page = index >> WordPages.pageShift
    while true {
      if let sentences = table[page] { return sentences[index & (WordPages.pageSize - 1)] }
      pages.cutAgain(page)
    }
  }
}
