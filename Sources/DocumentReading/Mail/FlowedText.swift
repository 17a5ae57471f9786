/// Puts the lines of `format=flowed` (RFC 3676) together again: a line that ends with a blank goes on in the next.
enum FlowedText {
  /// - Parameter dropsBlank: `DelSp=yes`: the blank at the end is no part of the text.
  static func unwrapped(_ text: [UInt8], dropsBlank: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var openDepth: Int?
    var lines = LineReader(text[...])
    var isFirst = true
    while let line = lines.next() {
      let depth = line.prefix { $0 == 0x3E }.count
      var words = line.dropFirst(depth)
      if words.first == 0x20 { words = words.dropFirst() }
      let isSignature = words.elementsEqual([0x2D, 0x2D, 0x20])
      let isFlowed = words.last == 0x20 && !isSignature
      if openDepth != depth || isSignature {
        if !isFirst { result.append(0x0A) }
        if depth > 0 {
          result.append(contentsOf: repeatElement(0x3E, count: depth))
          result.append(0x20)
        } else if words.first == 0x3E {
          result.append(0x20)  // what was stuffed must not be taken for a quotation
        }
      }
      result += isFlowed && dropsBlank ? words.dropLast() : words
      openDepth = isFlowed ? depth : nil
      isFirst = false
    }
    return result
  }
}
