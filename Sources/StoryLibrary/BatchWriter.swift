import Foundation
import GRDB
import RegulatoryModel

/// Writes one batch within one transaction, and makes the index that goes with it.
struct BatchWriter {
  private let db: Database
  private let today: CalendarDay
  private let revision: Int64
  private let files: FileTable
  private let stories: StoryTable
  private var index: LibraryIndex
  private let knownTerms: Int
  /// Whether some marked story is not here and may come back.
  private let marked: StoryBitmap
  private let awaitsStories: Bool

  private var nextStory: UInt32
  private var edits: [Int: [Int: StoryColumns?]] = [:]
  private var searches = SearchEdits()
  private var folding: [FoldWriter.Change] = []
  private var report: CommitReport
  private var isChanged = false
  /// With which of the user's names the library's findings are made; nil where that was never said.
  private let userNames: String?

  init(_ db: Database, index: LibraryIndex, today: CalendarDay) throws {
    self.db = db
    self.today = today
    self.index = index
    revision = index.revision + 1
    knownTerms = index.terms.count
    files = try FileTable(db)
    stories = try StoryTable(db)
    marked = index.marked
    awaitsStories = marked.intersectionCount(index.all) < marked.count
    nextStory = try Counters.nextStory(db)
    userNames = try UserNamesRecord.stored(db)?.digest
    report = CommitReport(revision: Revision(index.revision))
  }

  mutating func run(_ batch: IngestBatch) throws {
    let moved = try movedFiles(in: batch)
    for renaming in batch.renamed + moved { try rename(renaming) }
    // A file that was taken away and put there again is a changed one: its stories keep their numbers.
    let coming = Set(batch.files.map(\.path))
    for path in batch.removed where !coming.contains(path) { try remove(path) }
    for file in batch.files { try write(file) }
  }

  /// Stores terms, chunks and counters, and puts the new state into the index.
  mutating func finish(into target: inout LibraryIndex, folds memory: inout FoldMemory) throws -> CommitReport {
    guard isChanged else { return report }
    try writeFolds(&memory)
    try searches.apply(db)
    stories.letGo()
    let insert = try db.cachedStatement(sql: "INSERT INTO term(id, kind, text, name) VALUES (?, ?, ?, ?)")
    for number in knownTerms..<index.terms.count {
      let term = index.terms[UInt32(number)]
      try insert.execute(arguments: [number, term.kind.rawValue, term.text, index.terms.names[UInt32(number)]])
    }
    let store = try db.cachedStatement(sql: "INSERT OR REPLACE INTO story_chunk(number, revision, columns) VALUES (?, ?, ?)")
    var chunks: [(number: Int, chunk: StoryChunk)] = []
    for (number, changes) in edits.sorted(by: { $0.key < $1.key }) {
      let chunk = (number < index.chunks.count ? index.chunks[number] : StoryChunk()).replacing(changes)
      try store.execute(arguments: [number, revision, Data(chunk.encoded())])
      chunks.append((number, chunk))
    }
    try Counters.set("next_story", to: Int64(nextStory), db)
    try Counters.set("revision", to: revision, db)
    try Counters.set("content_revision", to: revision, db)
    index.revision = revision
    index.contentRevision = revision
    index.replace(chunks)
    target = index
    memory.committed(as: revision, after: revision - 1)
    report.revision = Revision(revision)
    report.added.sort()
    report.changed.sort()
    report.removed.sort()
    return report
  }

  private mutating func writeFolds(_ memory: inout FoldMemory) throws {
    guard !folding.isEmpty else { return }
    memory.begin(index)
    let newFolds = try newFolds(&memory)
    let added = Set(report.added), changed = Set(report.changed)
    for (story, fold) in newFolds.sorted(by: { $0.key < $1.key }) {
      guard var columns = columns(of: story), columns.fold != fold else { continue }
      columns.fold = fold
      edit(story, columns)
      let id = StoryID(Int64(story))
      if !added.contains(id), !changed.contains(id) { report.changed.append(id) }
    }
  }

  private func newFolds(_ memory: inout FoldMemory) throws -> [UInt32: UInt32] {
    var writer = FoldWriter(db) { columns(of: $0) }
    try writer.apply(folding, memory: &memory)
    return writer.newFolds
  }

  // MARK: - Files

