import NearDuplicates

/// The sketches of one week's stories, in a table by their bands.
struct SketchShard {
  private(set) var stories: [UInt32] = []
  private var bins: [UInt16] = []
  /// Open addressing, several of one key: key in the upper half, place in `stories` + 1 in the lower; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var used = 0

  var count: Int { stories.count }

  mutating func add(_ story: UInt32, _ sketch: StorySketch) {
    let place = UInt64(stories.count + 1)
    stories.append(story)
    bins += sketch.bins
    if (used + StorySketch.bandCount) * 5 > slots.count * 3 { grow() }
    for band in sketch.bands { put(UInt64(band) << 32 | place, isBounded: true) }
  }

  /// Stories of which the sketch says that they may well resemble, each once.
  func candidates(for sketch: StorySketch) -> [UInt32] {
    var seen: Set<Int> = []
    for band in sketch.bands {
      var slot = Int(band) & (slots.count - 1)
      while slots[slot] != 0 {
        if UInt32(truncatingIfNeeded: slots[slot] >> 32) == band {
          let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
          if !seen.contains(place), agreement(place, sketch) >= Self.worthReading { seen.insert(place) }
        }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
    return seen.sorted().map { stories[$0] }
  }

  /// Below `WordShingles.sameStory` by as much as the estimate can err.
  private static let worthReading = 0.45
  /// So many stories of one key are enough to find their fold by; more would only make chains long.
  private static let mostOfOneKey = 24

  private func agreement(_ place: Int, _ sketch: StorySketch) -> Double {
    let base = place * StorySketch.binCount
    var (same, told) = (0, 0)
    for bin in 0..<StorySketch.binCount where bins[base + bin] | sketch.bins[bin] != 0 {
      told += 1
      if bins[base + bin] == sketch.bins[bin] { same += 1 }
    }
    return told == 0 ? 0 : Double(same) / Double(told)
  }

  private mutating func put(_ entry: UInt64, isBounded: Bool) {
    let key = UInt32(truncatingIfNeeded: entry >> 32)
    var slot = Int(key) & (slots.count - 1)
    var same = 0
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == key { same += 1 }
      if isBounded, same >= Self.mostOfOneKey { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = entry
    used += 1
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    used = 0
    for entry in old where entry != 0 { put(entry, isBounded: false) }
  }
}
