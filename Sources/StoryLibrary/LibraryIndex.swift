import RegulatoryModel

/// Everything that questions are answered from, at one revision: a value, replaced whole by every commit.
///
/// Copies share their chunks and bitmaps; a commit copies only what it changes. An answer keeps the copy that it began with.
struct LibraryIndex: Sendable {
  /// The last change of any sort, and the last that brought, changed or took stories.
  var revision: Int64 = 0
  var contentRevision: Int64 = 0
  /// Changes when the derived part was thrown away; nothing of an earlier epoch can be brought up to date.
  var epoch: Int64 = 0
  var look: Look?
  var terms = TermTable()

  /// By story number / `StoryChunk.capacity`.
  private(set) var chunks: [StoryChunk] = []
  private(set) var all = StoryBitmap()
  /// By term; empty for words.
  private(set) var byTerm: [StoryBitmap] = []
  /// By bit of `StoryFeatures`.
  private(set) var byFeature = Array(repeating: StoryBitmap(), count: StoryFeatures.count)
  private(set) var new = StoryBitmap()
  /// Stories that stand in a fold with others.
  private(set) var folded = StoryBitmap()
  /// All stories by date, those of one day by number.
  private(set) var order: [UInt32] = []
  /// All volatility notes by date, those of one day by story and place.
  private(set) var noteOrder: [NotePlace] = []
  private(set) var bills: [UInt32: BillStanding] = [:]

  /// What people set, under "read", "starred" and "tag:…"; may hold stories that are not here at present.
  var marks: [String: StoryBitmap] = [:]

  /// What is worked out once for this state of the stories, on demand.
  private(set) var memory = IndexMemory()

  /// When a person last looked, and the revision then.
  struct Look: Equatable, Sendable {
    var revision: Int64
    var day: CalendarDay
  }

  /// A volatility note: its day, its story, and its place among the story's notes.
  struct NotePlace: Comparable, Sendable, BitwiseCopyable {
    var date: Int32
    var story: UInt32
    var place: UInt32

    static func < (left: Self, right: Self) -> Bool {
      (left.date, left.story, left.place) < (right.date, right.story, right.place)
    }
  }

  static func place(of story: UInt32) -> (chunk: Int, place: Int) { (Int(story) >> 10, Int(story) & 1023) }

  subscript(story: UInt32) -> StoryColumns? {
    let (chunk, place) = Self.place(of: story)
    return chunk < chunks.count ? chunks[chunk][place] : nil
  }

  /// The date of a story that is here, in days since 1970.
  func date(of story: UInt32) -> Int32 {
    let (chunk, place) = Self.place(of: story)
    return chunks[chunk].dates[place]
  }

  /// The fold that a story is in; 0 for one that stands alone.
  func fold(of story: UInt32) -> UInt32 {
    let (chunk, place) = Self.place(of: story)
    return chunk < chunks.count && place < chunks[chunk].count ? chunks[chunk].folds[place] : 0
  }

  func kind(of story: UInt32) -> DocumentKind {
    let (chunk, place) = Self.place(of: story)
    return DocumentKind(rawValue: terms.text(chunks[chunk].kinds[place])) ?? .other
  }

  func stories(_ term: UInt32) -> StoryBitmap { Int(term) < byTerm.count ? byTerm[Int(term)] : StoryBitmap() }

  func stories(_ kind: Term.Kind, _ text: String) -> StoryBitmap { terms.number(kind, text).map(stories) ?? StoryBitmap() }

  func stories(marked name: String) -> StoryBitmap { marks[name] ?? StoryBitmap() }

  func has(_ feature: StoryFeatures) -> StoryBitmap { byFeature[feature.rawValue.trailingZeroBitCount] }

  /// The note at a place, in its stored form.
  func note(_ place: NotePlace) -> NoteRecord {
    let (chunk, slot) = Self.place(of: place.story)
    return chunks[chunk].notes[chunks[chunk].noteRange(slot).lowerBound + Int(place.place)]
  }

  /// Every claim on a bill that the library holds, by story.
  func claims(on bill: UInt32) -> [BillLadder.Claim] {
    var claims: [BillLadder.Claim] = []
    for story in stories(bill).stories {
      let (chunk, place) = Self.place(of: story)
      for record in chunks[chunk].claims[chunks[chunk].claimRange(place)] where record.bill == bill {
        if let claim = record.claim(story: story, storyDate: chunks[chunk].dates[place], terms: terms) { claims.append(claim) }
      }
    }
    return claims
  }
}

// MARK: - Loading and change

