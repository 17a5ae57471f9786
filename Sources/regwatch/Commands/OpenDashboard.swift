import ArgumentParser
import CursesTerminal
import Dashboard
import EntityExtraction
import Foundation
import Ingestion
import RegulatoryModel
import StoryLibrary
import TerminalCanvas
import Themes

extension Regwatch {
  struct OpenDashboard: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dashboard",
      abstract: "The dashboard; what regwatch does without a subcommand.",
      discussion: """
        On the folders named, else on those of config.toml, else on the built-in sample documents. A folder that is called like a subcommand \
        is written ./index.
        """)

    @Argument(help: "Folders to load and watch.", completion: .directory)
    var folders: [String] = []
    @OptionGroup var libraryOption: LibraryOption
    @Option(help: "A theme, see regwatch themes.")
    var theme: String?
    @Flag(help: "Plain ASCII instead of box and block characters.")
    var ascii = false
    @Flag(help: "Do not watch the folders after loading them.")
    var noWatch = false

    func run() throws {
      let environment = ProcessInfo.processInfo.environment
      guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
        throw CommandFailure(
          Problem(
            "Cannot open the dashboard", why: "standard input and output are no terminal",
            remedy: "use regwatch list, facets or extract in scripts; regwatch --help names all"))
      }
      let session = Session(library: libraryOption.library)
      let named = session.roots(folders)
      for root in named where !FileManager.default.fileExists(atPath: root.text) && folders.count == 1 {
        throw CommandFailure(Problem("Cannot open \(root.text)", why: "it does not exist", remedy: "name a folder that does"))
      }
      var problems = session.warnings
      let catalog = ThemeCatalog.load(userFolder: session.userFolders.configuration + "/themes")
      problems += catalog.problems
      let themeName = theme ?? session.configuration.theme
      if catalog.theme(named: themeName) == nil { problems.append(catalog.unknown(themeName)) }
      let (keyMap, keyProblems) = KeyFile.load(
        from: session.userFolders.configuration + "/keys.toml", preset: KeyPreset(rawValue: session.configuration.keys) ?? .vim)
      problems += keyProblems

      let place = try Place.choose(named, session)
      CursesScreen.prepareSignals()
      let library = try Querying.opening { () throws(Problem) in try session.openLibrary(at: place.libraryPath) }
      var options = TerminalOptions(environment: environment)
      options.usesMouse = session.configuration.usesMouse
      let errors = ErrorLog(path: session.userFolders.data + "/dashboard.log")
      let screen: CursesScreen
      do { screen = try CursesScreen(options: options) } catch {
        errors.restore()
        throw CommandFailure(Problem("Cannot open the dashboard", why: error.description))
      }
      let setup = DashboardSetup(
        folders: place.roots.map { session.userFolders.abbreviated($0.text) }, isSamples: place.isSamples, size: screen.size,
        today: place.today(), keyMap: keyMap, glyphs: ascii || session.configuration.isASCII ? .ascii : .unicode,
        hasMouse: session.configuration.usesMouse,
        ruleWords: Dictionary(
          ExtractionRule.all.map { ($0.id.rawValue, RuleWords($0.sentence, confidence: $0.confidence.sentence)) },
          uniquingKeysWith: { first, _ in first }))
      let run = DashboardRun(
        screen: screen, setup: setup, library: library, place: place, files: session.files, namesFolder: session.namesFolder,
        catalog: catalog,
        themeName: themeName, pollSeconds: noWatch ? nil : session.configuration.pollSeconds)
      run.start(problems: problems)
      run.loop()
      run.finish()
      errors.restore()
    }
  }
}

/// Which documents the dashboard is about, and which library holds them.
struct Place: Sendable {
  var roots: [DocumentPath]
  var libraryPath: String
  var isSamples: Bool

  /// The samples have a library of their own, so that they are never mixed with anybody's documents.
  static func choose(_ roots: [DocumentPath], _ session: Session) throws -> Place {
    guard roots.isEmpty else { return Place(roots: roots, libraryPath: session.libraryPath, isSamples: false) }
    for base in [session.userFolders.data, NSTemporaryDirectory() + "regwatch-\(getuid())"] {
      do {
        try Samples.unpack(to: base + "/samples")
        return Place(roots: [DocumentPath(base + "/samples")], libraryPath: base + "/samples.sqlite", isSamples: true)
      } catch { continue }
    }
    throw CommandFailure(
      Problem(
        "Cannot unpack the sample documents", why: "no folder can be written to",
        remedy: "run regwatch FOLDER, with --library on a disk that can"))
  }

  /// The samples are looked at from the day of the newest.
  func today() -> CalendarDay { isSamples ? Samples.day : Clock.today() }
}
