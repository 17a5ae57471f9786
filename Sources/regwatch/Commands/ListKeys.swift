import ArgumentParser
import Dashboard

extension Regwatch {
  struct ListKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keys", abstract: "List the keys and what they do, as you have bound them.",
      discussion: "The names on the left are what keys.toml and the : prompt take.")

    func run() throws {
      let session = Session()
      let (map, problems) = KeyFile.load(
        from: session.userFolders.configuration + "/keys.toml", preset: KeyPreset(rawValue: session.configuration.keys) ?? .vim)
      var table = TextTable([.init(title: "action"), .init(title: "keys"), .init(title: "does")])
      for info in ActionTable.all {
        table.rows.append([info.action.rawValue, map.keys(of: info.action).map(\.name).joined(separator: " "), info.help])
      }
      try table.lines().forEach(StandardStreams.printDocument)
      for problem in session.warnings + problems { StandardStreams.complain(problem) }
      try (problems.isEmpty ? ExitStatus.done : .incomplete).end()
    }
  }
}
