import ArgumentParser
import Dashboard
import EntityExtraction
import Foundation
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import Synchronization
import TerminalCanvas
import Themes

/// A library of generated stories, made without files.
enum GeneratedLibrary {
  static func fill(_ library: Library, stories: Int) throws {
    var documents = GeneratedDocuments()
    let extractor = Extractor(lexicon: .builtIn)
    let root = DocumentPath("/generated")
    for start in stride(from: 0, to: stories, by: 4000) {
      var batch = IngestBatch(today: LoadBench.today)
      let texts = (start..<min(start + 4000, stories)).map { ($0, documents.next()) }
      let files = Mutex([IngestedFile?](repeating: nil, count: texts.count))
      DispatchQueue.concurrentPerform(iterations: texts.count) { index in
        let (number, (date, text)) = texts[index]
        let end = text.utf8.firstIndex(of: 10).map { text.utf8.distance(from: text.utf8.startIndex, to: $0) } ?? 0
        let story = Story(
          title: String(decoding: text.utf8.prefix(end), as: UTF8.self), text: text, bodyStart: end, date: date, dateOrigin: .dateline)
        let digest = withUnsafeBytes(of: number.bigEndian) { Array($0) }
        let file = IngestedFile(
          path: root.appending(Array("\(number).txt".utf8)), root: root,
          state: FileState(size: Int64(text.utf8.count), mtimeNanoseconds: Int64(number), digest: digest),
          outcome: .read([IngestedStory(story, extractor.findings(in: story))]), reader: "bench")
        files.withLock { $0[index] = file }
      }
      batch.files = files.withLock { $0.compactMap(\.self) }
      try library.commit(batch)
    }
    try library.finishLoading()
  }
}

/// A dashboard without a terminal: messages in, effects carried out at once, frames drawn.
struct Bystander {
  var state: DashboardState
  let library: Library
  let theme = ThemeCatalog.builtIn.standard

  init(library: Library, size: Size = Size(columns: 200, rows: 50)) {
    self.library = library
    state = DashboardState(DashboardSetup(folders: ["~/generated"], size: size, today: LoadBench.today))
  }

  /// Carries out what was asked until nothing is, then draws.
  @discardableResult
  mutating func settle(_ effects: [Effect]) throws -> Canvas {
    var pending = effects
    while !pending.isEmpty {
      switch pending.removeFirst() {
      case .ask(let request): pending += update(&state, with: .answered(try library.answer(request)))
      case .loadRows(let ids): pending += update(&state, with: .rowsLoaded(try library.rows(of: ids)))
      case .openStory(let id, let query):
        if let detail = try library.detail(of: id) {
          pending += update(&state, with: .storyLoaded(detail, hits: try library.highlights(of: query, in: id)))
        }
      default: continue
      }
    }
    return render(state, theme: theme).canvas
  }

  mutating func press(_ key: Key) throws -> Canvas { try settle(update(&state, with: .key(key))) }
}

/// Opening a library to its first full frame, against reading its file.
struct OpenBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a library to the first full frame; floor: SQLite opens it and counts.")
  @Option(help: "How many stories.") var count = 100_000
  @Option(help: "How often.") var runs = 9

  func run() throws {
    let folder = try ScratchFolder()
    let path = DocumentPath(folder.path + "/library.sqlite")
    let names = Lexicon.builtIn.entityNames
    try GeneratedLibrary.fill(try Library.open(path, entityNames: names), stories: count)
    var open = Timing()
    var floor = Timing()
    for _ in 0..<runs {
      try floor.measure { try RawDatabase.countStories(path.text) }
      try open.measure {
        var bystander = Bystander(library: try Library.open(path, entityNames: names))
        try bystander.settle(start(&bystander.state))
      }
    }
    report("open to the first frame, \(count) stories", open, floor: ("open with SQLite and count the stories", floor))
  }
}

/// From a key to the frame that shows what it did, on 200 × 50 cells; against drawing that frame alone.
struct FrameBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", abstract: "Key to frame and filter to frame; floor: drawing the frame.")
  @Option(help: "How many stories.") var count = 100_000
  @Option(help: "How many keys.") var keys = 400

  func run() throws {
    let folder = try ScratchFolder()
    let library = try Library.open(DocumentPath(folder.path + "/library.sqlite"), entityNames: Lexicon.builtIn.entityNames)
    try GeneratedLibrary.fill(library, stories: count)
    var bystander = Bystander(library: library)
    try bystander.settle(start(&bystander.state))
    var draw = Timing()
    for _ in 0..<keys { draw.measure { _ = render(bystander.state, theme: bystander.theme) } }

    var moves = Timing()
    for number in 0..<keys {
      let key: Key = number % 40 == 39 ? .character("G") : number % 40 == 19 ? .pageDown : .character("j")
      _ = try moves.measure { try bystander.press(key) }
    }
    report("key to frame, \(count) stories", moves, floor: ("drawing a frame", draw))

    // On the agencies pane, each key filters by another agency and takes the filter off again.
    _ = try bystander.press(.character("2"))
    var filters = Timing()
    for _ in 0..<(keys / 8) {
      _ = try filters.measure { try bystander.press(.character(" ")) }
      _ = try filters.measure { try bystander.press(.character(" ")) }
      _ = try bystander.press(.character("j"))
    }
    report("filter to frame", filters, floor: ("drawing a frame", draw))

    var searches = Timing()
    _ = try bystander.press(.character("/"))
    for character in "stablecoin reserves" { _ = try searches.measure { try bystander.press(.character(character)) } }
    report("typing a search, each key to frame", searches, floor: ("drawing a frame", draw))
  }
}

/// From the close of a written file to the frame that shows its story.
struct LandBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "land", abstract: "A file lands in a watched folder, to the frame that shows it.")
  @Option(help: "How many stories there are already.") var count = 20_000
  @Option(help: "How often.") var runs = 50

  func run() throws {
    let folder = try ScratchFolder()
    let library = try Library.open(DocumentPath(folder.path + "/library.sqlite"), entityNames: Lexicon.builtIn.entityNames)
    try GeneratedLibrary.fill(library, stories: count)
    let watched = try ScratchFolder()
    let news = Mutex<[CommitReport]>([])
    let arrived = DispatchSemaphore(value: 0)
    let ready = DispatchSemaphore(value: 0)
    let live = LiveFolders(
      [DocumentPath(watched.path)], ingestor: Ingestor(library: library, files: FileIngestion(extractor: Extractor(lexicon: .builtIn))),
      pollSeconds: 4, today: { LoadBench.today },
      tell: { one in
        switch one {
        case .committed(let report):
          news.withLock { $0.append(report) }
          arrived.signal()
        case .ended(_, wasFirst: true): ready.signal()
        default: break
        }
      })
    defer { live.end() }
    ready.wait()
    var bystander = Bystander(library: library)
    try bystander.settle(start(&bystander.state))
    var documents = GeneratedDocuments(seed: 99)
    var landing = Timing()
    for number in 0..<runs {
      let (_, text) = documents.next()
      let target = URL(fileURLWithPath: "\(watched.path)/new-\(number).txt")
      let data = Data(text.utf8)
      try landing.measure {
        try data.write(to: target)
        arrived.wait()
        let report = news.withLock { $0.removeFirst() }
        try bystander.settle(
          update(&bystander.state, with: .committed(added: report.added, changed: report.changed, removed: report.removed, report.revision))
        )
      }
    }
    report("a file lands, to the frame that shows it", landing)
  }
}
