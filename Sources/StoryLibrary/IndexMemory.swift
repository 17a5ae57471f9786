import QueryLanguage
import RegulatoryModel
import Synchronization

/// What answers at one state of the stories have in common, worked out when first asked for. Copies of an index share it.
final class IndexMemory: Sendable {
  struct Contents: Sendable {
    /// Every story in an order that was asked for.
    var orders: [StorySort: [UInt32]] = [:]
    /// The numbers of all stories as they go into an answer.
    var answers: [StorySort: [StoryID]] = [:]
    /// Counts over the whole library, for one activity window.
    var overview: (window: ActivityWindow, tally: Tally)?
    var bills: [BillFacts]?
  }

  private let contents = Mutex(Contents())

  /// Answers what is remembered, or works it out. Two who ask at once may both work; the result is the same.
  func value<Value: Sendable, Failure: Error>(
    _ path: any WritableKeyPath<Contents, Value?> & Sendable, make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = contents.withLock({ $0[keyPath: path] }) { return known }
    let made = try make()
    contents.withLock { $0[keyPath: path] = made }
    return made
  }

  /// The overview, if it is for this window.
  func overview(for window: ActivityWindow, make: () -> Tally) -> Tally {
    if let known = contents.withLock({ $0.overview }), known.window == window { return known.tally }
    let made = make()
    contents.withLock { $0.overview = (window, made) }
    return made
  }
}
