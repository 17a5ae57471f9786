import Foundation
import Testing

/// Compares a text with the fixture `Goldens/NAME.txt` beside the test file, and tells the first lines that differ.
///
/// With `REGWATCH_RECORD=1` in the environment it writes the fixture instead.
package func expectGolden(
  named name: String, in testFile: String = #filePath, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent("Goldens")
  let file = folder.appendingPathComponent(name + ".txt")
  let text = text.hasSuffix("\n") ? text : text + "\n"
  if ProcessInfo.processInfo.environment["REGWATCH_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } catch {
      Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record("there is no fixture \(file.path); REGWATCH_RECORD=1 writes it. It would be:\n\(text)", sourceLocation: sourceLocation)
    return
  }
  guard data != Data(text.utf8) else { return }
  let difference = LineDifference.between(expected: String(decoding: data, as: UTF8.self), got: text)
  Issue.record("\(name) differs from its fixture:\n\(difference)", sourceLocation: sourceLocation)
}

/// The lines in which two texts differ, for a failure's message.
enum LineDifference {
  static func between(expected: String, got: String, atMost limit: Int = 12) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = got.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? String(old[index]) : nil
      let after = index < new.count ? String(new[index]) : nil
      if before == after { continue }
      if lines.count >= 2 * limit { return (lines + ["…"]).joined(separator: "\n") }
      lines.append("\(index + 1) expected \(before.map { "⟦\($0)⟧" } ?? "nothing")")
      lines.append("\(index + 1)      got \(after.map { "⟦\($0)⟧" } ?? "nothing")")
    }
    return lines.joined(separator: "\n")
  }
}
