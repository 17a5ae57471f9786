import ArgumentParser
import Dashboard
import DocumentReading
import EntityExtraction
import FolderWatching
import Foundation
import RegulatoryModel
import StoryLibrary
import TerminalCanvas
import Themes

extension Regwatch {
  struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check terminal, configuration, library and folders.",
      discussion: """
        One line for each thing looked at; exit code 1 where something is not in order.

        --lexicon looks through the names instead: those compiled in, and your own in lexicon/*.toml, which look so:

        \(LexiconHelp.example.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n"))

        What it looks for:
        \(LexiconFault.Rule.allCases.map { "  \($0.rawValue): \($0.why)" }.joined(separator: "\n"))
        """)

    @Argument(help: "Folders to look at. [default: those of config.toml]", completion: .directory)
    var folders: [String] = []
    @OptionGroup var libraryOption: LibraryOption
    @Flag(help: "A damaged library is set aside and a new one made, with your marks as far as they can be read.")
    var repair = false
    @Flag(help: "Look through the names compiled in and your own, and nothing else.")
    var lexicon = false

    func run() throws {
      let session = Session(library: libraryOption.library)
      if lexicon { return try lookThroughNames(session) }
      var report = Report()
      terminal(&report)
      let keyProblems = KeyFile.load(
        from: session.userFolders.configuration + "/keys.toml", preset: KeyPreset(rawValue: session.configuration.keys) ?? .vim
      ).problems
      if session.warnings.isEmpty, keyProblems.isEmpty {
        report.say("configuration \(session.userFolders.configuration)", true, "no complaint")
      }
      for warning in session.warnings + keyProblems { report.complain(warning) }
      let catalog = ThemeCatalog.load(userFolder: session.userFolders.configuration + "/themes")
      report.say(
        "theme", catalog.theme(named: session.configuration.theme) != nil, "\(session.configuration.theme), of \(catalog.names.count)")
      for problem in catalog.problems { report.complain(problem) }
      report.say("lexicon", true, "\(session.lexicon.entityNames.count) things by name")
      for helper in HelperProgram.all {
        let path = HelperPrograms.ofThisProcess.path(of: helper)
        report.say("helper \(helper.name)", path != nil, path ?? "missing, for \(helper.purpose): install \(helper.package)")
      }
      library(session, &report)
      for root in session.roots(folders) { look(at: root, &report) }
      try report.lines.forEach(StandardStreams.printDocument)
      try (report.isFine ? ExitStatus.done : .incomplete).end()
    }

    private func lookThroughNames(_ session: Session) throws {
      var report = Report()
      let lexicon = session.lexicon
      let builtIn = LexiconCheck.builtIn()
      for fault in builtIn { report.complain(fault.problem) }
      if builtIn.isEmpty {
        report.say("names compiled in", true, "\(Lexicon.builtIn.entityNames.count) things, and nothing to complain of")
      }
      for problem in lexicon.problems { report.complain(problem) }
      let own = LexiconCheck.user(lexicon)
      for fault in own { report.complain(fault.problem) }
      if lexicon.problems.isEmpty, own.isEmpty {
        let count = lexicon.entryCount
        report.say(
          "your own names", true,
          count == 0 ? "none in \(session.namesFolder)" : "\(count == 1 ? "1 entry" : "\(count) entries"), and nothing to complain of")
      }
      try report.lines.forEach(StandardStreams.printDocument)
      try (report.isFine ? ExitStatus.done : .incomplete).end()
    }

    private func terminal(_ report: inout Report) {
      let environment = ProcessInfo.processInfo.environment
      let term = environment["TERM"] ?? ""
      let isUsable = !term.isEmpty && term != "dumb"
      report.say(
        "terminal", isUsable, isUsable ? "TERM=\(term)" : "TERM is “\(term)”: the dashboard needs a real one; the other commands do not")
      let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
      let isUTF8 = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
      report.say(
        "character set", true,
        isUTF8 ? locale : "the locale is “\(locale)”; UTF-8 is assumed. If the screen is garbled, set LANG=C.UTF-8 or ascii = true")
      if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false { report.say("colour", true, "off, by NO_COLOR") }
    }

    private func library(_ session: Session, _ report: inout Report) {
      let path = session.libraryPath
      guard FileManager.default.fileExists(atPath: path) else {
        report.say("library", true, "none yet at \(path)")
        return
      }
      do throws(LibraryError) {
        let library = try Library.open(DocumentPath(path), entityNames: session.lexicon.entityNames)
        let faults = try library.checkIntegrity()
        let statistics = try library.statistics()
        report.say(
          "library", faults.isEmpty,
          faults.isEmpty
            ? "\(path): \(statistics.stories) stories, \(statistics.databaseBytes >> 20) MB"
            : "\(path): " + faults.joined(separator: "; ") + (repair ? "" : " (run regwatch doctor --repair)"))
        for (status, count) in statistics.files.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          report.say("  files \(status.rawValue)", true, "\(count)")
        }
        if !faults.isEmpty { mend(path, &report) }
      } catch {
        report.complain(error.problem)
        if case .damaged = error { mend(path, &report) }
      }
    }

    private func mend(_ path: String, _ report: inout Report) {
      guard repair else { return }
      do throws(LibraryError) {
        let salvaged = try Library.salvage(DocumentPath(path))
        report.say(
          "repair", salvaged.losses.isEmpty,
          "the damaged library is now \(salvaged.damagedCopy); kept the marks of \(salvaged.markedStories) stories and \(salvaged.savedFilters) saved filters"
            + (salvaged.losses.isEmpty ? "" : "; lost: " + salvaged.losses.joined(separator: "; "))
            + ". Run regwatch index to load the folders again")
      } catch { report.complain(error.problem) }
    }

    private func look(at root: DocumentPath, _ report: inout Report) {
      var files = 0
      var unreadable: [String] = []
      var walk = FolderWalk()
      walk.walk(root) { entry in
        switch entry {
        case .file: files += 1
        case .skipped(let path, let reason):
          if reason == "permission denied" || path == root { unreadable.append("\(path.text): \(reason)") }
        case .folder: break
        }
        return true
      }
      report.say(
        "folder \(root.text)", unreadable.isEmpty,
        "\(files) files" + (unreadable.isEmpty ? "" : "; " + unreadable.prefix(5).joined(separator: "; ")))
    }
  }
}

/// The lines of a check-up, and whether all is well.
private struct Report {
  private(set) var lines: [String] = []
  private(set) var isFine = true

  mutating func say(_ thing: String, _ isInOrder: Bool, _ text: String) {
    lines.append("\(isInOrder ? "ok  " : "BAD ") \(thing): \(text)")
    isFine = isFine && isInOrder
  }

  mutating func complain(_ problem: Problem) {
    lines.append("BAD  \(problem)")
    isFine = false
  }
}
