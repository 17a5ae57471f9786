/// The columns of up to 1,024 stories with neighbouring numbers: the unit that is stored, loaded and replaced.
///
/// A commit rewrites the chunks that it touched, a bulk load the last one or two; opening reads blobs and never scans stories or
/// mentions. (Bitmaps are built from the chunks: at ten million entries this takes a tenth of a second, while storing each bitmap
/// would make every commit rewrite all of them.)
struct StoryChunk: Equatable, Sendable {
  static let capacity = 1024
  /// The date of a place without a story.
  static let absent = Int32.min

  private(set) var dates: [Int32] = []
  private(set) var addedDays: [Int32] = []
  private(set) var addedRevisions: [UInt32] = []
  private(set) var kinds: [UInt32] = []
  private(set) var features: [UInt8] = []
  /// The fold of each story, named by its story with the smallest number; 0 for a story that stands alone.
  private(set) var folds: [UInt32] = []
  /// Where each story's terms end in `terms`, and how many of them, from the beginning, are walked.
  private(set) var termEnds: [UInt32] = []
  private(set) var walkedCounts: [UInt32] = []
  private(set) var terms: [UInt32] = []
  private(set) var noteEnds: [UInt32] = []
  private(set) var notes: [NoteRecord] = []
  private(set) var claimEnds: [UInt32] = []
  private(set) var claims: [ClaimRecord] = []

  init() {}

  /// Places in use, with or without a story.
  var count: Int { dates.count }

  func isPresent(_ place: Int) -> Bool { place < dates.count && dates[place] != Self.absent }
  func termRange(_ place: Int) -> Range<Int> { Int(place == 0 ? 0 : termEnds[place - 1])..<Int(termEnds[place]) }
  func noteRange(_ place: Int) -> Range<Int> { Int(place == 0 ? 0 : noteEnds[place - 1])..<Int(noteEnds[place]) }
  func claimRange(_ place: Int) -> Range<Int> { Int(place == 0 ? 0 : claimEnds[place - 1])..<Int(claimEnds[place]) }
  func walked(_ place: Int) -> ArraySlice<UInt32> {
    let range = termRange(place)
    return terms[range.lowerBound..<(range.lowerBound + Int(walkedCounts[place]))]
  }

  /// One story's columns; nil where the place is empty.
  subscript(place: Int) -> StoryColumns? {
    guard isPresent(place) else { return nil }
    let range = termRange(place)
    let border = range.lowerBound + Int(walkedCounts[place])
    return StoryColumns(
      date: dates[place], addedDay: addedDays[place], addedRevision: addedRevisions[place], kind: kinds[place],
      features: StoryFeatures(rawValue: features[place]), fold: folds[place], walked: Array(terms[range.lowerBound..<border]),
      asked: Array(terms[border..<range.upperBound]), notes: Array(notes[noteRange(place)]), claims: Array(claims[claimRange(place)]))
  }

  /// Whether both chunks have the same at a place.
  func isSame(_ place: Int, as other: StoryChunk) -> Bool {
    guard isPresent(place), other.isPresent(place) else { return !isPresent(place) && !other.isPresent(place) }
    return dates[place] == other.dates[place] && addedRevisions[place] == other.addedRevisions[place]
      && addedDays[place] == other.addedDays[place] && kinds[place] == other.kinds[place] && features[place] == other.features[place]
      && folds[place] == other.folds[place]
      && walkedCounts[place] == other.walkedCounts[place] && terms[termRange(place)] == other.terms[other.termRange(place)]
      && notes[noteRange(place)] == other.notes[other.noteRange(place)]
      && claims[claimRange(place)] == other.claims[other.claimRange(place)]
  }

  /// The chunk with some stories replaced, added, or (nil) taken out.
  func replacing(_ edits: [Int: StoryColumns?]) -> StoryChunk {
    var new = StoryChunk()
    let count = max(self.count, (edits.keys.max() ?? -1) + 1)
    new.reserve(count, like: self)
    for place in 0..<count {
      if let edit = edits[place] { new.append(edit) } else { new.append(place, of: self) }
    }
    return new
  }

