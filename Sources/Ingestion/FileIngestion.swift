import CLinux
import DocumentReading
import EntityExtraction
import FolderWatching
import Glibc
import RegulatoryModel
import StoryLibrary

/// Reads and extracts one file. A value that every worker shares.
package struct FileIngestion: Sendable {
  package var loader: FileLoader
  package var reader: DocumentReader
  /// Shared by all copies: a change of names takes effect in the files that are read next.
  package let current: CurrentExtractor
  /// Changes whenever the same bytes may give another result, so that every file is then read anew. The user's own names are not in it:
  /// what they change is made anew from the library's texts (`Reextraction`).
  package var readerVersion: ReaderVersion { ReaderVersion(program: program, reader: reader) }
  private let program: String

  package init(loader: FileLoader = FileLoader(), reader: DocumentReader = DocumentReader(), extractor: Extractor) {
    self.loader = loader
    self.reader = reader
    current = CurrentExtractor(extractor)
    program = "\(Self.readingVersion).\(Extractor.rulesVersion).\(String(Lexicon.builtInDigest, radix: 36))"
  }

  /// The file as the library takes it. Never fails: what goes wrong becomes the outcome's reason.
  ///
  /// - Parameters:
  ///   - known: what the library has of it; the same digest saves the extraction.
  ///   - keepsPlaces: whether the findings are to have the places at which things are named; the library needs only their stored form.
  ///   - whenLarge: called when the file turns out to take far more memory than its size says, perhaps more than once.
  /// - Returns: nil where the file is gone, or its reading was stopped.
  package func ingest(
    _ path: DocumentPath, root: DocumentPath, known: KnownFile?, keepsPlaces: Bool = true, whenLarge: (() -> Void)? = nil
  ) -> IngestedFile? {
    let extractor = current.extractor
    let names = extractor.lexicon.userDigest
    let started = ContinuousClock.now
    func file(_ signature: FileSignature, digest: [UInt8], _ outcome: IngestedFile.Outcome, format: DocumentFormat?) -> IngestedFile {
      let took = (ContinuousClock.now - started).components
      return IngestedFile(
        path: path, root: root, state: FileState(signature, digest: digest), outcome: outcome,
        reader: version(of: path, isWhole: outcome.isWhole),
        format: format?.rawValue, readAt: Int64(time(nil)), micros: took.seconds * 1_000_000 + took.attoseconds / 1_000_000_000_000,
        userNames: names)
    }
    for _ in 0..<Self.attempts {
      guard let before = FileSignature(of: path) else { return nil }
      let result = outcome(path, known, extractor, keepsPlaces, whenLarge)
      // Whatever was being read then may be half of a document; the next load reads it whole.
      if reader.isStopped() { return nil }
      guard let after = FileSignature(of: path) else { return nil }
      // What changed while it was read is read again: half a document is no document.
      if before == after { return file(before, digest: result.digest, result.outcome, format: result.format) }
    }
    guard let last = FileSignature(of: path) else { return nil }
    return file(last, digest: [], .failed(reason: Self.unsettled), format: nil)
  }

  /// Whether the file kept changing. What the library has of such a file is better than nothing, and stays until it can be read.
  static func isUnsettled(_ file: IngestedFile) -> Bool {
    if case .failed(unsettled) = file.outcome { true } else { false }
  }

  private static let unsettled = "it kept changing while it was read; it is read again when its writer is done"
  private static let cut = "names more things, more often, than is kept: not every place of them is marked"
  private static let attempts = 3
  /// Reading and extracting more text than this leaves so much freed memory behind that it is worth giving back before the text is stored.
  private static let large = 8 << 20
  /// To be raised whenever the readers make something else of the same bytes.
  private static let readingVersion = 3

  private func outcome(
    _ path: DocumentPath, _ known: KnownFile?, _ extractor: Extractor, _ keepsPlaces: Bool, _ whenLarge: (() -> Void)?
  ) -> (digest: [UInt8], outcome: IngestedFile.Outcome, format: DocumentFormat?) {
    do throws(ReadingError) {
      let file = try loader.load(path)
      let digest = file.digest.bytes
      if let known, known.state.digest == digest, known.reader == version(of: path, isWhole: true), known.status == .read {
        return (digest, .read([]), nil)
      }
      do throws(ReadingError) {
        let reading = try reader.read(consume file, path: path, whenLarge: whenLarge)
        let stories = reading.stories.map { story in
          var ingested = IngestedStory(story, extractor.findings(in: story))
          if !keepsPlaces { ingested.dropPlaces() }
          return ingested
        }
        if stories.reduce(0, { $0 + $1.story.text.utf8.count }) > Self.large { rw_give_memory_back() }
        let notes = stories.contains { $0.findings.isCut } ? reading.notes + [Self.cut] : reading.notes
        return (digest, .read(stories, notes: notes), reading.format)
      } catch {
        return (digest, Self.outcome(of: error), Self.claimedFormat(of: path))
      }
    } catch {
      return ([], Self.outcome(of: error), Self.claimedFormat(of: path))
    }
  }

  /// As `readerVersion` says; most files need no look at the helper programs for it.
  private func version(of path: DocumentPath, isWhole: Bool) -> String {
    if isWhole, DocumentFormat(claimedBy: path)?.usesHelpers != true { return program }
    return readerVersion.of(path, isWhole: isWhole)
  }

  /// The format that the file's name claims, for the ledger.
  private static func claimedFormat(of path: DocumentPath) -> DocumentFormat? {
    path.fileExtension.isEmpty ? nil : DocumentFormat(claimedBy: path)
  }

  private static func outcome(of error: ReadingError) -> IngestedFile.Outcome {
    switch error {
    case .empty, .binary, .tooLarge, .unsupported, .noText, .notKnown, .unknownTable, .notAFile, .needsPassword, .onlyPictures,
      .helperMissing:
      .skipped(reason: error.reason)
    case .damaged, .cannotOpen, .helperFailed: .failed(reason: error.reason)
    }
  }
}

extension IngestedFile.Outcome {
  /// Whether nothing of the file is missing.
  fileprivate var isWhole: Bool {
    if case .read(_, let notes) = self { notes.isEmpty } else { false }
  }
}

extension FileState {
  init(_ signature: FileSignature, digest: [UInt8]) {
    self.init(size: signature.size, mtimeNanoseconds: signature.modified, device: signature.device, inode: signature.inode, digest: digest)
  }

  func matches(_ signature: FileSignature) -> Bool {
    size == signature.size && mtimeNanoseconds == signature.modified && device == signature.device && inode == signature.inode
  }
}

extension ContentDigest {
  var bytes: [UInt8] { withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) } }
}
