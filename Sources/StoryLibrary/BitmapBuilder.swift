/// Builds every bitmap and the order of a whole library from its chunks, in two passes and without sorting:
/// counts first, then each story's number goes to its place in one flat array, ascending within each term.
struct BitmapBuilder {
  private(set) var byTerm: [StoryBitmap] = []
  private(set) var byFeature: [StoryBitmap] = []
  private(set) var all = StoryBitmap()
  private(set) var order: [UInt32] = []
  private(set) var notes: [LibraryIndex.NotePlace] = []

  private var termCounts: [Int]
  private var firstDate = Int32.max
  private var lastDate = Int32.min
  private var stories: [UInt32] = []
  private var dates: [Int32] = []
  private var features = Array(repeating: [UInt32](), count: StoryFeatures.count)

  init(terms: Int) { termCounts = Array(repeating: 0, count: terms) }

  /// The first pass over one chunk.
  mutating func count(_ chunk: StoryChunk, number: Int) {
    for term in chunk.terms where Int(term) < termCounts.count { termCounts[Int(term)] += 1 }
    for place in 0..<chunk.count where chunk.isPresent(place) {
      let story = UInt32(number << 10 + place)
      let date = chunk.dates[place]
      stories.append(story)
      dates.append(date)
      firstDate = min(firstDate, date)
      lastDate = max(lastDate, date)
      for feature in 0..<StoryFeatures.count where chunk.features[place] & (1 << UInt8(feature)) != 0 { features[feature].append(story) }
      for (index, note) in chunk.notes[chunk.noteRange(place)].enumerated() {
        notes.append(.init(date: note.date == NoteRecord.noDay ? date : note.date, story: story, place: UInt32(index)))
      }
    }
  }

  /// The second pass, over all.
  mutating func fill(_ chunks: [StoryChunk]) {
    var ends: [Int] = []
    ends.reserveCapacity(termCounts.count)
    var total = 0
    for count in termCounts {
      ends.append(total)
      total += count
    }
    var members = [UInt32](repeating: 0, count: total)
    members.withUnsafeMutableBufferPointer { members in
      ends.withUnsafeMutableBufferPointer { ends in
        for (number, chunk) in chunks.enumerated() {
          for place in 0..<chunk.count where chunk.isPresent(place) {
            for term in chunk.terms[chunk.termRange(place)] where Int(term) < ends.count {
              members[ends[Int(term)]] = UInt32(number << 10 + place)
              ends[Int(term)] += 1
            }
          }
        }
      }
    }
    let none = StoryBitmap()
    byTerm = zip(ends, termCounts).map { end, count in count == 0 ? none : StoryBitmap(buffer: members[(end - count)..<end]) }
    byFeature = features.map { StoryBitmap(buffer: $0[...]) }
    all = StoryBitmap(buffer: stories[...])
    sortByDate()
  }

  /// A counting sort by day; where one stray date makes the span absurd, an ordinary one.
  private mutating func sortByDate() {
    guard !stories.isEmpty else { return }
    let span = Int(lastDate) - Int(firstDate) + 1
    guard span < 1_000_000 else {
      order = zip(dates, stories).sorted { $0 < $1 }.map(\.1)
      return
    }
    var starts = [Int](repeating: 0, count: span + 1)
    for date in dates { starts[Int(date) - Int(firstDate) + 1] += 1 }
    for day in 1...span { starts[day] += starts[day - 1] }
    order = [UInt32](repeating: 0, count: stories.count)
    for (story, date) in zip(stories, dates) {
      let day = Int(date) - Int(firstDate)
      order[starts[day]] = story
      starts[day] += 1
    }
  }
}
