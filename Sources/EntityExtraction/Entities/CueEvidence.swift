/// What the cue words near a name say for and against a thing.
struct CueEvidence {
  private(set) var inSentence = 0
  private(set) var inParagraph = 0
  private(set) var inStory = 0
  private(set) var againstInSentence = 0
  private(set) var againstInParagraph = 0
  private(set) var againstInStory = 0

  /// The cue words around one name that may speak for what it means or against it.
  struct Surroundings {
    /// Those of the name's paragraph, and whether each stands in its sentence.
    fileprivate var near: [(cue: Int32, isInSentence: Bool)] = []
    fileprivate var ignored: [Int32]

    /// - Parameters:
    ///   - near: the cue words of the name's paragraph, in order.
    ///   - sentence: where the name's sentence is.
    init(_ hits: ArraySlice<CueHit>, sentence: Range<Int>, name: Range<Int>, _ evidence: StoryEvidence) {
      // The name's own words are no evidence for it.
      ignored = evidence.crypto == 0 ? evidence.lexicon.cues.everydayCues : []
      for hit in hits where hit.span.overlaps(name) { ignored.append(hit.cue) }
      near.reserveCapacity(hits.count)
      for hit in hits where !ignored.contains(hit.cue) {
        near.append((hit.cue, hit.span.lowerBound >= sentence.lowerBound && hit.span.upperBound <= sentence.upperBound))
      }
    }
  }

  init(supporting: [Int32], opposing: [Int32], _ surroundings: Surroundings, _ evidence: StoryEvidence) {
    for (cue, isInSentence) in surroundings.near {
      if supporting.holdsAscending(cue) {
        if isInSentence { inSentence += 1 } else { inParagraph += 1 }
      }
      if opposing.holdsAscending(cue) {
        if isInSentence { againstInSentence += 1 } else { againstInParagraph += 1 }
      }
    }
    let counts = evidence.cueCounts
    for cue in supporting where counts[Int(cue)] > 0 && !surroundings.ignored.contains(cue) { inStory += Int(counts[Int(cue)]) }
    for cue in opposing where counts[Int(cue)] > 0 && !surroundings.ignored.contains(cue) { againstInStory += Int(counts[Int(cue)]) }
  }
}
