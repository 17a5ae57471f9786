import Glibc
import RegulatoryModel

/// The inotify watches on one tree of folders. Used by one thread only.
///
/// A class because it owns the kernel's descriptor.
final class InotifyTree {
  let descriptor: Int32
  private var folders: [Int32: DocumentPath] = [:]
  private var watches: [DocumentPath: Int32] = [:]
  private var roots: Set<DocumentPath> = []
  /// New folders in a mail folder whose names begin with a dot: watched for whether they become mail folders too.
  private var budding: Set<DocumentPath> = []

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  /// Nil where the system has no more inotify instances for this user.
  init?() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Watches the folder and all below it. Returns nil, or why it can't (the limit on watches, a file system that needs polling).
  func add(root: DocumentPath) -> String? {
    roots.insert(root)
    var discarded = EventBatch()
    if let reason = watch(tree: root, reporting: false, into: &discarded) {
      remove(tree: root)
      roots.remove(root)
      return reason
    }
    return nil
  }

  func remove(tree: DocumentPath) {
    for (path, watch) in watches where path.isInside(tree) {
      inotify_rm_watch(descriptor, watch)
      watches[path] = nil
      folders[watch] = nil
      budding.remove(path)
    }
  }

  /// Reads what the kernel has to tell. Roots that vanished, and roots that can no longer be watched (with the reason), are returned beside.
  func read(into batch: inout EventBatch) -> (vanished: [DocumentPath], unwatchable: [DocumentPath: String]) {
    var vanished: [DocumentPath] = []
    var unwatchable: [DocumentPath: String] = [:]
    withUnsafeTemporaryAllocation(byteCount: 64 * 1024, alignment: 8) { buffer in
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        var offset = 0
        while offset < count {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let nameStart = offset + MemoryLayout<inotify_event>.size
          let name = Array(buffer[nameStart..<(nameStart + Int(event.len))].prefix { $0 != 0 })
          offset = nameStart + Int(event.len)
          handle(event, name, &batch, &vanished, &unwatchable)
        }
      }
    }
    return (vanished, unwatchable)
  }

  private func handle(
    _ event: inotify_event, _ name: [UInt8], _ batch: inout EventBatch, _ vanished: inout [DocumentPath],
    _ unwatchable: inout [DocumentPath: String]
  ) {
    func has(_ flag: Int) -> Bool { event.mask & UInt32(truncatingIfNeeded: flag) != 0 }
    if has(Int(IN_Q_OVERFLOW)) {
      for root in roots { batch.add(.rescan(root)) }
      return
    }
    guard let folder = folders[event.wd] else { return }
    if has(Int(IN_DELETE_SELF)) || has(Int(IN_MOVE_SELF)) {
      // A folder below a root tells its parent too, under its name; only a root has nobody else to tell.
      guard roots.contains(folder) else { return }
      remove(tree: folder)
      roots.remove(folder)
      batch.add(.rescan(folder))
      vanished.append(folder)
      return
    }
    if has(Int(IN_IGNORED)) {
      folders[event.wd] = nil
      if watches[folder] == event.wd { watches[folder] = nil }
      budding.remove(folder)
      return
    }
    if budding.contains(folder) { return grown(folder, &batch) }
    guard !name.isEmpty else { return }
    let path = folder.appending(name)
    if FolderWalk.passedOver(name, in: folder) != nil, watches[path] == nil {
      if has(Int(IN_ISDIR)), has(Int(IN_CREATE)), name.first == 0x2E, FolderWalk.isMaildir(folder) { watchBudding(path, &batch) }
      return
    }
    if has(Int(IN_ISDIR)) {
      if has(Int(IN_MOVED_FROM)) || has(Int(IN_DELETE)) {
        remove(tree: path)
        batch.add(.removed(path))
      } else if has(Int(IN_CREATE)) || has(Int(IN_MOVED_TO)) {
        // A folder can fill between its making and our watch, so watch first and look after.
        if let reason = watch(tree: path, reporting: true, into: &batch), let root = roots.first(where: { path.isInside($0) }) {
          unwatchable[root] = reason
        }
      }
      return
    }
    if has(Int(IN_MOVED_FROM)) || has(Int(IN_DELETE)) {
      batch.add(.removed(path))
      // A link to a folder is no directory to the kernel, but stood for one.
      remove(tree: path)
    } else if has(Int(IN_CLOSE_WRITE)) || has(Int(IN_MOVED_TO)) {
      batch.add(.written(path))
    } else if has(Int(IN_CREATE)) {
      var status = stat()
      guard path.withCString({ lstat($0, &status) }) == 0 else { return }
      // A new link, hard or symbolic, is whole from the start: nobody will write and close it.
      if status.st_mode & S_IFMT == S_IFLNK {
        if path.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR {
          _ = watch(tree: path, reporting: true, into: &batch)
        } else {
          batch.add(.written(path))
        }
      } else if status.st_nlink > 1 {
        batch.add(.written(path))
      }
    }
  }

  /// A mail program makes a subfolder first, and what makes it one after: so it is watched until then.
  private func watchBudding(_ folder: DocumentPath, _ batch: inout EventBatch) {
    let watch = folder.withCString { inotify_add_watch(descriptor, $0, Self.mask) }
    guard watch >= 0 else { return }
    folders[watch] = folder
    watches[folder] = watch
    budding.insert(folder)
    grown(folder, &batch)
  }

  private func grown(_ folder: DocumentPath, _ batch: inout EventBatch) {
    guard FolderWalk.isMaildir(folder) else { return }
    budding.remove(folder)
    _ = watch(tree: folder, reporting: true, into: &batch)
  }

  /// Watches all folders of a tree; reports the files met on the way, if asked to. Nil, or why it can't.
  private func watch(tree: DocumentPath, reporting: Bool, into batch: inout EventBatch) -> String? {
    var reason: String?
    var walk = FolderWalk()
    walk.walk(tree) { entry in
      switch entry {
      case .folder(let folder):
        if let kind = FileSystemKind.reasonToPoll(folder) {
          reason = "it lies on \(kind), where changes made elsewhere are not announced"
          return false
        }
        let watch = folder.withCString { inotify_add_watch(descriptor, $0, Self.mask) }
        if watch >= 0 {
          // The same folder under a new name keeps its watch.
          if let old = folders[watch], old != folder { watches[old] = nil }
          folders[watch] = folder
          watches[folder] = watch
        } else if errno == ENOSPC {
          reason = "the system’s limit on watched folders is reached (fs.inotify.max_user_watches)"
          return false
        }
      case .file(let path, _): if reporting { batch.add(.written(path)) }
      case .skipped: break
      }
      return true
    }
    return reason
  }
}
