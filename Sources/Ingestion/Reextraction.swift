import Dispatch
import EntityExtraction
import RegulatoryModel
import StoryLibrary
import Synchronization

/// Brings a library's findings in line with the user's names: the stories that a change concerns are extracted again, from the texts that
/// the library holds. Their files need not be there any more.
///
/// Blocks the thread that calls it; never call it on the screen's.
package struct Reextraction: Sendable {
  package struct Outcome: Sendable, Equatable {
    /// Whether the user's names were others than those the findings had been made with.
    package var hadChange = false
    /// Stories extracted again, and those of them whose findings are others now.
    package var looked = 0
    package var changed: [StoryID] = []
    /// Stopped before the end; the next one goes on.
    package var wasStopped = false
  }

  private let library: Library
  private let extractor: Extractor

  package init(library: Library, extractor: Extractor) {
    self.library = library
    self.extractor = extractor
  }

  /// Stories that are extracted and stored at a time.
  private static let batch = 512

  /// - Parameter committed: called after each batch that changed something.
  package func run(
    today: CalendarDay, step: (_ done: Int, _ total: Int) -> Void = { _, _ in }, committed: (CommitReport) -> Void = { _ in },
    isStopped: () -> Bool = { false }
  ) throws(LibraryError) -> Outcome {
    var outcome = Outcome()
    let lexicon = extractor.lexicon
    let ids: [StoryID]
    switch LexiconChange(from: try library.userNames(), to: lexicon) {
    case .nothing: return outcome
    case .everything: ids = library.allStories
    case .stories(let phrases, let things): ids = try library.stories(saying: phrases, naming: things)
    }
    outcome.hadChange = true
    for start in stride(from: 0, to: ids.count, by: Self.batch) {
      if isStopped() {
        outcome.wasStopped = true
        return outcome
      }
      let piece = ids[start..<min(start + Self.batch, ids.count)]
      let (stories, revision) = try library.originals(of: piece)
      let report = try library.renew(extracted(stories), readAt: revision, today: today)
      outcome.looked += piece.count
      outcome.changed += report.changed
      step(outcome.looked, ids.count)
      if !report.changed.isEmpty { committed(report) }
    }
    // Last: what is stopped before is done again.
    try library.rememberUserNames(lexicon.userText, digest: lexicon.userDigest)
    return outcome
  }

  /// On all cores; in the order given.
  private func extracted(_ stories: [(id: StoryID, story: Story)]) -> [(id: StoryID, story: Story, findings: Findings)] {
    let found = Mutex([Findings?](repeating: nil, count: stories.count))
    DispatchQueue.concurrentPerform(iterations: stories.count) { index in
      let findings = extractor.findings(in: stories[index].story)
      found.withLock { $0[index] = findings }
    }
    return zip(stories, found.withLock { $0 }).compactMap { story, findings in findings.map { (story.id, story.story, $0) } }
  }
}
