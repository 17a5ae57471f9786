/// A set of a story's tokens, a bit for each.
struct TokenMarks: Sendable {
  private var bits: [UInt64]

  init(count: Int) { bits = [UInt64](repeating: 0, count: count / 64 + 1) }

  @inline(__always)
  subscript(token: Int) -> Bool {
    get { bits[token >> 6] & (1 << UInt64(token & 63)) != 0 }
    set {
      if newValue { bits[token >> 6] |= 1 << UInt64(token & 63) } else { bits[token >> 6] &= ~(1 << UInt64(token & 63)) }
    }
  }
}

/// A number for some of a story's tokens, 0 for all others: room is taken only where there are numbers.
struct TokenNumbers: Sendable {
  private static let shift = 9
  private static let mask = (1 << shift) - 1
  private var pages: [[Int32]]
  let count: Int

  init(count: Int) {
    self.count = count
    pages = count == 0 ? [] : [[Int32]](repeating: [], count: (count >> Self.shift) + 1)
  }

  @inline(__always)
  subscript(token: Int) -> Int32 {
    get {
      let page = token >> Self.shift
      return pages[page].isEmpty ? 0 : pages[page][token & Self.mask]
    }
    set {
      let page = token >> Self.shift
      if pages[page].isEmpty { pages[page] = [Int32](repeating: 0, count: min(1 << Self.shift, count - (page << Self.shift))) }
      pages[page][token & Self.mask] = newValue
    }
  }
}
