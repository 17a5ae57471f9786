import ArgumentParser
import TerminalCanvas
import Themes

extension Regwatch {
  struct ListThemes: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "themes", abstract: "List the themes.",
      discussion: "The built-in ones and yours, from themes/*.toml in the configuration folder. Switch with :theme NAME.")

    func run() throws {
      let session = Session()
      let catalog = ThemeCatalog.load(userFolder: session.userFolders.configuration + "/themes")
      var table = TextTable([.init(title: ""), .init(title: "theme"), .init(title: "for"), .init(title: "from")])
      for entry in catalog.entries {
        let ground = entry.theme.isDark.map { $0 ? "a dark background" : "a light background" } ?? "any background"
        table.rows.append([entry.theme.name == session.configuration.theme ? "*" : "", entry.theme.name, ground, entry.path ?? "built in"])
      }
      try table.lines().forEach(StandardStreams.printDocument)
      for problem in session.warnings + catalog.problems { StandardStreams.complain(problem) }
      try (catalog.problems.isEmpty ? ExitStatus.done : .incomplete).end()
    }
  }
}
