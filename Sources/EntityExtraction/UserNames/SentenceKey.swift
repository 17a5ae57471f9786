/// A sentence as it is compared with its copies: its words in small letters, one blank between; signs and line breaks don't count.
///
/// A wire copy has other quotation marks, other line breaks and now and then other capitals, and is the same sentence.
package struct SentenceKey: Hashable, Sendable {
  package let words: String

  package init(_ sentence: String) {
    var words = String.UnicodeScalarView()
    for scalar in sentence.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words.append(scalar)
      } else if let last = words.last, last != " " {
        words.append(" ")
      }
    }
    if words.last == " " { words.removeLast() }
    self.words = String(words)
  }

  /// The sentence of a story's text that holds a place (a UTF-8 offset), on one line: what a correction quotes.
  package static func sentence(at offset: Int, in text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      let sentences = SentenceSplitter(bytes).sentences
      guard let range = sentences.first(where: { $0.upperBound > offset }) else { return "" }
      let words = bytes[range].split(whereSeparator: LetterBytes.isBlank)
      return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
  }
}
