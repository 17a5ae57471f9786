import RegulatoryModel

/// Counts of every exchange, agency and bill over a set of stories: how many, when, how many new, and the last day seen.
///
/// Made by walking the stories' own terms. One pass gives all of this for every pane, where intersecting bitmaps takes fourteen for as
/// many figures (twelve buckets, the days outside, the new ones). A story takes about 35 ns: with 1,000 entities over a million stories
/// an answer on 171,000 of them takes 13 ms, sorting and all; that on everything 18 ms once, and 1 ms from then on.
struct Tally: Sendable {
  /// Sixteen numbers a term, one cache line: twelve buckets, the days outside, the new, the last date + 1 (0: not seen).
  private var cells: [UInt32]
  private static let stride = 16
  private static let newCell = 13
  private static let lastCell = 14
  /// Dates are counted from here, so that a day before 1970 is positive too.
  private static let dateBase: Int32 = -1_000_000

  init(_ stories: StoryBitmap, in index: LibraryIndex, window: ActivityWindow) {
    cells = Array(repeating: 0, count: index.terms.count * Self.stride)
    add(stories, in: index, window: window)
  }

  /// Counts what the copies of one wire story tell once, on the day of the first of them that tells it.
  init(distinct stories: StoryBitmap, in index: LibraryIndex, window: ActivityWindow) {
    self.init(stories.subtracting(index.folded), in: index, window: window)
    var told: Set<UInt64> = []
    let members = stories.intersection(index.folded).stories.map { (date: index.date(of: $0), story: $0) }.sorted { $0 < $1 }
    for (date, story) in members {
      let (chunk, place) = LibraryIndex.place(of: story)
      let stamp = UInt32(clamping: Int(date) - Int(Self.dateBase) + 1)
      let isNew = index.new.contains(story)
      let bucket = window.index(of: date)
      for term in index.chunks[chunk].walked(place) {
        let cell = Int(term) * Self.stride
        cells[cell + Self.lastCell] = max(cells[cell + Self.lastCell], stamp)
        guard told.insert(UInt64(index.fold(of: story)) << 32 | UInt64(term)).inserted else { continue }
        cells[cell + bucket] += 1
        if isNew { cells[cell + Self.newCell] += 1 }
      }
    }
  }

  func count(_ term: UInt32) -> Int {
    guard Int(term) * Self.stride < cells.count else { return 0 }
    return cells[(Int(term) * Self.stride)...].prefix(ActivityWindow.outside + 1).reduce(0) { $0 + Int($1) }
  }

  func activity(_ term: UInt32) -> [Int] { cells[(Int(term) * Self.stride)...].prefix(ActivityWindow.bucketCount).map { Int($0) } }

  func new(_ term: UInt32) -> Int { Int(cells[Int(term) * Self.stride + Self.newCell]) }

  func lastSeen(_ term: UInt32) -> CalendarDay? {
    let stored = cells[Int(term) * Self.stride + Self.lastCell]
    return stored == 0 ? nil : CalendarDay(daysSinceEpoch: Int32(stored - 1) + Self.dateBase)
  }

  private mutating func add(_ stories: StoryBitmap, in index: LibraryIndex, window: ActivityWindow) {
    let members = stories.stories
    cells.withUnsafeMutableBufferPointer { cells in
      window.withTable { first, table in
        var position = 0
        while position < members.count {
          // All members of one chunk in one go: its columns are fetched once.
          let number = Int(members[position]) >> 10
          guard number < index.chunks.count else { break }
          var end = position
          while end < members.count, Int(members[end]) >> 10 == number { end += 1 }
          Self.add(members[position..<end], of: index.chunks[number], to: cells, first: first, table: table)
          position = end
        }
      }
    }
    for story in index.new.intersection(stories).stories {
      let (chunk, place) = LibraryIndex.place(of: story)
      for term in index.chunks[chunk].walked(place) { cells[Int(term) * Self.stride + Self.newCell] += 1 }
    }
  }

  @inline(__always)
  private static func add(
    _ members: ArraySlice<UInt32>, of chunk: StoryChunk, to cells: UnsafeMutableBufferPointer<UInt32>, first: Int,
    table: UnsafeBufferPointer<UInt8>
  ) {
    chunk.dates.withUnsafeBufferPointer { dates in
      chunk.termEnds.withUnsafeBufferPointer { ends in
        chunk.walkedCounts.withUnsafeBufferPointer { counts in
          chunk.terms.withUnsafeBufferPointer { terms in
            for member in members {
              let place = Int(member & 1023)
              let date = dates[place]
              let offset = Int(date) - first
              let bucket = offset >= 0 && offset < table.count ? Int(table[offset]) : ActivityWindow.outside
              let stamp = UInt32(clamping: Int(date) - Int(dateBase) + 1)
              let begin = place == 0 ? 0 : Int(ends[place - 1])
              for slot in begin..<(begin + Int(counts[place])) {
                let cell = Int(terms[slot]) * stride
                cells[cell + bucket] += 1
                if cells[cell + lastCell] < stamp { cells[cell + lastCell] = stamp }
              }
            }
          }
        }
      }
    }
  }
}
