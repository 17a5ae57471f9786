import RegulatoryModel

// How titles are printed and turned into ids.

extension BillIdentities {
  /// The lexicon tells namesakes apart by a bracket that is no part of the title.
  static func plainTitle(_ title: String) -> String {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "("), open > title.startIndex else { return title }
    let inner = title[title.index(after: open)...].dropLast()
    let isNote =
      inner.contains("Congress") || inner == "House" || inner == "Senate" || inner.hasPrefix("S. ") || inner.hasPrefix("H.R. ")
      || inner.first?.isUppercase == true && !title[..<open].hasSuffix("etc ") && row(inner)
    return isNote ? title[..<open].trimmingSuffix(" ") : title
  }

  /// Whether a bracket holds a country or a bill's number, as the lexicon writes them.
  static func row(_ inner: Substring) -> Bool { !inner.contains("etc") && inner.split(separator: " ").count <= 3 }

  static func slug(_ text: String) -> String {
    var slug: [UInt8] = []
    for byte in text.utf8.prefix(120) {
      if LetterBytes.isLetter(byte) || LetterBytes.isDigit(byte) {
        slug.append(LetterBytes.folded(byte))
      } else if byte >= 0x80 {
        slug.append(byte)
      } else if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "."), slug.last != UInt8(ascii: "-"), !slug.isEmpty {
        slug.append(UInt8(ascii: "-"))
      }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
