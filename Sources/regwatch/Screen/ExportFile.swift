import Dashboard
import Foundation
import RegulatoryModel
import StoryLibrary

/// Writes a list of stories to a file of the user's choice, whole or not at all.
enum ExportFile {
  static func write(_ ids: [StoryID], format: ExportFormat, path: String, library: Library) -> Message {
    let target = UserFolders().absolute(path)
    guard !FileManager.default.fileExists(atPath: target) else {
      return .problem(Problem("Cannot export to \(path)", why: "there is a file of that name", remedy: "choose another name"))
    }
    var lines: [String] = []
    do {
      try StoryListText.write(ids, format: Regwatch.List.Format(format), library: library) { lines.append($0) }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch let failure as CommandFailure {
      return .problem(failure.problems.first ?? Problem("Cannot export to \(path)", why: "the library can’t be read"))
    } catch {
      return .problem(Problem("Cannot export to \(path)", why: (error as NSError).localizedDescription, remedy: "choose another place"))
    }
    return .notice("\(ids.count) stories written to \(path)")
  }
}

extension Regwatch.List.Format {
  init(_ format: ExportFormat) {
    switch format {
    case .csv: self = .csv
    case .json: self = .json
    case .jsonl: self = .jsonl
    case .markdown: self = .markdown
    case .table: self = .table
    }
  }
}