extension LibraryIndex {
  /// Takes in chunks read from the library as the whole of it.
  mutating func load(_ chunks: [StoryChunk]) {
    self.chunks = chunks
    var builder = BitmapBuilder(terms: terms.count)
    for (number, chunk) in chunks.enumerated() { builder.count(chunk, number: number) }
    builder.fill(chunks)
    byTerm = builder.byTerm
    byFeature = builder.byFeature
    all = builder.all
    order = builder.order
    noteOrder = builder.notes.sorted()
    bills = [:]
    for (number, chunk) in chunks.enumerated() {
      for place in 0..<chunk.count where chunk.isPresent(place) {
        for record in chunk.claims[chunk.claimRange(place)] {
          if let claim = record.claim(story: UInt32(number << 10 + place), storyDate: chunk.dates[place], terms: terms) {
            bills[record.bill, default: BillStanding()].add(claim)
          }
        }
      }
    }
    folded = StoryBitmap(
      chunks.enumerated().flatMap { number, chunk in
        (0..<chunk.count).lazy.filter { chunk.folds[$0] != 0 }.map { UInt32(number << 10 + $0) }
      })
    findNew()
    memory = IndexMemory()
  }

  /// Sets the last look; all that is here counts as seen.
  mutating func setLook(_ look: Look?) {
    self.look = look
    findNew()
    memory = IndexMemory()
  }

  private mutating func findNew() {
    guard let look else {
      new = StoryBitmap()
      return
    }
    var found: [UInt32] = []
    for (number, chunk) in chunks.enumerated() {
      for place in 0..<chunk.count where chunk.isPresent(place) && Int64(chunk.addedRevisions[place]) > look.revision {
        found.append(UInt32(number << 10 + place))
      }
    }
    new = StoryBitmap(found)
  }

  /// Puts chunks in the place of those with the same number, and brings all else up to date.
  mutating func replace(_ replaced: [(number: Int, chunk: StoryChunk)]) {
    var change = IndexChange()
    while byTerm.count < terms.count { byTerm.append(StoryBitmap()) }
    for (number, chunk) in replaced {
      while chunks.count <= number { chunks.append(StoryChunk()) }
      change.compare(chunks[number], with: chunk, number: number)
      chunks[number] = chunk
    }
    for (term, list) in change.leaving { byTerm[Int(term)].remove(list) }
    for (term, list) in change.joining { byTerm[Int(term)].insert(list) }
    for feature in 0..<StoryFeatures.count {
      byFeature[feature].remove(change.featuresLeaving[feature])
      byFeature[feature].insert(change.featuresJoining[feature])
    }
    folded.remove(change.foldsLeaving)
    folded.insert(change.foldsJoining)
    all.remove(change.gone)
    all.insert(change.come)
    if let look {
      new.remove(change.gone)
      new.insert(change.come.filter { Int64(chunks[Int($0) >> 10].addedRevisions[Int($0) & 1023]) > look.revision })
    }
    order = merged(order, without: change.orderLeaving, with: change.orderJoining) { story in (date(of: story), story) }
    noteOrder = mergedNotes(change)
    replaceClaims(change)
    memory = IndexMemory()
  }

  private func merged(
    _ list: [UInt32], without leaving: [UInt32], with joining: [UInt32], key: (UInt32) -> (Int32, UInt32)
  ) -> [UInt32] {
    guard !leaving.isEmpty || !joining.isEmpty else { return list }
    let left = DenseSet(leaving)
    let sorted = joining.sorted { key($0) < key($1) }
    var result: [UInt32] = []
    result.reserveCapacity(list.count + joining.count)
    var next = 0
    var nextKey = sorted.first.map(key)
    for story in list where leaving.isEmpty || !left.contains(story) {
      if let first = nextKey, first < key(story) {
        let ours = key(story)
        while let candidate = nextKey, candidate < ours {
          result.append(sorted[next])
          next += 1
          nextKey = next < sorted.count ? key(sorted[next]) : nil
        }
      }
      result.append(story)
    }
    result += sorted[next...]
    return result
  }

  private func mergedNotes(_ change: IndexChange) -> [NotePlace] {
    guard !change.notesLeaving.isEmpty || !change.notesJoining.isEmpty else { return noteOrder }
    let left = DenseSet(change.notesLeaving)
    let joining = change.notesJoining.sorted()
    var result: [NotePlace] = []
    result.reserveCapacity(noteOrder.count + joining.count)
    var next = 0
    for note in noteOrder where !left.contains(note.story) {
      while next < joining.count, joining[next] < note {
        result.append(joining[next])
        next += 1
      }
      result.append(note)
    }
    result += joining[next...]
    return result
  }

  private mutating func replaceClaims(_ change: IndexChange) {
    // A best claim that is taken back leaves no trace of the second best: such a bill is worked out anew.
    for bill in change.billsLosingClaims {
      var standing = BillStanding()
      for claim in claims(on: bill) { standing.add(claim) }
      bills[bill] = standing.isEmpty ? nil : standing
    }
    for (story, record) in change.claimsJoining where !change.billsLosingClaims.contains(record.bill) {
      if let claim = record.claim(story: story, storyDate: date(of: story), terms: terms) {
        bills[record.bill, default: BillStanding()].add(claim)
      }
    }
  }
}
