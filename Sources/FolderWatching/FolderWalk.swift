import Glibc
import RegulatoryModel

/// What tells whether a file has changed without reading it.
package struct FileSignature: Hashable, Sendable {
  package var device: UInt64
  package var inode: UInt64
  /// Bytes.
  package var size: Int64
  /// Nanoseconds since 1970.
  package var modified: Int64

  package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
  }

  init(_ status: stat) {
    self.init(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec))
  }

  /// The signature of what the path leads to now, if that is a regular file.
  package init?(of path: DocumentPath) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }
}

/// One thing met on a walk.
package enum FolderEntry: Hashable, Sendable {
  case file(DocumentPath, FileSignature)
  /// A folder that will be entered next.
  case folder(DocumentPath)
  /// Left out, and why: a pipe, socket or device, a dangling link, a link loop, a hidden or half-downloaded file, a folder without permission.
  case skipped(DocumentPath, reason: String)
}

/// Visits everything below a folder, in the order of names, following links but never twice into the same folder.
package struct FolderWalk {
  private var entered: Set<FolderIdentity> = []

  package init() {}

  /// Calls `visit` for each entry below the root, or for the root itself where it is a file; a folder is visited before what is in it.
  ///
  /// - Parameter visit: returns false to stop the walk.
  /// - Returns: whether the walk came to its end.
  @discardableResult
  package mutating func walk(_ root: DocumentPath, visit: (FolderEntry) -> Bool) -> Bool {
    var status = stat()
    guard root.withCString({ stat($0, &status) }) == 0 else { return visit(.skipped(root, reason: Self.reason(errno))) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: break
    case S_IFREG: return visit(.file(root, FileSignature(status)))
    default: return visit(.skipped(root, reason: Self.special(status.st_mode)))
    }
    var pending = [root]
    entered.insert(FolderIdentity(status))
    guard visit(.folder(root)) else { return false }
    while let folder = pending.popLast() {
      guard let names = Self.names(in: folder) else {
        guard visit(.skipped(folder, reason: Self.reason(errno))) else { return false }
        continue
      }
      var below: [DocumentPath] = []
      for name in names {
        let path = folder.appending(name)
        if let reason = Self.passedOver(name, in: folder) {
          guard visit(.skipped(path, reason: reason)) else { return false }
          continue
        }
        guard path.withCString({ stat($0, &status) }) == 0 else {
          let reason = errno == ENOENT ? "a link to nothing" : Self.reason(errno)
          // What vanished between the listing and the look was simply removed; what may not be looked at is still there.
          var link = stat()
          let isGone = path.withCString { lstat($0, &link) } != 0 && errno == ENOENT
          if !isGone, !visit(.skipped(path, reason: reason)) { return false }
          continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: guard visit(.file(path, FileSignature(status))) else { return false }
        case S_IFDIR:
          guard entered.insert(FolderIdentity(status)).inserted else {
            guard visit(.skipped(path, reason: "a link to a folder that is read already")) else { return false }
            continue
          }
          guard visit(.folder(path)) else { return false }
          below.append(path)
        default: guard visit(.skipped(path, reason: Self.special(status.st_mode))) else { return false }
        }
      }
      pending.append(contentsOf: below.reversed())
    }
    return true
  }

  /// The number of the file system that the path lies on; nil where it can't be told.
  package static func device(of path: DocumentPath) -> UInt64? {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 ? UInt64(status.st_dev) : nil
  }

  /// Why a name is passed over without a look; nil for one that counts.
  package static func passedOver(_ name: [UInt8]) -> String? {
    if name.first == 0x2E { return "hidden" }
    let text = String(decoding: name, as: UTF8.self).lowercased()
    if text.hasSuffix("~") || (text.hasPrefix("#") && text.hasSuffix("#")) { return "an editor’s backup" }
    for ending in [".part", ".crdownload", ".download", ".partial", ".filepart", ".swp", ".tmp"] where text.hasSuffix(ending) {
      return "a temporary or half-downloaded file"
    }
    return nil
  }

  /// As `passedOver(_:)`, but for the subfolders of a mail folder: those begin with a dot (`.INBOX.Lists`), and are not hidden.
  package static func passedOver(_ name: [UInt8], in folder: DocumentPath) -> String? {
    guard let reason = passedOver(name) else { return nil }
    return name.first == 0x2E && isMaildir(folder.appending(name)) ? nil : reason
  }

  /// Whether mail is delivered into the folder: it has `cur` and `new`.
  static func isMaildir(_ folder: DocumentPath) -> Bool {
    ["cur", "new"].allSatisfy { name in
      var status = stat()
      return folder.appending(Array(name.utf8)).withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
  }

  package static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "it does not exist"
    case ELOOP: "its links go in a circle"
    case ENAMETOOLONG: "its name is too long"
    default: String(cString: strerror(code))
    }
  }

  private static func special(_ mode: mode_t) -> String {
    switch mode & S_IFMT {
    case S_IFIFO: "a pipe, not a file"
    case S_IFSOCK: "a socket, not a file"
    case S_IFCHR, S_IFBLK: "a device, not a file"
    default: "not a file"
    }
  }

  /// The names in a folder, sorted by their bytes; nil, with errno set, where it can't be listed.
  private static func names(in folder: DocumentPath) -> [[UInt8]]? {
    guard let handle = folder.withCString({ opendir($0) }) else { return nil }
    defer {
      let code = errno
      closedir(handle)
      errno = code
    }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(handle) else {
        // Half a listing would take the other half for removed.
        if errno != 0 { return nil }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

private struct FolderIdentity: Hashable {
  var device: UInt64
  var inode: UInt64
  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
