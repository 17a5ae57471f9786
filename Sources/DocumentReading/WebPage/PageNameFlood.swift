/// Finds the names of elements and attributes beyond those that libxml2 can afford: it looks each up in a table that stops growing, so
/// that a page of a million different names would cost time in proportion to its square.
enum PageNameFlood {
  /// A smaller page cannot hold enough names to matter.
  private static let leastBytes = 1 << 20
  /// No honest page has a tenth of these.
  private static let mostNames = 20_000

  /// Where further names stand; written over, they are all alike.
  static func ranges(_ source: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard source.count >= leastBytes else { return [] }
    var names = Names()
    var index = 0
    while index + 1 < source.count {
      guard source[index] == 0x3C else {
        index &+= 1
        continue
      }
      index &+= source[index &+ 1] == 0x2F ? 2 : 1
      guard index < source.count, source[index].isASCIILetter else { continue }
      index = names.take(source, index)
      // The attributes, up to the end of the tag.
      while index < source.count, source[index] != 0x3E, source[index] != 0x3C {
        if source[index] <= 0x20 || source[index] == 0x2F {
          index &+= 1
        } else if source[index] == 0x3D {
          index = endOfValue(source, index &+ 1)
        } else {
          index = names.take(source, index)
        }
      }
    }
    return names.further
  }

  private static func endOfValue(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < source.count, source[index] <= 0x20 { index &+= 1 }
    guard index < source.count else { return index }
    let quote = source[index]
    if quote == 0x22 || quote == 0x27 {
      index &+= 1
      while index < source.count, source[index] != quote { index &+= 1 }
      return min(source.count, index + 1)
    }
    while index < source.count, source[index] > 0x20, source[index] != 0x3E { index &+= 1 }
    return index
  }

  /// The names seen, by their hash, in a table with open addressing.
  private struct Names {
    private static let slots = 1 << 16
    private var known = [UInt64](repeating: 0, count: slots)
    private var count = 0
    var further: [Range<Int>] = []

    /// Takes the name that begins at `start`, and tells where it ends.
    mutating func take(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var index = start
      while index < source.count, source[index] > 0x20, source[index] != 0x3E, source[index] != 0x3D, source[index] != 0x2F,
        source[index] != 0x3C
      {
        hash = (hash ^ UInt64(source[index].lowered)) &* 0x0000_0100_0000_01B3
        index &+= 1
      }
      guard index > start else { return start + 1 }
      hash |= 1
      var slot = Int(truncatingIfNeeded: hash >> 20) & (Self.slots - 1)
      while known[slot] != 0, known[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
      if known[slot] == 0 {
        if count < mostNames {
          known[slot] = hash
          count += 1
        } else {
          further.append(start..<index)
        }
      }
      return index
    }
  }
}
