import Dashboard
import Dispatch
import EntityExtraction
import FolderWatching
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import Synchronization

/// Carries out corrections: writes them into the user's lexicon, reads that again whenever it changes, and brings the library in line.
///
/// A class because it owns the queue on which all of this happens, one after another, and the watcher of the lexicon's folder.
final class CorrectionDesk: Sendable {
  private let library: Library
  private let current: CurrentExtractor
  private let file: CorrectionsFile
  private let today: @Sendable () -> CalendarDay
  private let post: @Sendable (Message) -> Void
  /// Called when findings may have been made with names that hold no longer: files read meanwhile are to be looked at again.
  private let changed: @Sendable () -> Void
  private let queue = DispatchQueue(label: "corrections", qos: .userInitiated)
  private let tracer = Mutex<(digest: String, tracer: CorrectionTracer)?>(nil)
  private let watcher = Mutex<FolderWatcher?>(nil)
  private let stopped = Atomic(false)

  init(
    library: Library, current: CurrentExtractor, folder: String, today: @escaping @Sendable () -> CalendarDay,
    post: @escaping @Sendable (Message) -> Void, changed: @escaping @Sendable () -> Void
  ) {
    self.library = library
    self.current = current
    file = CorrectionsFile(folder: folder)
    self.today = today
    self.post = post
    self.changed = changed
  }

  /// Brings the library in line with the lexicon as it was read at the start, and watches it from then on.
  func begin(then: @escaping @Sendable () -> Void) {
    queue.async { [self] in
      do throws(Problem) {
        try alone(isNeeded: false) { () throws(Problem) in
          do throws(LibraryError) {
            let outcome = try apply(current.extractor)
            if outcome.hadChange { post(.notice("Your names have changed: \(Self.stories(outcome.changed.count)) changed")) }
          } catch { throw error.problem }
        }
      } catch { post(.problem(error)) }
      watch()
      then()
    }
  }

  /// Ends what is under way after the stories at hand; the next start goes on.
  func end() {
    stopped.store(true, ordering: .relaxed)
    watcher.withLock { $0.take() }?.stop()
    queue.sync {}
  }

  // MARK: Effects

  func correct(_ request: CorrectionRequest) {
    onQueue(writes: true) { [self] () throws(Problem) in
      let block = try block(request)
      let before = Set(Lexicon.extended(byFolder: file.folder).problems)
      let addition = try file.add(block)
      let lexicon = Lexicon.extended(byFolder: file.folder)
      if let problem = lexicon.problems.first(where: { !before.contains($0) }) {
        try file.remove(addition)
        throw Problem("Cannot correct that", why: problem.why, remedy: "nothing was changed")
      }
      let record = CorrectionRecord(label: request.label, file: file.path, addition: addition)
      do throws(LibraryError) {
        post(.corrected(record, changed: try use(lexicon).changed.count))
      } catch {
        post(.corrected(record, changed: 0))
        throw error.problem
      }
      watch()
    }
  }

  func takeBack(_ record: CorrectionRecord) {
    onQueue(writes: true) { [self] () throws(Problem) in
      try file.remove(record.addition)
      try reread { "Took it back: \(Self.stories($0)) changed" }
    }
  }

  func correctAgain(_ record: CorrectionRecord) {
    onQueue(writes: true) { [self] () throws(Problem) in
      // Under the same bytes, or `takeBack` would not find it once more; where the file had none, its head is written anew.
      _ = try file.add(again: record.addition)
      try reread { "Did it again: \(Self.stories($0)) changed" }
    }
  }

  /// - Parameter tellsAll: says so too where nothing has changed.
  func reload(tellsAll: Bool) {
    onQueue(writes: false) { [self] () throws(Problem) in
      let lexicon = Lexicon.extended(byFolder: file.folder)
      let known = current.extractor.lexicon
      guard tellsAll || lexicon.userDigest != known.userDigest || lexicon.problems != known.problems else { return }
      if let problem = lexicon.problems.first { post(.problem(problem)) }
      do throws(LibraryError) {
        let outcome = try use(lexicon)
        guard lexicon.problems.isEmpty else { return }
        if outcome.hadChange {
          post(.notice("Your names have changed: \(Self.stories(outcome.changed.count)) changed"))
        } else if tellsAll {
          post(.notice("Read your names again: nothing has changed"))
        }
      } catch { throw error.problem }
    }
  }

