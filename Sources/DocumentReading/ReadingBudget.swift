/// What one file may still cost, counted over all documents that lie in it, however deep.
///
/// A class, because archive, mail and attachment draw on the same one. Lives as long as one file is read, on one thread.
final class ReadingBudget {
  private let limits: ReadingLimits
  private var members = 0
  private var unpacked = 0
  private var stories = 0
  private var storyBytes = 0
  /// How long helper programs may still work on this file and all documents in it.
  var helperTime: Duration
  /// The size of the file itself, in bytes, which all that it unpacks to is compared with.
  var wholeSize: Int?
  /// Called once, when it is seen that the file takes far more memory than its size says: who reads several files at once waits there.
  var whenLarge: (() -> Void)?
  /// Whether there may be no more of something: a reader then stops, and need not ask for each further entry.
  private(set) var isSpent = false

  /// Whether nobody waits for the file any more: what it still costs is nothing.
  let isStopped: @Sendable () -> Bool

  init(_ limits: ReadingLimits, isStopped: @escaping @Sendable () -> Bool = { false }) {
    self.limits = limits
    self.isStopped = isStopped
    helperTime = .seconds(limits.helperSeconds)
  }

  /// Counts one more entry or part; the sentence says why there may be none.
  func takeMember() -> String? {
    if isStopped() { return spent(Self.stopped) }
    members += 1
    return members > limits.members ? spent("only the first \(limits.members) entries are read (limit “members”)") : nil
  }

  /// Counts bytes that were unpacked; the sentence says why there may be no more.
  ///
  /// - Parameter packed: how many bytes they were made of; a small file is not taken for a bomb, whatever it becomes.
  func unpack(_ bytes: Int, of packed: Int) -> String? {
    unpacked += bytes
    if unpacked > Self.harmless { noteLarge(unpacked) }
    if unpacked > limits.unpackedBytes {
      return spent("only the first \(limits.unpackedBytes >> 20) MB that it unpacks to are read (limit “unpacked_mb”)")
    }
    if unpacked > Self.harmless, unpacked / limits.expansion > wholeSize ?? packed {
      return spent("it unpacks to more than \(limits.expansion) times its size, as a bomb does; the rest is left out (limit “expansion”)")
    }
    return nil
  }

  /// Tells that so many bytes are made of the file.
  func noteLarge(_ bytes: Int) {
    guard bytes > Self.harmless, let tell = whenLarge else { return }
    whenLarge = nil
    tell()
  }

  /// Counts a story; the sentence says why there may be no more.
  func takeStory(_ bytes: Int) -> String? {
    if isStopped() { return spent(Self.stopped) }
    stories += 1
    storyBytes += bytes
    if stories > limits.stories { return spent("only the first \(limits.stories) stories are read (limit “stories”); split the file") }
    if storyBytes > limits.storyBytes {
      return spent("only the first \(limits.storyBytes >> 20) MB of text are read (limit “story_mb”); split the file")
    }
    return nil
  }

  private func spent(_ sentence: String) -> String {
    isSpent = true
    return sentence
  }

  private static let stopped = "the reading was stopped"
  private static let harmless = 8 << 20
}
