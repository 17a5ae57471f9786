import Foundation

/// A new empty folder that is removed with everything in it when the last reference goes.
package final class TemporaryFolder: Sendable {
  package let url: URL
  package var path: String { url.path }

  package init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("regwatch-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // A test may have taken the right to write; without it nothing could be removed.
    if let inside = FileManager.default.enumerator(atPath: url.path) {
      for case let name as String in inside where (try? FileManager.default.contentsOfDirectory(atPath: url.path + "/" + name)) == nil {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path + "/" + name, isDirectory: &isFolder), isFolder.boolValue else { continue }
        try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.path + "/" + name)
      }
    }
    try? FileManager.default.removeItem(at: url)
  }

  /// The absolute path of a name in it.
  package func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file, with the folders above it, and returns its path.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  package func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }
}
