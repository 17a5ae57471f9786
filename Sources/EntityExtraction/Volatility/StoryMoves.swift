import RegulatoryModel

/// Reads one story's sentences in order, and remembers which asset the last one spoke of.
struct StoryMoves {
  let words: StoryWords
  let assets: AssetPlaces
  private(set) var notes: [VolatilityNote] = []
  /// The asset that the paragraph spoke of last.
  private(set) var carried: AssetPlaces.Place?
  private var paragraph = -1
  /// The window of each column of the table that is being read: "| Coin | Price | 24h | 7d |".
  var columns: [String?] = []
  private var noteOfMove: [Move: [Int]] = [:]

  private struct Move: Hashable {
    var asset: String
    var direction: VolatilityNote.Direction
    var basisPoints: Int
  }

  init(words: StoryWords, assets: AssetPlaces) {
    self.words = words
    self.assets = assets
  }

  /// A size with its cue, and whose move the sentence says it was.
  struct Told {
    var size: MoveSize
    var cue: MoveCue
    var places: [AssetPlaces.Place]
    /// Whether the sentence said that something other than a price moved.
    var isSomethingElse: Bool
  }

  mutating func read(_ sentence: StoryWords.Sentence) {
    let range = sentence.range
    if sentence.paragraph != paragraph {
      paragraph = sentence.paragraph
      carried = nil
    }
    guard notes.count < PlaceLimits.ofMoves else {
      words.scan.cut()
      return
    }
    let roles = sentence.roles
    readHeading(sentence)
    guard !roles.isDisjoint(with: [.size, .doubling]) || roles.isSuperset(of: [.from, .dollar]) else {
      if let last = assets.last(before: range.upperBound, notBefore: range.lowerBound) { carried = last }
      return
    }
    let reference = carried ?? reference(in: range)
    let subjects = MoveSubject(words: words, assets: assets, remembered: reference, sentenceStart: range.lowerBound)
    let cues = MoveCueReader(words: words, assets: assets)
    let sizes = roles.contains(.size) ? PercentScanner(words: words).sizes(in: range) : []
    var told: [Told] = []
    var pending: [MoveSize] = []
    for (number, size) in sizes.enumerated() {
      let previousEnd = number > 0 ? sizes[number - 1].range.upperBound : range.lowerBound
      guard let cue = cues.cue(of: size, in: range, after: previousEnd) else {
        if let listed = listed(size, after: told.last, in: range) {
          told.append(listed)
        } else if let paired = paired(size, &told, sizes, number) {
          told.append(paired)
        } else if let continued = continued(size, after: told.last, in: range) {
          told.append(continued)
        } else if let row = tabular(size, in: range) {
          told.append(row)
        } else {
          pending.append(size)
        }
        continue
      }
      told.append(judged(size, cue, subjects, previous: told.last, in: range))
    }
    addBareNumbers(to: &told, after: sizes, in: range)
    for entry in told where !entry.isSomethingElse {
      for place in entry.places { add(entry.size, entry.cue, place, in: range) }
    }
    if roles.contains(.doubling) { readDoublings(range, subjects) }
    if sizes.isEmpty, roles.isSuperset(of: [.from, .dollar]) { readPrices(range, subjects) }
    if let place = told.last(where: { !$0.places.isEmpty && !$0.isSomethingElse })?.places.last {
      carried = place
    } else if let last = assets.last(before: range.upperBound, notBefore: range.lowerBound) {
      carried = last
    }
  }

  /// The asset that "it" means where the paragraph has named none yet: the story's main one, unless the sentence names that itself.
  private func reference(in range: Range<Int>) -> AssetPlaces.Place? { assets.main }

  // MARK: Notes

  static let present = KeywordSet("is are has have trades stands")

  mutating func add(
    _ size: MoveSize, _ cue: MoveCue, _ place: AssetPlaces.Place, in range: Range<Int>, from: Double? = nil, to: Double? = nil
  ) {
    let reader = MoveTimeReader(words: words, assets: assets)
    var time = reader.time(of: size.range, cue: cue, in: range)
    if let told = size.window { time.window = told }
    let window = time.window
    var low = min(cue.range.lowerBound, size.range.lowerBound)
    var high = max(cue.range.upperBound, size.range.upperBound)
    if range.contains(place.range.lowerBound) {
      low = min(low, place.range.lowerBound)
      high = max(high, place.range.upperBound)
    }
    var day = time.day
    // "is down 20%" holds on the story's day; "has seen drops of 50%" is of no day.
    if day == nil, cue.rule != .noun,
      Range.from(max(range.lowerBound, cue.verb - 4), to: cue.verb + 1).contains(where: { words.is($0, Self.present) }),
      reader.isReckoned(cue.verb), !reader.namesPastYear(size.range, cue: cue, in: range)
    {
      day = words.scan.story.date
    }
    let note = VolatilityNote(
      asset: place.ticker, name: place.name, direction: cue.direction, basisPoints: size.basisPoints, bound: size.bound, window: window,
      date: day, fromPrice: from, toPrice: to, span: words.span(low..<high), rule: cue.rule.id)
    // A title and its story tell the same move: one note, the one that knows more.
    let move = Move(asset: note.asset, direction: note.direction, basisPoints: note.basisPoints)
    if let same = noteOfMove[move]?.first(where: { notes[$0].window == nil || note.window == nil || notes[$0].window == note.window }) {
      if notes[same].window == nil && note.window != nil { notes[same] = note }
      return
    }
    guard noteOfMove[move, default: []].count < PlaceLimits.ofOneMove else {
      words.scan.cut()
      return
    }
    noteOfMove[move, default: []].append(notes.count)
    notes.append(note)
  }
}
