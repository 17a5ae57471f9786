import Foundation
import RegulatoryModel

/// A saved page and what a person, or a reader with years of care, found in it.
struct PageWithAnswer {
  var name: String
  var source: [UInt8]
  var expected: [String]
  var title: String?
  var byline: String?
  var published: String?
  var language: String?

  init?(_ folder: URL) {
    guard let source = try? Data(contentsOf: folder.appending(path: "source.html")),
      let expected = try? Data(contentsOf: folder.appending(path: "expected.html"))
    else { return nil }
    name = folder.lastPathComponent
    self.source = Array(source)
    self.expected = PageWords.words(PageWords.stripped(Array(expected)))
    let data = (try? Data(contentsOf: folder.appending(path: "expected-metadata.json"))) ?? Data()
    let facts = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
    func fact(_ key: String) -> String? { (facts[key] as? String).flatMap { $0.isEmpty ? nil : $0 } }
    title = fact("title")
    byline = fact("byline")
    published = fact("publishedTime")
    language = fact("lang")
  }
}

/// How well one page was read.
struct PageScore {
  enum Verdict {
    case right, wrong, notStated, invented

    var sign: String {
      switch self {
      case .right: "y"
      case .wrong: "n"
      case .notStated: "."
      case .invented: "+"
      }
    }
  }

  private(set) var ours = 0.0
  private(set) var stripped: Double
  private(set) var title = Verdict.wrong
  private(set) var byline = Verdict.wrong
  private(set) var date = Verdict.wrong
  private(set) var language = Verdict.wrong
  private(set) var differences: [String] = []

  init(_ page: PageWithAnswer, _ story: Story?) {
    stripped = PageWords.f1(PageWords.words(PageWords.stripped(page.source)), page.expected)
    guard let story else { return }
    ours = PageWords.f1(PageWords.words(String(decoding: Array(story.text.utf8)[story.bodyStart...], as: UTF8.self)), page.expected)
    title = judge("title", page.title, story.bodyStart > 0 ? story.title : nil, Self.isSameName)
    byline = judge("byline", page.byline, story.author, Self.isSameName)
    let isStated = story.dateOrigin != .fileTime && story.dateOrigin != .fileName
    date = judge("date", page.published.map { String($0.prefix(10)) }, isStated ? "\(story.date)" : nil, ==)
    language = judge("language", page.language.map { String($0.prefix(2)).lowercased() }, story.language, ==)
  }

  private mutating func judge(_ name: String, _ wanted: String?, _ found: String?, _ isSame: (String, String) -> Bool) -> Verdict {
    guard let wanted else { return found == nil ? .notStated : .invented }
    if let found, isSame(wanted, found) { return .right }
    differences.append("\(name): expected \(wanted.prefix(120)), found \(found ?? "nothing")")
    return .wrong
  }

  /// The same words, without "By", or all the words of one at an end of the other: a site's name or a date stands beside them.
  private static func isSameName(_ wanted: String, _ found: String) -> Bool {
    let first = name(wanted)
    let second = name(found)
    if first == second { return true }
    guard second.count >= 2, first.count <= second.count + 5 else { return false }
    return first.starts(with: second) || first.suffix(second.count).elementsEqual(second)
  }

  private static func name(_ text: String) -> [String] {
    let words = PageWords.words(text)
    return words.first.map { ["by", "par", "von"].contains($0) } == true ? Array(words.dropFirst()) : words
  }
}

/// The means over all pages.
struct PagesResult {
  private var scores: [PageScore] = []

  mutating func add(_ score: PageScore) { scores.append(score) }

  var ours: Double { scores.reduce(0) { $0 + $1.ours } / Double(max(1, scores.count)) }
  var stripped: Double { scores.reduce(0) { $0 + $1.stripped } / Double(max(1, scores.count)) }

  var summary: String {
    let facts: [(String, KeyPath<PageScore, PageScore.Verdict>)] = [
      ("title", \.title), ("byline", \.byline), ("date", \.date), ("language", \.language),
    ]
    return facts.map { name, verdict in
      let right = scores.count { $0[keyPath: verdict] == .right }
      let stated = right + scores.count { $0[keyPath: verdict] == .wrong }
      let more = scores.count { $0[keyPath: verdict] == .invented }
      return "\(name) \(right) of \(stated) right" + (more == 0 ? "" : ", \(more) found where none is expected")
    }.joined(separator: "; ")
  }
}

/// Words of a text, and how alike two texts are by them.
enum PageWords {
  /// In lower case; a Chinese or Japanese character is a word.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word).lowercased()) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if (0x2E80...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value) {
        end()
        if scalar.properties.isAlphabetic { words.append(String(scalar)) }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else {
        end()
      }
    }
    end()
    return words
  }

  /// The harmonic mean of the shares of words that are right and that are found, each word as often as it stands.
  static func f1(_ found: [String], _ wanted: [String]) -> Double {
    guard !found.isEmpty || !wanted.isEmpty else { return 1 }
    var left = Dictionary(wanted.map { ($0, 1) }, uniquingKeysWith: +)
    var common = 0
    for word in found {
      guard let count = left[word], count > 0 else { continue }
      left[word] = count - 1
      common += 1
    }
    return 2 * Double(common) / Double(found.count + wanted.count)
  }

  /// The text between the tags, without scripts and styles: the floor, in the plainest way there is.
  static func stripped(_ page: [UInt8]) -> String {
    var text: [UInt8] = []
    var index = 0
    while index < page.count {
      guard page[index] == 0x3C else {
        text.append(page[index])
        index += 1
        continue
      }
      let end = end(of: page, index)
      text.append(0x20)
      index = end
    }
    return entities(String(decoding: text, as: UTF8.self))
  }

  private static func end(of page: [UInt8], _ start: Int) -> Int {
    for (opening, closing) in [("<!--", "-->"), ("<script", "</script"), ("<style", "</style")] {
      let name = Array(opening.utf8)
      guard start + name.count <= page.count, zip(page[start...], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
      let last = Array(closing.utf8)
      var index = start + name.count
      while index + last.count <= page.count {
        if page[index] == last[0], zip(page[index...], last).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { break }
        index += 1
      }
      return min(page.count, (page[min(index, page.count)...].firstIndex(of: 0x3E) ?? page.count) + 1)
    }
    return (page[start...].firstIndex(of: 0x3E) ?? page.count - 1) + 1
  }

  private static func entities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    let known: [Substring: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ", "apos": "'"]
    while let sign = rest.firstIndex(of: "&") {
      result += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      guard let end = rest.prefix(10).firstIndex(of: ";") else {
        result += "&"
        continue
      }
      let name = rest[..<end]
      let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      if let scalar = number.flatMap(Unicode.Scalar.init) {
        result.unicodeScalars.append(scalar)
      } else {
        result += known[name] ?? " "
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
