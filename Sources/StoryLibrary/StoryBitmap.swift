import CRoaring

/// A set of story numbers, compressed: a value like an `Array`, copied only when it is changed while shared.
struct StoryBitmap: Sendable {
  /// Owns one CRoaring bitmap.
  ///
  /// Unchecked `Sendable`: the bitmap is written to only through a `StoryBitmap` that holds the one reference to it
  /// (`isKnownUniquelyReferenced`), as with the buffer of an `Array`; CRoaring's reads do not write. Its own copy-on-write, whose
  /// counters are not atomic, is never turned on.
  private final class Storage: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<roaring_bitmap_t>

    /// Takes the bitmap over. CRoaring answers nil only when memory is out.
    init(_ pointer: UnsafeMutablePointer<roaring_bitmap_t>?) {
      guard let pointer else { fatalError("out of memory") }
      self.pointer = pointer
    }

    deinit { roaring_bitmap_free(pointer) }
  }

  private var storage: Storage

  private init(taking pointer: UnsafeMutablePointer<roaring_bitmap_t>?) { storage = Storage(pointer) }

  private static let none = Storage(roaring_bitmap_create())

  init() { storage = Self.none }

  init(_ stories: some Sequence<UInt32>) {
    self.init(buffer: Array(stories)[...])
  }

  init(buffer stories: ArraySlice<UInt32>) {
    self.init(taking: stories.withUnsafeBufferPointer { roaring_bitmap_of_ptr($0.count, $0.baseAddress) })
  }

  private var pointer: UnsafeMutablePointer<roaring_bitmap_t> { storage.pointer }

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(roaring_bitmap_copy(storage.pointer)) }
  }

  var count: Int { Int(roaring_bitmap_get_cardinality(pointer)) }
  var isEmpty: Bool { roaring_bitmap_is_empty(pointer) }
  /// The highest number in the set; nil where it is empty.
  var last: UInt32? { isEmpty ? nil : roaring_bitmap_maximum(pointer) }

  func contains(_ story: UInt32) -> Bool { roaring_bitmap_contains(pointer, story) }

  /// All numbers, ascending.
  var stories: [UInt32] {
    let count = self.count
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      if let base = buffer.baseAddress, count > 0 { roaring_bitmap_to_uint32_array(pointer, base) }
      initialized = count
    }
  }

  func intersection(_ other: StoryBitmap) -> StoryBitmap { StoryBitmap(taking: roaring_bitmap_and(pointer, other.pointer)) }
  func union(_ other: StoryBitmap) -> StoryBitmap { StoryBitmap(taking: roaring_bitmap_or(pointer, other.pointer)) }
  func subtracting(_ other: StoryBitmap) -> StoryBitmap { StoryBitmap(taking: roaring_bitmap_andnot(pointer, other.pointer)) }
  func intersectionCount(_ other: StoryBitmap) -> Int { Int(roaring_bitmap_and_cardinality(pointer, other.pointer)) }
  func intersects(_ other: StoryBitmap) -> Bool { roaring_bitmap_intersect(pointer, other.pointer) }

  static func union(of bitmaps: [StoryBitmap]) -> StoryBitmap {
    guard bitmaps.count > 1 else { return bitmaps.first ?? StoryBitmap() }
    // `bitmaps` keeps every pointer alive to the end of the call.
    return withExtendedLifetime(bitmaps) {
      var pointers = bitmaps.map { UnsafePointer<roaring_bitmap_t>?.some(UnsafePointer($0.pointer)) }
      return StoryBitmap(taking: roaring_bitmap_or_many(pointers.count, &pointers))
    }
  }

  mutating func insert(_ stories: [UInt32]) {
    guard !stories.isEmpty else { return }
    makeUnique()
    roaring_bitmap_add_many(pointer, stories.count, stories)
  }

  mutating func remove(_ stories: [UInt32]) {
    guard !stories.isEmpty, !isEmpty else { return }
    makeUnique()
    roaring_bitmap_remove_many(pointer, stories.count, stories)
  }

  /// The portable form of https://github.com/RoaringBitmap/RoaringFormatSpec.
  var serialized: [UInt8] {
    let size = roaring_bitmap_portable_size_in_bytes(pointer)
    return Array(unsafeUninitializedCapacity: size) { buffer, initialized in
      buffer.withMemoryRebound(to: CChar.self) { _ = roaring_bitmap_portable_serialize(pointer, $0.baseAddress) }
      initialized = size
    }
  }

  /// Nil where the bytes are not such a form.
  init?(serialized bytes: some Collection<UInt8>) {
    let copy = Array(bytes)
    let read = copy.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { roaring_bitmap_portable_deserialize_safe($0.baseAddress, $0.count) }
    }
    guard let read else { return nil }
    self.init(taking: read)
  }
}

extension StoryBitmap: Equatable {
  static func == (left: Self, right: Self) -> Bool { roaring_bitmap_equals(left.pointer, right.pointer) }
}

/// The same set as one bit for each number up to the highest: for walks that ask about most stories.
struct DenseSet {
  private var words: [UInt64]

  init(_ bitmap: StoryBitmap) {
    words = Array(repeating: 0, count: bitmap.last.map { Int($0) >> 6 + 1 } ?? 0)
    words.withUnsafeMutableBufferPointer { words in
      for story in bitmap.stories { words[Int(story) >> 6] |= 1 << UInt64(story & 63) }
    }
  }

  init(_ stories: [UInt32]) {
    words = Array(repeating: 0, count: stories.max().map { Int($0) >> 6 + 1 } ?? 0)
    for story in stories { words[Int(story) >> 6] |= 1 << UInt64(story & 63) }
  }

  @inline(__always)
  func contains(_ story: UInt32) -> Bool {
    let word = Int(story) >> 6
    return word < words.count && words[word] & (1 << UInt64(story & 63)) != 0
  }
}
