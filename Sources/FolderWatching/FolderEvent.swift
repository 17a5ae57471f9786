import RegulatoryModel

/// Something that changed under a watched folder.
package enum FolderEvent: Hashable, Sendable {
  /// A file was written and closed, or moved in.
  case written(DocumentPath)
  /// A file, or a folder with all that was in it, is gone.
  case removed(DocumentPath)
  /// Changes may have been missed here (a full event queue, a folder that vanished or came back): look at everything below.
  case rescan(DocumentPath)
}

/// How one folder is watched.
package enum WatchMode: Hashable, Sendable {
  /// The kernel tells.
  case inotify
  /// Looked at again every few seconds, and why.
  case polling(reason: String)
  /// It isn't there at the moment; looked for every few seconds.
  case missing
}

/// Brings a burst of events down to one for each path, in the order in which the paths last changed.
package struct EventBatch: Sendable {
  private var order: [DocumentPath: Int] = [:]
  private var events: [FolderEvent?] = []

  /// A burst longer than this is handed on without waiting for its end.
  static let full = 512

  package init() {}

  package var count: Int { order.count }

  package mutating func add(_ event: FolderEvent) {
    let path: DocumentPath
    switch event {
    case .written(let changed), .removed(let changed), .rescan(let changed): path = changed
    }
    if let earlier = order[path] {
      if case .rescan = events[earlier] { return }
      events[earlier] = nil
    }
    order[path] = events.count
    events.append(event)
  }

  package var isEmpty: Bool { order.isEmpty }

  package mutating func take() -> [FolderEvent] {
    defer { self = EventBatch() }
    return events.compactMap(\.self)
  }
}
