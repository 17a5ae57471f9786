import ArgumentParser
import CursesTerminal
import Glibc
import RegulatoryModel

/// The program. Without a subcommand it is the dashboard.
@main
struct Regwatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regwatch",
    abstract: "A dashboard for crypto regulatory monitoring, over folders of documents.",
    usage: """
      regwatch [<folders> ...] [--theme <theme>] [--ascii] [--library <library>]
      regwatch <subcommand>
      """,
    discussion: """
      Reads news stories, press releases, notices and bills from local folders, works out which exchanges, agencies, bills and price moves \
      they are about, and shows them. Nothing leaves this computer, and no file of yours is ever written to.

      Exit codes: 0 done; 1 done, but something was skipped or nothing matched; 2 could not start, or bad usage.
      """,
    version: "regwatch 0.1.0",
    subcommands: [
      OpenDashboard.self, Index.self, List.self, Show.self, Why.self, Facets.self, Extract.self, Watch.self, ListThemes.self, ListKeys.self,
      Coverage.self, Doctor.self,
    ],
    defaultSubcommand: OpenDashboard.self)

  static func main() {
    // Before any thread exists: signals reach the screen's loop through a descriptor, also where a library starts threads of its own.
    if CommandLine.arguments.count >= 1 { StandardStreams.prepare() }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let closed as OutputClosed {
      if closed.isPipe { Glibc.exit(0) }
      StandardStreams.complain("Cannot write the output: \(closed.reason)")
      Glibc.exit(ExitStatus.failed.rawValue)
    } catch let problem as CommandFailure {
      for one in problem.problems { StandardStreams.complain(one) }
      Glibc.exit(ExitStatus.failed.rawValue)
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code == .success {
        if !text.isEmpty { try? StandardStreams.print(text) }
        Glibc.exit(0)
      }
      if error is ExitCode { Glibc.exit(code.rawValue) }
      StandardStreams.complain(verbatim: text.hasPrefix("Error: ") ? "regwatch: " + text.dropFirst(7) : text)
      Glibc.exit(ExitStatus.failed.rawValue)
    }
  }
}

/// Why a command could not start; exit code 2.
struct CommandFailure: Error {
  var problems: [Problem]
  init(_ problems: Problem...) { self.problems = problems }
}

extension Regwatch {
  struct LibraryOption: ParsableArguments {
    @Option(help: "The library file. [default: $XDG_DATA_HOME/regwatch/library.sqlite]", completion: .file(extensions: ["sqlite"]))
    var library: String?
  }
}
