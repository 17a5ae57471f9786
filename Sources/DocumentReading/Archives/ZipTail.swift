import Glibc

extension DocumentSource {
  /// Up to `count` bytes from an offset; none where there are none, or the system can't read.
  func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, offset < size else { return [] }
    switch self {
    case .memory(let bytes): return Array(bytes[offset..<min(bytes.count, offset + count)])
    case .file(let file): return file.bytes(at: offset, count: min(count, size - offset)) ?? []
    }
  }
}

/// What the two ends of a file say of it as a ZIP archive.
enum ZipTail {
  /// An entry in a ZIP file's list of entries takes at least so many bytes.
  private static let smallestRecord = 46

  /// Whether it begins as a ZIP file does: with an entry, or, an empty one, with the end of the list; or ends as one.
  static func isZip(_ source: DocumentSource) -> Bool {
    let head = source.bytes(at: 0, count: 4)
    if head.starts(with: [0x50, 0x4B]), head.count == 4 { return [[3, 4], [5, 6], [7, 8], [0x30, 0x30]].contains(Array(head[2...])) }
    // One that unpacks itself has a program before it; a tar file that ends with a ZIP file is told by its beginning.
    return head.starts(with: [0x4D, 0x5A]) && endRecord(source) != nil
  }

  /// An upper bound for the number of entries in the list, whatever the file says of it: as many as could stand in its place.
  static func mostEntries(_ source: DocumentSource) -> Int {
    guard let (record, place) = endRecord(source) else { return 0 }
    let size = number(record, 12, 4)
    let offset = number(record, 16, 4)
    let isLarge = offset == 0xFFFF_FFFF || size == 0xFFFF_FFFF
    let start = isLarge ? largeStart(source, place) : min(offset, max(0, place - size))
    return max(0, source.size - start) / smallestRecord
  }

  /// The record that ends a ZIP file, and its offset; a comment of up to 64 KB may follow it.
  private static func endRecord(_ source: DocumentSource) -> (bytes: [UInt8], place: Int)? {
    let start = max(0, source.size - 66_000)
    let tail = source.bytes(at: start, count: 66_000)
    guard tail.count >= 22 else { return nil }
    for index in stride(from: tail.count - 22, through: 0, by: -1)
    where tail[index] == 0x50 && tail[index + 1] == 0x4B && tail[index + 2] == 5 && tail[index + 3] == 6 {
      return (Array(tail[index..<(index + 22)]), start + index)
    }
    return nil
  }

  /// Where the list begins in a file over 4 GB, or one that says so; 0 where that can't be found.
  private static func largeStart(_ source: DocumentSource, _ place: Int) -> Int {
    let locator = source.bytes(at: place - 20, count: 20)
    guard locator.count == 20, locator.starts(with: [0x50, 0x4B, 6, 7]) else { return 0 }
    let record = source.bytes(at: Int(clamping: UInt64(number(locator, 8, 7))), count: 56)
    guard record.count == 56, record.starts(with: [0x50, 0x4B, 6, 6]) else { return 0 }
    return number(record, 48, 7)
  }

  /// A number of up to seven bytes, the lowest first.
  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<(start + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// How much memory an xz file asks for: its dictionary, which its first block names.
enum LZMADictionary {
  /// What `xz -9` takes is 64 MB.
  private static let largest = 96 << 20

  /// Whether it is no xz file, or one that asks for a usual amount.
  static func isModest(_ source: DocumentSource) -> Bool {
    let head = source.bytes(at: 0, count: 64)
    guard head.count >= 24, head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]), head[12] != 0 else { return true }
    // The block's header: its size, flags, then perhaps two numbers, then filters: https://tukaani.org/xz/xz-file-format.txt, 3.1.
    let flags = head[13]
    var index = 14
    for bit in [UInt8(0x40), 0x80] where flags & bit != 0 { skipNumber(head, &index) }
    for _ in 0...(flags & 3) where index + 2 < head.count {
      let filter = head[index]
      let length = Int(head[index + 1])
      if filter == 0x21 { return size(ofBits: head[index + 2]) <= largest }
      index += 2 + length
    }
    return true
  }

  private static func skipNumber(_ head: [UInt8], _ index: inout Int) {
    while index < head.count, head[index] & 0x80 != 0 { index += 1 }
    index += 1
  }

  private static func size(ofBits bits: UInt8) -> Int {
    bits >= 40 ? Int.max : (2 | Int(bits & 1)) << (Int(bits / 2) + 11)
  }
}
