import DocumentReading
import Glibc

/// Under what a file was read, as the ledger says it: with another of these the same bytes may give another result.
///
/// A file that was read whole depends on regwatch alone. One that was skipped, failed or read in part may also depend on the limits and on
/// the helper programs that there were, so its version holds those too, and a change of them has it read again.
package struct ReaderVersion: Hashable, Sendable {
  /// Of files that were read whole.
  package let whole: String
  /// Of all others.
  package let incomplete: String

  package init(whole: String, incomplete: String) {
    self.whole = whole
    self.incomplete = incomplete
  }

  /// - Parameter helpers: the full paths of the helper programs that are there.
  package init(program: String, limits: ReadingLimits, helpers: [String] = Self.helpersThere()) {
    whole = program
    let circumstances = ReadingLimit.all.map { "\($0.name)=\($0.value(in: limits))" } + helpers
    incomplete = program + "/" + String(Self.digest(circumstances.joined(separator: "\n")), radix: 36)
  }

  package func of(_ isWhole: Bool) -> String { isWhole ? whole : incomplete }

  /// Programs that some formats are read with.
  package static let helperNames = ["pdftotext"]

  /// Those found in the folders of PATH.
  package static func helpersThere(path: String? = getenv("PATH").map { String(cString: $0) }) -> [String] {
    let folders = (path ?? "").split(separator: ":")
    return helperNames.compactMap { name in folders.lazy.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 } }
  }

  /// FNV-1a: the same in every run, as Swift's own hashes are not.
  private static func digest(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
