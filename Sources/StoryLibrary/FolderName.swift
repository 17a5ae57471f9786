import RegulatoryModel

/// Folder names as `source:` compares them.
enum FolderName {
  /// Whether a folder `inbox/2026/11` is, or lies in, the wanted one: `inbox`, `2026`, `inbox/2026` …, both in lower case.
  static func matches(_ folder: String, _ wanted: String) -> Bool { !wanted.isEmpty && "/\(folder)/".contains("/\(wanted)/") }

  /// The watched folder's own name and the path of the file's folder below it, with `name` the file's path from there.
  static func folderAndPath(of file: DocumentPath, under root: DocumentPath) -> (folder: String, path: String) {
    let rootBytes = root.bytes.last == 0x2F ? Array(root.bytes.dropLast()) : root.bytes
    let below =
      file.isInside(root) && file.bytes.count > rootBytes.count + 1 ? Array(file.bytes[(rootBytes.count + 1)...]) : Array(file.name.utf8)
    let rootName = DocumentPath(bytes: rootBytes).name
    let path = (rootName.isEmpty ? "" : rootName + "/") + String(decoding: below, as: UTF8.self)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return (folder, path)
  }
}