  /// Files that are gone from one place and new, with the same digest, in another.
  private func movedFiles(in batch: IngestBatch) throws -> [IngestBatch.Renaming] {
    guard !batch.removed.isEmpty, !batch.files.isEmpty else { return [] }
    let taken = Set(batch.renamed.map(\.from))
    var gone: [[UInt8]: DocumentPath] = [:]
    for path in batch.removed where !taken.contains(path) {
      if let row = try files.row(path), !row.state.digest.isEmpty { gone[row.state.digest] = path }
    }
    var moved: [IngestBatch.Renaming] = []
    for file in batch.files {
      guard case .read = file.outcome, let from = gone[file.state.digest], try files.row(file.path) == nil else { continue }
      gone[file.state.digest] = nil
      moved.append(.init(from: from, to: file.path, root: file.root))
    }
    return moved
  }

  private mutating func rename(_ renaming: IngestBatch.Renaming) throws {
    guard renaming.from != renaming.to, let row = try files.row(renaming.from) else { return }
    try remove(renaming.to)
    try files.move(row.id, to: renaming.to, root: renaming.root)
    let kept = try stories.known(inFile: row.id)
    try place(kept.map(\.id), at: renaming.to, root: renaming.root)
    try renewMarks(kept.map(\.id))
    isChanged = true
  }

  /// Puts stories that stay as they are under another folder's name.
  private mutating func place(_ ids: [UInt32], at path: DocumentPath, root: DocumentPath) throws {
    let places = [
      index.terms.add(Term(.folder, FolderName.folderAndPath(of: path, under: root).folder)), index.terms.add(Term(.root, root.text)),
    ]
    for id in ids {
      guard var columns = columns(of: id) else { continue }
      columns.asked.removeAll { index.terms[$0].kind == .folder || index.terms[$0].kind == .root }
      columns.asked = (columns.asked + places).sorted()
      edit(id, columns)
      report.changed.append(StoryID(Int64(id)))
    }
  }

  private mutating func remove(_ path: DocumentPath) throws {
    guard let row = try files.row(path) else { return }
    for story in try stories.known(inFile: row.id) { try remove(story.id) }
    try files.remove(row.id)
    isChanged = true
  }

  private mutating func write(_ file: IngestedFile) throws {
    let known = try files.row(file.path)
    var ledger = FileTable.Ledger(file)
    // Extracted with names that somebody has changed meanwhile: it is to be read anew.
    if let stamp = file.userNames, let userNames, stamp != userNames { ledger.reader += "?" }
    switch file.outcome {
    case .read(let read, _):
      if let known, known.hasSameContent(as: file) {
        report.unchangedFiles += 1
        if known.root != file.root {
          try files.move(known.id, to: file.path, root: file.root)
          try place(try stories.known(inFile: known.id).map(\.id), at: file.path, root: file.root)
          isChanged = true
        }
        if known.state != file.state { try files.update(known.id, state: file.state) }
        return
      }
      try replaceStories(of: try store(file, over: known, ledger), known: known != nil, with: read, in: file)
    case .failed:
      _ = try store(file, over: known, ledger)
    case .skipped:
      let id = try store(file, over: known, ledger)
      if known != nil { for story in try stories.known(inFile: id) { try remove(story.id) } }
    }
  }

  private mutating func store(_ file: IngestedFile, over known: FileTable.FileRow?, _ ledger: FileTable.Ledger) throws -> Int64 {
    guard let known else {
      isChanged = true
      return try files.insert(file, ledger: ledger)
    }
    if known.ledger != ledger || known.root != file.root || known.state.digest != file.state.digest { isChanged = true }
    if known.root != file.root { try files.move(known.id, to: file.path, root: file.root) }
    try files.update(known.id, with: file, ledger: ledger)
    return known.id
  }

  // MARK: - Stories

  /// Replaces what a file held; stories that are still there keep their numbers, and those that are the same are left alone.
  private mutating func replaceStories(of fileID: Int64, known: Bool, with read: [IngestedStory], in file: IngestedFile) throws {
    isChanged = true
    let items = StoryItem.names(of: read.map(\.story))
    let before = known ? try stories.known(inFile: fileID) : []
    var left = Dictionary(before.map { ($0.item, $0) }) { first, _ in first }
    let folder = FolderName.folderAndPath(of: file.path, under: file.root).folder
    // A file with one story has the same one for ever, whatever it is called now.
    if before.count == 1, let item = items.first, items.count == 1 { left = [item: before[0]] }
    var kept: [UInt32] = []
    for (item, ingested) in zip(items, read) {
      if let old = left.removeValue(forKey: item) {
        kept.append(old.id)
        try update(old, item: item, with: ingested, folder: folder, root: file.root.text)
      } else {
        let id = try number(for: item, in: file)
        try insert(id, item: item, ingested, fileID: fileID, folder: folder, root: file.root.text)
        kept.append(id)
      }
    }
    for gone in left.values.sorted(by: { $0.id < $1.id }) { try remove(gone.id) }
    try renewMarks(kept)
  }

