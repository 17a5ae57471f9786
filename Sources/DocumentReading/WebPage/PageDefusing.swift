/// Takes out of a page's source what would cost libxml2 time in proportion to its square, or would come out as text.
enum PageDefusing {
  /// Comparisons that libxml2 may spend on one page to find attributes that stand twice.
  private static let mostComparisons = 100_000_000
  private static let alwaysAllowed = 128

  static func defuse(_ source: inout [UInt8]) {
    let subset = internalSubset(source)
    let floods = source.withUnsafeBufferPointer { attributeFloods($0) }
    let (declarations, comments) = source.withUnsafeBufferPointer { strayDeclarations($0) }
    let names = source.withUnsafeBufferPointer { PageNameFlood.ranges($0) }
    guard subset != nil || !floods.isEmpty || !declarations.isEmpty || !comments.isEmpty || !names.isEmpty else { return }
    source.withUnsafeMutableBufferPointer { source in
      for range in names { for index in range { source[index] = 0x78 } }
      for range in floods + declarations + (subset.map { [$0] } ?? []) { for index in range { source[index] = 0x20 } }
      for range in comments { divide(range, source) }
    }
  }

  /// libxml2 gathers a comment in memory before it is thrown away: a long one becomes several.
  private static let longestComment = 1 << 20

  private static func divide(_ comment: Range<Int>, _ source: UnsafeMutableBufferPointer<UInt8>) {
    let seam = Array("--><!--".utf8)
    var place = comment.lowerBound + longestComment
    while place + 2 * seam.count < comment.upperBound {
      for (offset, byte) in seam.enumerated() { source[place + offset] = byte }
      place += longestComment
    }
  }

  /// The declarations in `<!DOCTYPE html [ … ]>`: a web page has none, and the parser takes them for text.
  private static func internalSubset(_ source: [UInt8]) -> Range<Int>? {
    let head = source.prefix(2000)
    guard let start = head.firstIndex(of: "<!doctype"), let end = head[start...].firstIndex(where: { $0 == 0x3E || $0 == 0x5B }),
      head[end] == 0x5B
    else { return nil }
    var index = end
    while index + 1 < source.count {
      if source[index] == 0x5D, source[index + 1] == 0x3E { return end..<(index + 1) }
      index += 1
    }
    return nil
  }

  /// `<!font …>`, `<![if …]>`: what is neither a comment nor the document type, which the parser takes for text.
  ///
  /// - Returns: besides these the comments that are too long.
  private static func strayDeclarations(_ source: UnsafeBufferPointer<UInt8>) -> (declarations: [Range<Int>], comments: [Range<Int>]) {
    var found: [Range<Int>] = []
    var comments: [Range<Int>] = []
    var index = 0
    while index + 2 < source.count {
      guard source[index] == 0x3C, source[index + 1] == 0x21 else {
        index &+= 1
        continue
      }
      let third = source[index + 2]
      if third == 0x2D {
        // `<![endif]-->` closes a comment: what stands in one is left alone.
        let end = endOfComment(source, index)
        if end - index > longestComment { comments.append(index..<end) }
        index = end
        continue
      }
      let isKnown = third.lowered == 0x64 || third == 0x5B && index + 3 < source.count && source[index + 3].lowered == 0x63
      if !isKnown, let close = source[index..<min(source.count, index + 300)].firstIndex(of: 0x3E) {
        found.append(index..<(close + 1))
        index = close
      }
      index &+= 1
    }
    return (found, comments)
  }

  private static func endOfComment(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start + 4
    while index + 2 < source.count {
      if source[index] == 0x2D, source[index + 1] == 0x2D, source[index + 2] == 0x3E { return index + 3 }
      index &+= 1
    }
    return source.count
  }

  /// The attributes beyond those that can be afforded, of elements that have thousands.
  private static func attributeFloods(_ source: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var floods: [Range<Int>] = []
    var left = mostComparisons
    var index = 0
    while index + 1 < source.count {
      guard source[index] == 0x3C, source[index + 1].isASCIILetter else {
        index &+= 1
        continue
      }
      var count = 0
      var quote: UInt8 = 0
      var floodStart: Int?
      index &+= 1
      while index < source.count {
        let byte = source[index]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x3E {
          break
        } else if byte == 0x22 || byte == 0x27, source[index &- 1] == 0x3D || source[index &- 1] == 0x20 {
          quote = byte
        } else if byte <= 0x20, source[index &- 1] > 0x20 {
          count &+= 1
          if floodStart == nil, count > alwaysAllowed, count &* count / 2 > left { floodStart = index }
        }
        index &+= 1
      }
      if count > alwaysAllowed { left -= min(left, count &* count / 2) }
      if let floodStart { floods.append(floodStart..<index) }
    }
    return floods
  }
}
