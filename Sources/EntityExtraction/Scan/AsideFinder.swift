/// Finds what a page shows beside the story: teasers of other stories, picture captions with their credits, footers.
///
/// Most are lines that begin with certain words; a short paragraph that begins so is an aside as a whole. A line that heads a list
/// of links takes the titles under it along. A caption is told by the credit at its end.
struct AsideFinder {
  private(set) var asides: [Range<Int>] = []

  /// Openings of lines, lower case. After those that end in a letter a word boundary must follow.
  static let openings = [
    "related:", "read more:", "read more about", "read also:", "also read:", "see also:", "read:", "more:", "magazine:", "don't miss:",
    "don’t miss:", "up next:", "learn:", "explainer:", "listen to:", "podcast:", "video:", "listen:", "watch:", "sponsored:",
    "advertisement", "image:", "images:", "photo:", "photo by", "photos:", "photo credit", "image credit", "image source", "image via",
    "image by", "image courtesy", "picture:", "credit:", "cover image", "featured image", "illustration:", "illustration by",
    "getty images", "file photo:", "caption:", "unsubscribe", "you are receiving", "you're receiving", "you’re receiving",
    "you received this", "subscribe to", "subscribe now", "subscribe:", "sign up for", "sign up to", "follow us", "follow me",
    "share this", "share on", "all rights reserved", "copyright ©", "copyright (c)", "©", "privacy policy", "cookie", "we use cookies",
    "this site uses cookies", "this website uses cookies", "terms of service", "filed under:", "filed under", "tags:", "tagged:",
    "topics:", "categories:", "keywords:", "next story", "previous story", "previous:", "next:", "view in browser", "view this email",
    "about the author", "about the authors", "skip to content", "skip to main content", "home |", "home >", "home ›", "home »", "home /",
  ]
  /// Openings of lines under which titles of other stories may be listed.
  static let listHeadings = [
    "related stories", "related articles", "related posts", "related reading", "related news", "related coverage", "related content",
    "related story", "related article", "related topics", "read next", "what to read next", "more for you", "more from", "more on this",
    "more like this", "more stories", "more news", "recommended:", "recommended for you", "recommended reading", "recommended stories",
    "recommended articles", "further reading:", "trending:", "trending now", "trending stories", "popular now", "popular stories",
    "most read", "most popular", "latest news", "latest stories", "you may also like", "you might also like", "you may like",
    "trending posts", "recent posts", "latest posts", "popular posts", "top posts",
    "latest articles", "popular articles", "recent articles", "most viewed", "editor's picks", "editor’s picks", "editors' picks",
    "editors’ picks", "in other news:", "top stories:", "other stories",
  ]
  /// What picture credits hold, lower case.
  private static let credits = [
    "getty images", "reuters/", "/reuters", "afp/", "via afp", "ap photo", "photo by", "photo:", "photograph:", "image:", "picture:",
    "illustration:", "credit:", "image by", "image via", "image credit", "photo credit", "photo courtesy", "file photo", "shutterstock",
    "unsplash", "/bloomberg", "istock", "/illustration",
  ]
  /// Title lines under one heading; a longer list is a part of the story.
  private static let mostTitles = 12

  private struct Opening {
    var bytes: [UInt8]
    var headsList: Bool
  }

  private static let byFirst: [[Opening]] = {
    var table = [[Opening]](repeating: [], count: 256)
    for (texts, headsList) in [(openings, false), (listHeadings, true)] {
      for text in texts { table[Int(text.utf8.first ?? 0)].append(Opening(bytes: Array(text.utf8), headsList: headsList)) }
    }
    return table
  }()

  private static let creditsByFirst: [[[UInt8]]] = {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for credit in credits { table[Int(credit.utf8.first ?? 0)].append(Array(credit.utf8)) }
    return table
  }()

  init(_ text: UnsafeBufferPointer<UInt8>, paragraphs: TextSpans) {
    var titlesLeft = 0
    for paragraph in paragraphs {
      if titlesLeft > 0, Self.isTitle(paragraph, text) {
        asides.append(paragraph)
        titlesLeft -= 1
        continue
      }
      titlesLeft = 0
      if Self.isCaption(paragraph, text) {
        asides.append(paragraph)
        continue
      }
      var line = paragraph.lowerBound
      while line < paragraph.upperBound {
        let end = ByteSearch.first(in: text, from: line, to: paragraph.upperBound) { ByteSearch.marks($0, 10) }
        if let opening = Self.opening(of: line..<end, text) {
          // A teaser's title may be wrapped, a list of titles may follow its heading.
          let isWhole = line == paragraph.lowerBound && paragraph.count < 600
          asides.append(line..<(isWhole ? paragraph.upperBound : end))
          if isWhole {
            if opening.headsList, end == paragraph.upperBound, end - line < 60 { titlesLeft = Self.mostTitles }
            break
          }
        }
        line = end + 1
      }
    }
  }

  /// The asides found together with those that the document's own form tells of, as ranges that do not overlap.
  func asides(with told: [Range<Int>]) -> [Range<Int>] {
    guard !told.isEmpty else { return asides }
    var merged: [Range<Int>] = []
    for range in (asides + told).sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private static func opening(of line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Opening? {
    // Marks of lists, emphasis, quotation and headings.
    var start = line.lowerBound
    let limit = min(line.upperBound, start + 16)
    while start < limit,
      text[start] == 32 || text[start] == 9 || (text[start] < 0x80 && !LetterBytes.isWord(text[start])) || text[start] == 95
    {
      start += 1
    }
    guard start < line.upperBound else { return nil }
    for opening in byFirst[Int(LetterBytes.folded(text[start]))] where reads(opening.bytes, at: start, to: line.upperBound, text) {
      let end = start + opening.bytes.count
      if !LetterBytes.isLetter(text[end - 1]) || end == line.upperBound || !LetterBytes.isWord(text[end]) { return opening }
    }
    return nil
  }

  /// Whether a paragraph under a heading of links is a title: short, and no sentence.
  private static func isTitle(_ paragraph: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard paragraph.count < 300 else { return false }
    switch text[paragraph.upperBound - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), 34, 0x9D: return false
    default: return true
    }
  }

  /// Whether a paragraph is a picture's caption: short, and a credit at its end, where a sentence would have its full stop.
  private static func isCaption(_ paragraph: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard paragraph.count < 420, paragraph.count > 12 else { return false }
    let last = text[paragraph.upperBound - 1]
    guard LetterBytes.isWord(last) || last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == 42 || last == 95 else {
      return false
    }
    var position = max(paragraph.lowerBound + 1, paragraph.upperBound - 90)
    while position < paragraph.upperBound {
      if !LetterBytes.isWord(text[position - 1]) || !LetterBytes.isLetter(text[position]) {
        for credit in creditsByFirst[Int(LetterBytes.folded(text[position]))]
        where reads(credit, at: position, to: paragraph.upperBound, text) {
          return true
        }
      }
      position += 1
    }
    return false
  }

  private static func reads(_ words: [UInt8], at start: Int, to end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start + words.count <= end else { return false }
    var offset = 0
    while offset < words.count, LetterBytes.folded(text[start + offset]) == words[offset] { offset += 1 }
    return offset == words.count
  }
}
