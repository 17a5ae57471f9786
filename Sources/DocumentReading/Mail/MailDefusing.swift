import Glibc

/// What of a message GMime gets to see: all, but for what would cost it time or memory out of proportion.
///
/// One walk over the lines: endless headers are shortened, and the message ends where it has too many parts.
struct MailDefusing {
  /// The message without what was left out; nil where nothing was.
  private(set) var bytes: [UInt8]?
  private(set) var notes: [String] = []

  private static let longestHead = 256 << 10
  /// Comparisons of a line with the boundaries known so far.
  private static let mostComparisons = 50_000_000

  private var removed: [Range<Int>] = []
  private var end: Int
  private var boundaries: Set<[UInt8]> = []
  private var dashes = 0
  private var parts = 0

  init(_ source: UnsafeBufferPointer<UInt8>, mostParts: Int) {
    end = source.count
    walk(source, mostParts)
    guard !removed.isEmpty || end < source.count else { return }
    var kept: [UInt8] = []
    kept.reserveCapacity(end)
    var from = 0
    for range in removed {
      kept.append(contentsOf: source[from..<range.lowerBound])
      from = range.upperBound
    }
    if from < end { kept.append(contentsOf: source[from..<end]) }
    bytes = kept
  }

  private mutating func walk(_ source: UnsafeBufferPointer<UInt8>, _ mostParts: Int) {
    var head: Int? = 0
    var start = 0
    while start < source.count {
      let stop = TextLines.end(in: source, from: start)
      let isEmpty = stop == start || stop == start + 1 && source[start] == 0x0D
      if let headStart = head {
        if isEmpty, start > headStart {
          head = finishHead(source, headStart..<start) ? stop + 1 : nil
        } else if start == headStart, isEmpty {
          head = nil
        }
      } else if stop - start > 2, source[start] == 0x2D, source[start + 1] == 0x2D, !boundaries.isEmpty {
        dashes += 1
        if dashes * boundaries.count > Self.mostComparisons { return cut(at: start, "its structure is too involved") }
        if isBoundary(source, start + 2, stop) {
          parts += 1
          if parts > mostParts { return cut(at: start, "it has more than \(mostParts) parts (limit “members”)") }
          head = stop + 1
        }
      }
      start = stop + 1
    }
    if let head, head < source.count { _ = finishHead(source, head..<source.count) }
  }

  private mutating func cut(at offset: Int, _ why: String) {
    end = offset
    notes.append("only its beginning was read: \(why)")
  }

  /// Notes the boundaries that a head declares, and shortens it. Returns whether another head follows it at once.
  private mutating func finishHead(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let kept = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestHead)
    if kept.upperBound < range.upperBound {
      removed.append(kept.upperBound..<(range.upperBound - 1))
      if notes.isEmpty { notes.append("its headers are too long: only the first \(Self.longestHead >> 10) KB of them were read") }
    }
    let head = Array(source[kept])[...]
    var rest = head
    while boundaries.count < 2000, let found = rest.firstIndex(of: "boundary") {
      rest = rest[(found + 8)...].drop { $0.isSpace }
      guard rest.first == 0x3D else { continue }
      rest = rest.dropFirst().drop { $0.isSpace }
      let isQuoted = rest.first == 0x22
      if isQuoted { rest = rest.dropFirst() }
      let value = rest.prefix { isQuoted ? $0 != 0x22 : !$0.isSpace && $0 != 0x3B }
      if !value.isEmpty, value.count <= 1000 { boundaries.insert(Array(value)) }
      rest = rest[value.endIndex...]
    }
    return head.contains("message/")
  }

  private func isBoundary(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ stop: Int) -> Bool {
    guard stop - start <= 1010 else { return false }
    var line = Array(source[start..<stop])[...]
    while let last = line.last, last.isSpace { line = line.dropLast() }
    if boundaries.contains(Array(line)) { return true }
    return line.count > 2 && line.suffix(2).elementsEqual([0x2D, 0x2D]) && boundaries.contains(Array(line.dropLast(2)))
  }
}
