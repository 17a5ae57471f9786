import RegulatoryModel

// Moves that stand in a row of a table or a ticker line: "| BTC | +11% |", "BTC −3.2%  ETH +1.1%".

extension StoryMoves {
  /// Remembers the windows that a table's heading gives its columns; anything that is no row of a table ends it.
  mutating func readHeading(_ sentence: StoryWords.Sentence) {
    let range = sentence.range
    guard sentence.roles.contains(.bar) else {
      if !columns.isEmpty { columns = [] }
      return
    }
    guard !range.contains(where: { words.isMark($0, "%") && words.tokens[safe: $0 - 1]?.isNumber == true }) else { return }
    var found: [String?] = [nil]
    for index in range {
      if words.isMark(index, "|") {
        found.append(nil)
      } else if let last = found.indices.last, found[last] == nil {
        found[last] = MoveWindow(words: words).heading(at: index)
      }
    }
    if found.contains(where: { $0 != nil }) { columns = found }
  }

  private static let inWords = KeywordSet("in of")
  private static let losses = KeywordSet("losses")

  func tabular(_ size: MoveSize, in range: Range<Int>) -> Told? {
    // "(ETH, -4.4%) led losses" says nothing against a price.
    let start = (range.lowerBound..<size.range.lowerBound).last { words.isMark($0, ";") } ?? range.lowerBound
    let after = words.is(size.range.upperBound, MoveWords.prepositions) && !words.is(size.range.upperBound, Self.inWords) ? 0 : 3
    let near = start..<min(range.upperBound, size.range.upperBound + after)
    guard size.sign != 0, !near.contains(where: { words.is($0, MoveWords.otherQuantities) && !words.is($0, Self.losses) }) else {
      return nil
    }
    let isRow = !columns.isEmpty
    var index = size.range.lowerBound - 1
    var numbers = 0
    var cellWindow: String?
    var sawSeparator = false
    var sawSeparatorOfCells = false
    var sawDollar = false
    var sawPercent = false
    let reach = isRow || range.contains { words.isMark($0, "|") } ? 40 : 12
    while index >= range.lowerBound, size.range.lowerBound - index < reach {
      if assets.place(at: index) != nil { break }
      let token = words.tokens[index]
      if token.isNumber {
        // "24h: -1.4%"
        if MoveWindow.isCompactUnit(words, index + 1) {
          if !sawSeparatorOfCells { cellWindow = cellWindow ?? MoveWindow(words: words).heading(at: index) }
        } else {
          numbers += 1
        }
      } else if token.isMark("|") || token.isMark(":") || token.isMark("(") {
        sawSeparator = true
        if token.isMark("|") { sawSeparatorOfCells = true }
      } else if token.isMark("$") {
        sawDollar = true
      } else if token.isMark("%") {
        sawPercent = true
      } else if token.kind == .mark {
        if token.isMark(";") { return nil }
      } else if !words.is(index, MoveSubject.currencies), !MoveWindow.isCompactUnit(words, index), !words.is(index, MoveWords.linkVerbs) {
        return nil
      }
      index -= 1
    }
    guard index >= range.lowerBound, let place = assets.place(at: index) else { return nil }
    let beginsLine =
      words.tokens[place.range.lowerBound].traits.contains(.beginsLine)
      || (range.lowerBound..<place.range.lowerBound).allSatisfy { !words.tokens[$0].isWord }
    guard numbers == 0 || sawSeparator || !sawPercent && beginsLine && (sawDollar || numbers == 1) else { return nil }
    var size = size
    size.window = cellWindow
    if isRow {
      let column = (range.lowerBound..<size.range.lowerBound).count { words.isMark($0, "|") }
      size.window = columns[safe: column] ?? nil
    }
    // A second percentage of a row is a move only where the heading gives its time.
    if sawPercent, size.window == nil { return nil }
    let direction: VolatilityNote.Direction = size.sign > 0 ? .up : .down
    let cue = MoveCue(
      direction: direction, verb: place.range.lowerBound, range: place.range.lowerBound..<size.range.upperBound, rule: .table)
    if HypotheticalMove(words: words).isHypothetical(cue, in: range) { return nil }
    return Told(size: size, cue: cue, places: [place], isSomethingElse: false)
  }
}
