import EntityExtraction
import Synchronization

/// The extractor in use, which can be exchanged while files are being read.
///
/// A class because readers on many threads and whoever exchanges it share it.
package final class CurrentExtractor: Sendable {
  private let value: Mutex<Extractor>

  package init(_ extractor: Extractor) { value = Mutex(extractor) }

  package var extractor: Extractor { value.withLock { $0 } }

  package func use(_ extractor: Extractor) { value.withLock { $0 = extractor } }
}