  private func onQueue(writes: Bool, _ body: @escaping @Sendable () throws(Problem) -> Void) {
    queue.async { [self] in
      do throws(Problem) {
        if writes { try file.makeFolder() }
        try alone(isNeeded: writes, body)
      } catch { post(.problem(error)) }
    }
  }

  private func alone(isNeeded: Bool, _ body: () throws(Problem) -> Void) throws(Problem) {
    try file.alone(isNeeded: isNeeded, isStopped: { stopped.load(ordering: .relaxed) }, body)
  }

  private func reread(_ words: (Int) -> String) throws(Problem) {
    let lexicon = Lexicon.extended(byFolder: file.folder)
    do throws(LibraryError) { post(.notice(words(try use(lexicon).changed.count))) } catch { throw error.problem }
  }

  // MARK: Traces

  /// What the user's lexicon did in a story; empty, at no cost, for who has none.
  func traces(in detail: StoryDetail) -> [TraceNote] {
    let lexicon = current.extractor.lexicon
    guard !lexicon.userDigest.isEmpty else { return [] }
    let tracer = tracer.withLock { kept in
      if let kept, kept.digest == lexicon.userDigest { return kept.tracer }
      let made = CorrectionTracer(lexicon)
      kept = (lexicon.userDigest, made)
      return made
    }
    let trace = tracer.trace(detail.story, detail.findings)
    return trace.removed.map { TraceNote(span: $0.span, origin: $0.origin.text, removed: $0.label, rule: $0.rule) }
      + trace.given.map { TraceNote(span: $0.span, origin: $0.origin.text) }
  }

  // MARK: Library

  private func use(_ lexicon: Lexicon) throws(LibraryError) -> Reextraction.Outcome {
    let extractor = Extractor(lexicon: lexicon)
    current.use(extractor)
    library.use(lexicon.entityNames)
    let outcome = try apply(extractor)
    post(.vocabulary(library.vocabulary()))
    if outcome.hadChange { changed() }
    return outcome
  }

  private func apply(_ extractor: Extractor) throws(LibraryError) -> Reextraction.Outcome {
    try Reextraction(library: library, extractor: extractor).run(
      today: today(),
      committed: { report in
        post(.committed(added: report.added, changed: report.changed, removed: report.removed, report.revision))
      }, isStopped: { stopped.load(ordering: .relaxed) })
  }

  private func block(_ request: CorrectionRequest) throws(Problem) -> String {
    var detail: StoryDetail?
    if let place = request.place {
      do throws(LibraryError) { detail = try library.detail(of: place.story) } catch { throw error.problem }
      guard detail != nil else { throw Problem("Cannot correct that", why: "the story is no longer in the library") }
    }
    let correction: Correction
    switch request.what {
    case .never(let key, let name): correction = .never(key, name: name)
    case .means(let name, let key, let other): correction = .means(name, key, insteadOf: other)
    case .notHere(let kind, let id):
      guard let place = request.place, let detail else { throw Problem("Cannot correct that", why: "no story is named") }
      correction = .notInSentence(kind, id: id, sentence: SentenceKey.sentence(at: place.span.lowerBound, in: detail.story.text))
    }
    let seen = detail.map { ", in “\($0.row.title)” (\($0.row.path))" } ?? ""
    return CorrectionText.block(correction, comment: "\(Clock.today().longText)\(seen): \(request.label)")
  }

  private func watch() {
    guard !stopped.load(ordering: .relaxed) else { return }
    watcher.withLock { watcher in
      guard watcher == nil, FolderWalk.device(of: DocumentPath(file.folder)) != nil else { return }
      watcher = FolderWatcher([DocumentPath(file.folder)], handler: { [weak self] _ in self?.reload(tellsAll: false) })
    }
  }

  private static func stories(_ count: Int) -> String { count == 1 ? "1 story" : "\(Numbers.grouped(count)) stories" }
}
