import FolderWatching
import Glibc
import RegulatoryModel

/// The folders to load, each once: no document may have two stories because two of the names lead to it.
enum RootFolders {
  /// Links are resolved, and a folder that is named twice, or lies in another one that is named, is left out. What is not there (a
  /// disk that is not mounted) keeps the name it was given, under which the library has its stories.
  static func distinct(_ paths: [String]) -> [DocumentPath] {
    var seen: Set<DocumentPath> = []
    let roots = paths.map(resolved).filter { seen.insert($0).inserted }
    return roots.filter { root in !roots.contains { $0 != root && holds($0, root) } }
  }

  private static func resolved(_ path: String) -> DocumentPath {
    guard let real = realpath(path, nil) else { return DocumentPath(path) }
    defer { free(real) }
    return DocumentPath(bytes: Array(UnsafeBufferPointer(start: real, count: strlen(real))).map { UInt8(bitPattern: $0) })
  }

  /// Whether a walk of the outer folder comes by the inner one: it does not enter hidden folders.
  private static func holds(_ outer: DocumentPath, _ inner: DocumentPath) -> Bool {
    guard inner.isInside(outer) else { return false }
    var folder = outer
    return inner.bytes.dropFirst(outer.bytes.count).split(separator: UInt8(ascii: "/")).allSatisfy { name in
      defer { folder = folder.appending(Array(name)) }
      return FolderWalk.passedOver(Array(name), in: folder) == nil
    }
  }
}
