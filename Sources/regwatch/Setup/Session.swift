import DocumentReading
import EntityExtraction
import Foundation
import Ingestion
import RegulatoryModel
import StoryLibrary

/// What every command starts from: the user's folders and configuration, the lexicon, and where the library lies.
struct Session {
  let userFolders = UserFolders()
  let configuration: Configuration
  let lexicon: Lexicon
  /// What was wrong with the user's own files; each is a warning, none stops a command.
  let warnings: [Problem]
  private let libraryOption: String?

  init(library: String? = nil) {
    libraryOption = library
    let (configuration, configurationWarnings) = Configuration.load(from: userFolders.configuration + "/config.toml")
    self.configuration = configuration
    lexicon = Lexicon.extended(byFolder: userFolders.names)
    warnings = configurationWarnings + lexicon.problems
  }

  /// Tells the warnings on standard error, for commands without a screen.
  func tellWarnings() { for warning in warnings { StandardStreams.complain(warning) } }

  /// Where the user's own names are.
  var namesFolder: String { userFolders.names }

  var libraryPath: String { userFolders.absolute(libraryOption ?? configuration.library ?? userFolders.library) }

  /// The folders named on the command line, else those of the configuration.
  func roots(_ named: [String]) -> [DocumentPath] {
    RootFolders.distinct((named.isEmpty ? configuration.folders : named).map(userFolders.absolute))
  }

  var files: FileIngestion {
    let limits = configuration.limits
    return FileIngestion(loader: FileLoader(limits: limits), reader: DocumentReader(limits: limits), extractor: Extractor(lexicon: lexicon))
  }

  /// Opens the library, making it and its folder where there is none.
  func openLibrary(at path: String? = nil) throws(Problem) -> Library {
    let path = path ?? libraryPath
    let folder = (path as NSString).deletingLastPathComponent
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw Problem(
        "Cannot make the folder \(folder)", why: (error as NSError).localizedFailureReason ?? "the system refuses",
        remedy: "name another library with --library")
    }
    do { return try Library.open(DocumentPath(path), entityNames: lexicon.entityNames) } catch { throw error.problem }
  }

  /// Opens a library that must be there already, for commands that only ask.
  func openExistingLibrary() throws(Problem) -> Library {
    guard FileManager.default.fileExists(atPath: libraryPath) else {
      throw Problem("There is no library at \(libraryPath)", why: "nothing has been loaded yet", remedy: "run regwatch index FOLDER first")
    }
    return try openLibrary()
  }
}
