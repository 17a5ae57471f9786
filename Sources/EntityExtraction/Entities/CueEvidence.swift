/// What the cue words near a name say for and against a thing.
struct CueEvidence {
  private(set) var inSentence = 0
  private(set) var inParagraph = 0
  private(set) var inStory = 0
  private(set) var againstInSentence = 0
  private(set) var againstInParagraph = 0
  private(set) var againstInStory = 0

  /// - Parameters:
  ///   - near: the cue words of the name's paragraph, in order.
  ///   - sentence: where the name's sentence is.
  init(
    supporting: [Int32], opposing: [Int32], near: ArraySlice<CueHit>, sentence: Range<Int>, name: Range<Int>, _ evidence: StoryEvidence
  ) {
    // The name's own words are no evidence for it.
    var ignored = evidence.crypto == 0 ? evidence.lexicon.cues.everydayCues : []
    for hit in near where hit.span.overlaps(name) { ignored.append(hit.cue) }
    for hit in near where !ignored.contains(hit.cue) {
      let isInSentence = hit.span.lowerBound >= sentence.lowerBound && hit.span.upperBound <= sentence.upperBound
      if Self.contains(supporting, hit.cue) {
        if isInSentence { inSentence += 1 } else { inParagraph += 1 }
      }
      if Self.contains(opposing, hit.cue) {
        if isInSentence { againstInSentence += 1 } else { againstInParagraph += 1 }
      }
    }
    for cue in supporting where !ignored.contains(cue) { inStory += Int(evidence.cueCounts[Int(cue)]) }
    for cue in opposing where !ignored.contains(cue) { againstInStory += Int(evidence.cueCounts[Int(cue)]) }
  }

  private static func contains(_ sorted: [Int32], _ cue: Int32) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < cue { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == cue
  }
}