  /// The number that the story had when somebody marked it, if it is one that was gone; else a new one.
  private mutating func number(for item: String, in file: IngestedFile) throws -> UInt32 {
    if awaitsStories {
      let candidates = try stories.awaited(path: file.path, item: item, digest: file.state.digest)
      if let known = candidates.first(where: { marked.contains($0) && columns(of: $0) == nil }) { return known }
    }
    guard nextStory < Counters.lastStory else { throw MalformedBlob(detail: "no story numbers are left") }
    defer { nextStory += 1 }
    return nextStory
  }

  private mutating func insert(_ id: UInt32, item: String, _ ingested: IngestedStory, fileID: Int64, folder: String, root: String) throws {
    try stories.insert(id, item: item, ingested, fileID: fileID)
    let columns = StoryColumns(
      ingested.story, ingested.findings, mentionCounts: ingested.mentionCounts, folder: folder, root: root, addedDay: today.daysSinceEpoch,
      addedRevision: UInt32(clamping: revision),
      terms: &index.terms)
    edit(id, columns)
    searches.add(id, SearchEdits.Text(ingested.story))
    folding.append(.init(story: id, date: columns.date, sketch: ingested.sketch))
    report.added.append(StoryID(Int64(id)))
  }

  private mutating func update(_ old: StoryTable.Known, item: String, with ingested: IngestedStory, folder: String, root: String) throws {
    guard let before = columns(of: old.id) else { throw MalformedBlob(detail: "story \(old.id) is missing from its chunk") }
    var columns = StoryColumns(
      ingested.story, ingested.findings, mentionCounts: ingested.mentionCounts, folder: folder, root: root, addedDay: before.addedDay,
      addedRevision: before.addedRevision,
      terms: &index.terms)
    columns.fold = before.fold
    let findings = ingested.encodedFindings
    let isSame = try stories.isSame(old.id, item: item, as: ingested.story, findings: findings)
    if isSame && columns == before { return }
    let text = try stories.searchedText(of: old.id)
    try stories.update(old.id, item: item, ingested.story, findings: findings)
    if columns != before { edit(old.id, columns) }
    let newText = SearchEdits.Text(ingested.story)
    if text != newText { searches.replace(old.id, text, with: newText) }
    folding.append(.init(story: old.id, date: columns.date, sketch: ingested.sketch, foldBefore: before.fold))
    report.changed.append(StoryID(Int64(old.id)))
  }

  /// Puts new findings in the place of a story's.
  mutating func renew(_ story: StoryID, _ original: Story, _ findings: Findings, isSurelySame: Bool) throws {
    guard let id = UInt32(exactly: story.rawValue), let before = columns(of: id) else { return }
    let encoded = findings.encoded()
    guard try stories.hasOtherFindings(id, than: encoded, unlessOtherThan: isSurelySame ? nil : original) else { return }
    func place(_ kind: Term.Kind) -> String { before.asked.first { index.terms[$0].kind == kind }.map { index.terms.text($0) } ?? "" }
    var columns = StoryColumns(
      original, findings, folder: place(.folder), root: place(.root), addedDay: before.addedDay, addedRevision: before.addedRevision,
      terms: &index.terms)
    columns.fold = before.fold
    try stories.update(id, findings: encoded)
    if columns != before { edit(id, columns) }
    isChanged = true
    report.changed.append(story)
  }

  private mutating func remove(_ id: UInt32) throws {
    searches.remove(id, try stories.searchedText(of: id))
    try stories.remove(id)
    folding.append(.init(story: id, date: 0, sketch: nil, foldBefore: columns(of: id)?.fold ?? 0))
    edit(id, nil)
    report.removed.append(StoryID(Int64(id)))
  }

  private func renewMarks(_ ids: [UInt32]) throws {
    guard !marked.isEmpty else { return }
    try MarkSets.renewPlaces(of: ids.filter { marked.contains($0) }, db)
  }

  // MARK: - Columns

  private func columns(of id: UInt32) -> StoryColumns? {
    let (chunk, place) = LibraryIndex.place(of: id)
    if let edited = edits[chunk]?[place] { return edited }
    return index[id]
  }

  private mutating func edit(_ id: UInt32, _ columns: StoryColumns?) {
    let (chunk, place) = LibraryIndex.place(of: id)
    edits[chunk, default: [:]][place] = .some(columns)
  }
}
