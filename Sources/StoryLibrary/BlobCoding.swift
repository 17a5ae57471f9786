/// A blob that does not say what it should: the database is damaged.
struct MalformedBlob: Error, Hashable {
  var detail: String
}

/// Writes numbers and strings one after the other into a blob.
struct BlobWriter {
  private(set) var bytes: [UInt8] = []

  init(reserving capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  mutating func byte(_ value: UInt8) { bytes.append(value) }
  mutating func raw(_ content: some Sequence<UInt8>) { bytes.append(contentsOf: content) }

  /// Seven bits a byte, lowest first, as LEB128.
  mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func number(_ value: Int) { number(UInt64(bitPattern: Int64(value))) }

  /// Zigzag, so that small negative numbers are short too.
  mutating func signed(_ value: Int64) { number(UInt64(bitPattern: (value << 1) ^ (value >> 63))) }

  /// A count, then the elements as they lie in memory (little-endian, as on every machine that Swift runs on).
  mutating func column<Element: BitwiseCopyable>(_ elements: [Element]) {
    number(elements.count)
    elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// The blob with its checksum at the end.
  consuming func sealed() -> [UInt8] {
    let sum = bytes.withUnsafeBytes(checksum)
    withUnsafeBytes(of: sum.littleEndian) { bytes.append(contentsOf: $0) }
    return bytes
  }
}

/// Reads what `BlobWriter` wrote; throws `MalformedBlob` on anything else, and never reads beyond the end.
struct BlobReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Reads a blob that was sealed, after checking it.
  init(sealed bytes: UnsafeRawBufferPointer) throws(MalformedBlob) {
    guard bytes.count >= 8 else { throw MalformedBlob(detail: "a stored blob is cut short") }
    let content = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 8)])
    let sum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    guard sum == checksum(content) else { throw MalformedBlob(detail: "a stored blob does not match its checksum") }
    self.bytes = content
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(MalformedBlob) -> UInt8 {
    guard position < bytes.count else { throw MalformedBlob(detail: "a stored blob ends too early") }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(MalformedBlob) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
      guard shift < 64 else { throw MalformedBlob(detail: "a stored number is too long") }
    }
  }

  mutating func count() throws(MalformedBlob) -> Int {
    let value = try number()
    guard value <= UInt64(bytes.count) else { throw MalformedBlob(detail: "a stored count exceeds its blob") }
    return Int(value)
  }

  mutating func integer() throws(MalformedBlob) -> Int { Int(truncatingIfNeeded: try number()) }

  mutating func signed() throws(MalformedBlob) -> Int64 {
    let value = try number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func slice(_ length: Int) throws(MalformedBlob) -> UnsafeRawBufferPointer {
    guard length >= 0, length <= bytes.count - position else { throw MalformedBlob(detail: "a stored blob ends too early") }
    defer { position += length }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + length)])
  }

  mutating func column<Element: BitwiseCopyable>(of type: Element.Type) throws(MalformedBlob) -> [Element] {
    let count = try self.count()
    let source = try slice(count * MemoryLayout<Element>.stride)
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      initialized = count
    }
  }
}

/// Detects damage, not malice: eight bytes at a time, about 4 GB/s.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  var sum = UInt64(bytes.count) &* factor
  var position = 0
  while position + 8 <= bytes.count {
    sum = (sum ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))) &* factor
    sum ^= sum >> 32
    position += 8
  }
  while position < bytes.count {
    sum = (sum ^ UInt64(bytes[position])) &* factor
    sum ^= sum >> 32
    position += 1
  }
  return sum
}
