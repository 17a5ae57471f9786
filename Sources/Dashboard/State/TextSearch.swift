/// Search for plain text in a story.
package enum TextSearch {
  /// Where the wanted text stands, as UTF-8 offsets, without overlaps. ASCII letters match in either case; nothing matches nothing.
  package static func places(of wanted: String, in text: String) -> [Range<Int>] {
    let needle = wanted.utf8.map(lowered)
    guard let first = needle.first else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      var result: [Range<Int>] = []
      var place = 0
      while place + needle.count <= bytes.count {
        if lowered(bytes[place]) == first, matches(needle, bytes, at: place) {
          result.append(place..<(place + needle.count))
          place += needle.count
        } else {
          place += 1
        }
      }
      return result
    }
  }

  private static func matches(_ needle: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    for index in needle.indices where lowered(bytes[place + index]) != needle[index] { return false }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
