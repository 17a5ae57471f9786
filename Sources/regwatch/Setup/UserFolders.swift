import Foundation

/// Where the user's files lie, by the XDG base directory specification
/// (https://specifications.freedesktop.org/basedir-spec/latest/).
struct UserFolders {
  var environment: [String: String] = ProcessInfo.processInfo.environment

  /// `config.toml`, `keys.toml`, `themes/`, `lexicon/`.
  var configuration: String { base("XDG_CONFIG_HOME", ".config") + "/regwatch" }
  /// `*.toml` of the user's own names, and `corrections.toml` among them.
  var names: String { configuration + "/lexicon" }
  /// `library.sqlite`.
  var data: String { base("XDG_DATA_HOME", ".local/share") + "/regwatch" }
  var library: String { data + "/library.sqlite" }

  var home: String { environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() }

  /// The specification says that a relative path in these variables is to be ignored.
  private func base(_ variable: String, _ otherwise: String) -> String {
    if let value = environment[variable], value.hasPrefix("/") { return value }
    return home + "/" + otherwise
  }

  /// With a leading `~` expanded, absolute, without `.` and `..`, and without a slash at the end.
  func absolute(_ path: String) -> String {
    var path = path
    if path == "~" || path.hasPrefix("~/") { path = home + path.dropFirst() }
    if !path.hasPrefix("/") {
      // In a folder that was deleted there is no current one: the path would come to mean one at the root of the disk.
      let current = FileManager.default.currentDirectoryPath
      guard current.hasPrefix("/") else { return path }
      path = current + "/" + path
    }
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// With the home folder written as `~`.
  func abbreviated(_ path: String) -> String {
    path == home ? "~" : path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}
