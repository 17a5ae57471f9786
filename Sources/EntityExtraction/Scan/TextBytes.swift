/// The UTF-8 bytes of a story's text, where they lie: neither copied nor counted, and never read outside of.
///
/// Who makes it keeps the bytes in place for as long as it is used: `TextScan` does.
package struct TextBytes: RandomAccessCollection, @unchecked Sendable {
  // Unchecked: the bytes never change while a `TextScan` holds them, and nobody writes through it.
  package let buffer: UnsafeBufferPointer<UInt8>

  package init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  package var startIndex: Int { 0 }
  @inline(__always) package var endIndex: Int { buffer.count }
  @inline(__always) package var count: Int { buffer.count }

  @inline(__always)
  package subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < buffer.count, "an offset outside the text")
    return buffer[offset]
  }

  @inline(__always)
  package func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(buffer)
  }
}

/// Spans of a text in eight bytes each: no text is longer than 4 GB.
package struct TextSpans: RandomAccessCollection, Sendable {
  private struct Span: Sendable {
    var start: UInt32
    var end: UInt32
  }
  private var spans: [Span] = []

  package init() {}

  package mutating func reserveCapacity(_ count: Int) { spans.reserveCapacity(count) }

  @inline(__always)
  package mutating func append(_ span: Range<Int>) {
    spans.append(Span(start: UInt32(truncatingIfNeeded: span.lowerBound), end: UInt32(truncatingIfNeeded: span.upperBound)))
  }

  package var startIndex: Int { 0 }
  @inline(__always) package var endIndex: Int { spans.count }

  @inline(__always)
  package subscript(index: Int) -> Range<Int> {
    let span = spans[index]
    return Range(uncheckedBounds: (Int(span.start), Int(span.end)))
  }
}
