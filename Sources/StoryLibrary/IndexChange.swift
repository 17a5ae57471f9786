/// What differs between an index and the chunks that are to replace some of its own.
struct IndexChange {
  private(set) var leaving: [UInt32: [UInt32]] = [:]
  private(set) var joining: [UInt32: [UInt32]] = [:]
  private(set) var featuresLeaving = Array(repeating: [UInt32](), count: StoryFeatures.count)
  private(set) var featuresJoining = Array(repeating: [UInt32](), count: StoryFeatures.count)
  /// Stories that are no longer here, and those that are new here.
  private(set) var gone: [UInt32] = []
  private(set) var come: [UInt32] = []
  private(set) var foldsLeaving: [UInt32] = []
  private(set) var foldsJoining: [UInt32] = []
  private(set) var orderLeaving: [UInt32] = []
  private(set) var orderJoining: [UInt32] = []
  /// Stories all of whose notes go, and notes that come.
  private(set) var notesLeaving: [UInt32] = []
  private(set) var notesJoining: [LibraryIndex.NotePlace] = []
  private(set) var billsLosingClaims: Set<UInt32> = []
  private(set) var claimsJoining: [(story: UInt32, claim: ClaimRecord)] = []

  /// Notes the differences of one chunk.
  mutating func compare(_ old: StoryChunk, with new: StoryChunk, number: Int) {
    for place in 0..<max(old.count, new.count) where !new.isSame(place, as: old) {
      let story = UInt32(number << 10 + place)
      if old.isPresent(place) { leave(old, place, story) }
      if new.isPresent(place) { join(new, place, story) }
      switch (old.isPresent(place), new.isPresent(place)) {
      case (true, false):
        gone.append(story)
        orderLeaving.append(story)
      case (false, true):
        come.append(story)
        orderJoining.append(story)
      case (true, true) where old.dates[place] != new.dates[place]:
        orderLeaving.append(story)
        orderJoining.append(story)
      default: break
      }
    }
  }

  private mutating func leave(_ chunk: StoryChunk, _ place: Int, _ story: UInt32) {
    for term in chunk.terms[chunk.termRange(place)] { leaving[term, default: []].append(story) }
    for feature in 0..<StoryFeatures.count where chunk.features[place] & (1 << UInt8(feature)) != 0 {
      featuresLeaving[feature].append(story)
    }
    if chunk.folds[place] != 0 { foldsLeaving.append(story) }
    if !chunk.noteRange(place).isEmpty { notesLeaving.append(story) }
    for claim in chunk.claims[chunk.claimRange(place)] { billsLosingClaims.insert(claim.bill) }
  }

  private mutating func join(_ chunk: StoryChunk, _ place: Int, _ story: UInt32) {
    for term in chunk.terms[chunk.termRange(place)] { joining[term, default: []].append(story) }
    for feature in 0..<StoryFeatures.count where chunk.features[place] & (1 << UInt8(feature)) != 0 {
      featuresJoining[feature].append(story)
    }
    if chunk.folds[place] != 0 { foldsJoining.append(story) }
    for (index, note) in chunk.notes[chunk.noteRange(place)].enumerated() {
      let date = note.date == NoteRecord.noDay ? chunk.dates[place] : note.date
      notesJoining.append(LibraryIndex.NotePlace(date: date, story: story, place: UInt32(index)))
    }
    for claim in chunk.claims[chunk.claimRange(place)] { claimsJoining.append((story, claim)) }
  }
}
