/// A document's bytes made fit for libxml2: without document type, without floods, and with bare ampersands escaped.
///
/// What a document type defines is never used here, so it is blanked out: that is where entity bombs, external files and parameter
/// entities live. A tag of a thousand attributes would cost libxml2 time in proportion to the square, so the document ends before it.
struct XMLSource {
  private(set) var bytes: [UInt8]
  /// What a person should know of it, with the line.
  private(set) var notes: [String] = []

  /// Longest tag, in bytes, and most attributes of one.
  static let longestTag = 1 << 20
  static let mostAttributes = 1000
  /// Most ampersands that are mended; the rest is left to libxml2, which drops them.
  static let mostMended = 10_000

  /// - Parameter source: clean UTF-8; changed in its place where nobody else has it.
  init(_ source: consuming [UInt8]) {
    bytes = source
    // White space, or what a mail program put there, before the declaration would be a mistake to libxml2.
    let start = bytes.firstIndex(of: 0x3C) ?? bytes.endIndex
    if start > 0 { bytes.removeSubrange(..<start) }
    if let type = Self.documentType(bytes) {
      let definesEntities = bytes[type].contains("<!entity")
      for index in type where bytes[index] != 0x0A { bytes[index] = 0x20 }
      if definesEntities { notes.append("what the file defines as entities was ignored, as it always is") }
    }
    let findings = bytes.withUnsafeBufferPointer { Self.walk($0) }
    if let cut = findings.cut {
      notes.append("line \(line(at: cut)): a tag is too large: read up to there")
      bytes.removeSubrange(cut...)
    }
    let bare = findings.bareAmpersands.filter { $0 < bytes.count }
    if let first = bare.first {
      let times = bare.count > 1 ? ", and \(bare.count == Self.mostMended ? "thousands" : String(bare.count - 1)) more" : ""
      notes.append("line \(line(at: first)): an ampersand stands where it may not\(times): taken as it stands")
      bytes = escaped(bare)
    }
  }

  /// Lets the bytes go, when libxml2 has a copy of its own.
  mutating func drop() { bytes = [] }

  private func line(at offset: Int) -> Int { 1 + bytes[..<offset].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 } }

  private func escaped(_ places: [Int]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + places.count * 4)
    var start = 0
    for place in places {
      result.append(contentsOf: bytes[start..<place])
      result.append(contentsOf: Array("&#38;".utf8))
      start = place + 1
    }
    result.append(contentsOf: bytes[start...])
    return result
  }

  /// `<!DOCTYPE … [ … ]>` before the first element; to the end of the file where it never ends.
  private static func documentType(_ bytes: [UInt8]) -> Range<Int>? {
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == 0x3C else {
        index += 1
        continue
      }
      if bytes[index...].hasPrefix("<!--") {
        index = end(of: "-->", in: bytes, from: index)
      } else if bytes[index + 1] == 0x3F {
        index = end(of: "?>", in: bytes, from: index)
      } else if bytes[index...].hasPrefix("<!doctype") {
        return index..<endOfType(bytes, from: index)
      } else {
        return nil
      }
    }
    return nil
  }

  private static func endOfType(_ bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8 = 0
    var isSubset = false
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if isSubset, byte == 0x3C, bytes[index...].hasPrefix("<!--") {
        index = end(of: "-->", in: bytes, from: index)
        continue
      } else if byte == 0x5B {
        isSubset = true
      } else if byte == 0x5D {
        isSubset = false
      } else if byte == 0x3E, !isSubset {
        return index + 1
      }
      index += 1
    }
    return bytes.count
  }

  /// The offset after `mark`, else the end.
  private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(of: mark).map { $0 + mark.utf8CodeUnitCount } ?? bytes.count
  }

  private struct Findings {
    private(set) var bareAmpersands: [Int] = []
    var cut: Int?

    mutating func noteAmpersand(_ index: Int) { if bareAmpersands.count < XMLSource.mostMended { bareAmpersands.append(index) } }
  }

  /// One walk over the document, past comments and CDATA.
  private static func walk(_ bytes: UnsafeBufferPointer<UInt8>) -> Findings {
    var findings = Findings()
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x26 {
        if isBare(bytes, index) { findings.noteAmpersand(index) }
      } else if byte == 0x3C, index &+ 1 < bytes.count {
        switch bytes[index &+ 1] {
        case 0x21 where reads("<!--", bytes, index):
          index = after("-->", bytes, index &+ 4)
          continue
        case 0x21 where reads("<![CDATA[", bytes, index):
          index = after("]]>", bytes, index &+ 9)
          continue
        case 0x3F:
          index = after("?>", bytes, index &+ 2)
          continue
        case let next where next.isWordByte:
          guard let end = endOfTag(bytes, index) else {
            findings.cut = index
            return findings
          }
          var place = index
          while place < end {
            if bytes[place] == 0x26, isBare(bytes, place) { findings.noteAmpersand(place) }
            place &+= 1
          }
          index = end
          continue
        default: break
        }
      }
      index &+= 1
    }
    return findings
  }

  /// Where the tag that begins here ends; nil where it is too large.
  private static func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var quote: UInt8 = 0
    var attributes = 0
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      // A value may not hold this sign: the tag was never closed.
      if byte == 0x3C { return index }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return index
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3D {
        attributes += 1
      }
      if attributes > mostAttributes || index &- start > longestTag { return nil }
      index &+= 1
    }
    return index
  }

  /// Whether no reference (`&name;`, `&#12;`) follows.
  private static func isBare(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var index = start + 1
    if index < bytes.count, bytes[index] == 0x23 { index += 1 }
    let first = index
    while index < bytes.count, index - first < 60, bytes[index].isWordByte || bytes[index] == 0x2D || bytes[index] == 0x2E { index += 1 }
    return index == first || index >= bytes.count || bytes[index] != 0x3B
  }

  private static func reads(_ mark: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + mark.utf8CodeUnitCount <= bytes.count else { return false }
    for place in 0..<mark.utf8CodeUnitCount where bytes[start + place] != mark.utf8Start[place] { return false }
    return true
  }

  private static func after(_ mark: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == mark.utf8Start[0], reads(mark, bytes, index) { return index + mark.utf8CodeUnitCount }
      index &+= 1
    }
    return bytes.count
  }
}
