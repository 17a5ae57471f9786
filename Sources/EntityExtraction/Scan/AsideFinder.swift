/// Finds what a page shows beside the story: teasers of other stories, picture credits, footers.
///
/// These are lines that begin with certain words. A short paragraph that begins so is an aside as a whole.
struct AsideFinder {
  private(set) var asides: [Range<Int>] = []

  /// Openings of lines, lower case. After those that end in a letter a word boundary must follow.
  static let openings = [
    "related:", "related stories", "related articles", "related posts", "related reading", "related news", "related coverage",
    "related story",
    "related article", "read more:", "read more about", "read also:", "also read:", "see also:", "read next", "read:", "more:", "magazine:",
    "more for you", "more from", "more on this", "more like this", "recommended:", "recommended for you", "recommended reading",
    "don't miss:",
    "don’t miss:", "up next:", "learn:", "explainer:", "listen to:", "podcast:", "video:", "listen:", "watch:", "further reading:",
    "trending:", "trending now", "popular now", "most read",
    "sponsored:",
    "advertisement", "image:", "images:", "photo:", "photo by", "photos:", "photo credit", "image credit", "image source", "image via",
    "image by", "image courtesy", "picture:", "credit:", "cover image", "featured image", "illustration:", "illustration by",
    "getty images",
    "unsubscribe", "you are receiving", "you're receiving", "you’re receiving", "you received this", "subscribe to", "subscribe now",
    "subscribe:", "sign up for", "sign up to", "follow us", "follow me", "share this", "share on", "all rights reserved", "copyright ©",
    "copyright (c)", "©", "privacy policy", "cookie", "we use cookies", "terms of service", "filed under:", "filed under", "tags:",
    "tagged:",
    "topics:", "categories:", "keywords:", "next story", "previous story", "previous:", "next:", "view in browser", "view this email",
    "you may also like", "you might also like", "editor's picks", "editor’s picks", "in other news:", "top stories:",
  ]

  private static let byFirst: [[[UInt8]]] = {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for opening in openings {
      let bytes = Array(opening.utf8)
      table[Int(bytes[0])].append(bytes)
    }
    return table
  }()

  init(_ text: UnsafeBufferPointer<UInt8>, paragraphs: TextSpans) {
    for paragraph in paragraphs {
      var line = paragraph.lowerBound
      while line < paragraph.upperBound {
        let end = ByteSearch.first(in: text, from: line, to: paragraph.upperBound) { ByteSearch.marks($0, 10) }
        if opens(text, line..<end) {
          // A teaser's title may be wrapped, a list of titles may follow its heading.
          let isWhole = line == paragraph.lowerBound && paragraph.count < 600
          asides.append(line..<(isWhole ? paragraph.upperBound : end))
          if isWhole { break }
        }
        line = end + 1
      }
    }
  }

  private func opens(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    // Marks of lists, emphasis, quotation and headings.
    var start = line.lowerBound
    let limit = min(line.upperBound, start + 16)
    while start < limit,
      text[start] == 32 || text[start] == 9 || (text[start] < 0x80 && !LetterBytes.isWord(text[start])) || text[start] == 95
    {
      start += 1
    }
    guard start < line.upperBound else { return false }
    let candidates = Self.byFirst[Int(LetterBytes.folded(text[start]))]
    for opening in candidates where start + opening.count <= line.upperBound {
      var offset = 1
      while offset < opening.count, LetterBytes.folded(text[start + offset]) == opening[offset] { offset += 1 }
      guard offset == opening.count else { continue }
      let end = start + offset
      if !LetterBytes.isLetter(opening[offset - 1]) || end == line.upperBound || !LetterBytes.isWord(text[end]) { return true }
    }
    return false
  }
}
