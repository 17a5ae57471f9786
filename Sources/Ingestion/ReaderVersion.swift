import DocumentReading
import RegulatoryModel

/// Under what a file was read, as the ledger says it: with another of these the same bytes may give another result.
///
/// A file that was read whole depends on regwatch, and where a helper program reads its format, on that. One that was skipped, failed or
/// read in part may also depend on the limits and on the helper programs that there were, so its version holds those too, and a change of
/// them has it read again.
package struct ReaderVersion: Hashable, Sendable {
  private let program: String
  private let circumstances: String
  /// For the formats that helper programs read, which come and go: those programs as they were when this was made.
  private var byFormat: [DocumentFormat: String] = [:]

  /// - Parameter helpers: what tells the helper programs that are there from others; empty where there are none.
  package init(program: String, limits: ReadingLimits = .standard, helpers: String = "") {
    self.program = program
    let told = ReadingLimit.all.map { "\($0.name)=\($0.value(in: limits))" } + [helpers]
    // The same in every run, as Swift's own hashes are not.
    circumstances = program + "/" + Array(told.joined(separator: "\n").utf8).withUnsafeBytes { ContentDigest(of: $0) }.text
  }

  init(program: String, reader: DocumentReader) {
    let prints = DocumentFormat.allCases.map { ($0, reader.fingerprint(of: $0)) }.filter { !$0.1.isEmpty }
    self.init(program: program, limits: reader.limits, helpers: prints.map(\.1).joined(separator: "\n"))
    for (format, print) in prints { byFormat[format] = "\(program).\(print)" }
  }

  /// - Parameter isWhole: whether nothing of the file is missing.
  package func of(_ path: DocumentPath, isWhole: Bool) -> String {
    guard isWhole else { return circumstances }
    return byFormat.isEmpty ? program : DocumentFormat(claimedBy: path).flatMap { byFormat[$0] } ?? program
  }
}