  private mutating func reserve(_ count: Int, like other: StoryChunk) {
    dates.reserveCapacity(count)
    addedDays.reserveCapacity(count)
    addedRevisions.reserveCapacity(count)
    kinds.reserveCapacity(count)
    features.reserveCapacity(count)
    folds.reserveCapacity(count)
    termEnds.reserveCapacity(count)
    walkedCounts.reserveCapacity(count)
    noteEnds.reserveCapacity(count)
    claimEnds.reserveCapacity(count)
    terms.reserveCapacity(other.terms.count + (count - other.count) * 12)
  }

  private mutating func append(_ columns: StoryColumns?) {
    dates.append(columns?.date ?? Self.absent)
    addedDays.append(columns?.addedDay ?? 0)
    addedRevisions.append(columns?.addedRevision ?? 0)
    kinds.append(columns?.kind ?? 0)
    features.append(columns?.features.rawValue ?? 0)
    folds.append(columns?.fold ?? 0)
    if let columns {
      terms += columns.walked
      terms += columns.asked
      notes += columns.notes
      claims += columns.claims
    }
    walkedCounts.append(UInt32(columns?.walked.count ?? 0))
    closePlace()
  }

  private mutating func append(_ place: Int, of other: StoryChunk) {
    guard other.isPresent(place) else { return append(nil) }
    dates.append(other.dates[place])
    addedDays.append(other.addedDays[place])
    addedRevisions.append(other.addedRevisions[place])
    kinds.append(other.kinds[place])
    features.append(other.features[place])
    folds.append(other.folds[place])
    terms += other.terms[other.termRange(place)]
    notes += other.notes[other.noteRange(place)]
    claims += other.claims[other.claimRange(place)]
    walkedCounts.append(other.walkedCounts[place])
    closePlace()
  }

  private mutating func closePlace() {
    termEnds.append(UInt32(terms.count))
    noteEnds.append(UInt32(notes.count))
    claimEnds.append(UInt32(claims.count))
  }
}

extension StoryChunk {
  private static let version: UInt8 = 2

  /// The stored form.
  func encoded() -> [UInt8] {
    var writer = BlobWriter(reserving: 64 + count * 44 + terms.count * 4 + notes.count * 56 + claims.count * 24)
    writer.byte(Self.version)
    writer.column(dates)
    writer.column(addedDays)
    writer.column(addedRevisions)
    writer.column(kinds)
    writer.column(features)
    writer.column(folds)
    writer.column(termEnds)
    writer.column(walkedCounts)
    writer.column(terms)
    writer.column(noteEnds)
    writer.column(notes)
    writer.column(claimEnds)
    writer.column(claims)
    return writer.sealed()
  }

  /// Reads the stored form. The checksum vouches for what the columns say of one another.
  init(encoded bytes: UnsafeRawBufferPointer) throws(MalformedBlob) {
    var reader = try BlobReader(sealed: bytes)
    guard try reader.byte() == Self.version else { throw MalformedBlob(detail: "story columns of an unknown version") }
    dates = try reader.column(of: Int32.self)
    addedDays = try reader.column(of: Int32.self)
    addedRevisions = try reader.column(of: UInt32.self)
    kinds = try reader.column(of: UInt32.self)
    features = try reader.column(of: UInt8.self)
    folds = try reader.column(of: UInt32.self)
    termEnds = try reader.column(of: UInt32.self)
    walkedCounts = try reader.column(of: UInt32.self)
    terms = try reader.column(of: UInt32.self)
    noteEnds = try reader.column(of: UInt32.self)
    notes = try reader.column(of: NoteRecord.self)
    claimEnds = try reader.column(of: UInt32.self)
    claims = try reader.column(of: ClaimRecord.self)
  }
}
