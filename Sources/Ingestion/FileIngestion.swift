import DocumentReading
import EntityExtraction
import FolderWatching
import RegulatoryModel
import StoryLibrary

/// Reads and extracts one file. A value that every worker shares.
package struct FileIngestion: Sendable {
  package var loader: FileLoader
  package var reader: DocumentReader
  package var extractor: Extractor
  /// Changes whenever the same bytes may give another result, so that every file is then read anew.
  package var version: String

  package init(loader: FileLoader = FileLoader(), reader: DocumentReader = DocumentReader(), extractor: Extractor) {
    self.loader = loader
    self.reader = reader
    self.extractor = extractor
    version = "\(Self.readingVersion).\(Extractor.rulesVersion).\(String(extractor.lexicon.fingerprint, radix: 36))"
  }

  /// The file as the library takes it. Never fails: what goes wrong becomes the outcome's reason.
  ///
  /// - Parameter known: what the library has of it; the same digest saves the extraction.
  package func ingest(_ path: DocumentPath, root: DocumentPath, known: KnownFile?) -> IngestedFile? {
    for _ in 0..<Self.attempts {
      guard let before = FileSignature(of: path) else { return nil }
      let result = outcome(path, before, known)
      guard let after = FileSignature(of: path) else { return nil }
      // What changed while it was read is read again: half a document is no document.
      if before == after {
        return IngestedFile(
          path: path, root: root, state: FileState(before, digest: result.digest), outcome: result.outcome, reader: version)
      }
    }
    guard let last = FileSignature(of: path) else { return nil }
    return IngestedFile(
      path: path, root: root, state: FileState(last, digest: []),
      outcome: .failed(reason: Self.unsettled), reader: version)
  }

  /// Whether the file kept changing. What the library has of such a file is better than nothing, and stays until it can be read.
  static func isUnsettled(_ file: IngestedFile) -> Bool {
    if case .failed(unsettled) = file.outcome { true } else { false }
  }

  private static let unsettled = "it kept changing while it was read; it is read again when its writer is done"
  private static let attempts = 3
  /// To be raised whenever the readers make something else of the same bytes.
  private static let readingVersion = 1

  private func outcome(_ path: DocumentPath, _ signature: FileSignature, _ known: KnownFile?) -> (
    digest: [UInt8], outcome: IngestedFile.Outcome
  ) {
    let day = CalendarDay(secondsSinceEpoch: signature.modified / 1_000_000_000)
    do throws(ReadingError) {
      let file = try loader.load(path)
      let digest = file.digest.bytes
      if let known, known.state.digest == digest, known.reader == version, known.status == .read { return (digest, .read([])) }
      do throws(ReadingError) {
        let reading = try file.bytes.withUnsafeBufferPointer { bytes throws(ReadingError) in
          try reader.read(UnsafeRawBufferPointer(bytes), path: path, modified: day)
        }
        return (digest, .read(reading.stories.map { IngestedStory($0, extractor.findings(in: $0)) }, notes: reading.notes))
      } catch {
        return (digest, Self.outcome(of: error))
      }
    } catch {
      return ([], Self.outcome(of: error))
    }
  }

  private static func outcome(of error: ReadingError) -> IngestedFile.Outcome {
    switch error {
    case .empty, .binary, .tooLarge, .unsupported, .noText, .notAFile, .unknownTable: .skipped(reason: error.reason)
    case .damaged, .cannotOpen: .failed(reason: error.reason)
    }
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
