import Dashboard
import Dispatch
import FolderWatching
import Foundation
import Ingestion
import QueryLanguage
import RegulatoryModel
import StoryLibrary
import Synchronization

/// Carries out the dashboard's effects on threads that may block, and posts what comes of them.
///
/// Questions, rows and stories, and writes have a queue each: a long full-text search keeps neither rows nor marks waiting.
/// A class because it owns those queues and the live folders.
final class EffectPerformer: Sendable {
  private let library: Library
  private let place: Place
  private let inbox: Mailbox<Message>
  private let ingestor: Ingestor
  private let pollSeconds: Double?
  private let questionQueue = DispatchQueue(label: "questions", qos: .userInteractive)
  private let rowQueue = DispatchQueue(label: "rows", qos: .userInteractive)
  /// Totals of a million files take a second, and must not keep stories waiting.
  private let coverageQueue = DispatchQueue(label: "coverage", qos: .userInitiated)
  private let writeQueue = DispatchQueue(label: "writes", qos: .userInitiated)
  private let newestQuestion = Atomic(0)
  private let asked = Atomic(0)
  private let answered = Atomic(0)
  private let isLoading = Atomic(true)
  private let isRetrying = Atomic(false)
  private let live = Mutex<LiveFolders?>(nil)
  private let lastLookAtWriters = Mutex(ContinuousClock.now)
  private let progress = Mutex(LoadPace())
  /// Set once, by `init`; it calls back, and so can't be made before.
  private let desk = Mutex<CorrectionDesk?>(nil)

  /// - Parameter namesFolder: the folder `lexicon` of the user's configuration.
  init(library: Library, place: Place, files: FileIngestion, namesFolder: String, pollSeconds: Double?, inbox: Mailbox<Message>) {
    self.library = library
    self.place = place
    self.inbox = inbox
    self.pollSeconds = pollSeconds
    ingestor = Ingestor(library: library, files: files)
    let desk = CorrectionDesk(
      library: library, current: files.current, folder: namesFolder, today: { place.today() }, post: { inbox.post($0) },
      changed: { [weak self] in self?.readAgainWhatWasBeingRead() })
    self.desk.withLock { $0 = desk }
  }

  private var corrections: CorrectionDesk? { desk.withLock { $0 } }

  /// Files that were being read while names changed are marked in the library, and read once more.
  private func readAgainWhatWasBeingRead() {
    if isLoading.load(ordering: .relaxed) { live.withLock { $0?.rescan() } }
  }

  /// How many questions were put so far.
  var questions: Int { asked.load(ordering: .relaxed) }
  /// Whether none is unanswered.
  var isIdle: Bool { asked.load(ordering: .relaxed) == answered.load(ordering: .relaxed) }

  /// Begins to load and watch.
  func begin() {
    postVocabulary()
    postSavedFilters()
    // What the library has is brought in line first, so that what is read now is of one piece with it.
    corrections?.begin { [self] in
      let place = place
      let folders = LiveFolders(
        place.roots, ingestor: ingestor, pollSeconds: pollSeconds, today: { place.today() }, tell: { [self] in tell($0) })
      live.withLock { $0 = folders }
    }
    if pollSeconds == nil { inbox.post(.watching(WatchState(mode: .off, folders: place.roots.count))) }
  }

  /// Waits until what is being written is written.
  func finish() {
    corrections?.end()
    live.withLock { $0.take() }?.end()
    writeQueue.sync {}
  }

  func perform(_ effect: Effect) {
    switch effect {
    case .ask(let asked):
      // The screen knows its filter; which folders it is about is the program's business.
      let request = asked.within(place.roots)
      newestQuestion.store(request.generation, ordering: .relaxed)
      question(on: questionQueue) { [self] in
        // A newer question makes this one's answer worthless.
        guard request.generation == newestQuestion.load(ordering: .relaxed) else { return nil }
        do throws(LibraryError) { return .answered(try library.answer(request)) } catch {
          return .answerFailed(error.problem, generation: request.generation)
        }
      }
    case .loadRows(let ids):
      question(on: rowQueue) { [self] in
        do throws(LibraryError) { return .rowsLoaded(try library.rows(of: ids)) } catch { return .problem(error.problem) }
      }
    case .openStory(let id, let query):
      question(on: rowQueue) { [self] in
        do throws(LibraryError) {
          guard let detail = try library.detail(of: id) else { return .storyMissing(id) }
          inbox.post(.traced(id, corrections?.traces(in: detail) ?? []))
          return .storyLoaded(detail, hits: try library.highlights(of: query, in: id))
        } catch { return .problem(error.problem) }
      }
    case .findEvidence(let key, let query):
      let today = place.today()
      question(on: questionQueue) { [self] in
        do throws(LibraryError) {
          let details = try library.newest(Self.storiesOfEvidence, matching: query, scope: place.roots, today: today)
          for detail in details { inbox.post(.traced(detail.row.id, corrections?.traces(in: detail) ?? [])) }
          return .evidence(key, details)
        } catch { return .problem(error.problem) }
      }
    case .findCopies(let id):
      question(on: questionQueue) { [self] in
        do throws(LibraryError) { return .copies(id, try library.copies(of: id, most: Self.copiesCompared)) } catch {
          return .problem(error.problem)
        }
      }
    case .correct(let request): corrections?.correct(request)
    case .takeBack(let record): corrections?.takeBack(record)
    case .correctAgain(let record): corrections?.correctAgain(record)
    case .reloadNames: corrections?.reload(tellsAll: true)
    case .setMark(let mark, let stories, let value):
      write(shownOn: stories) { library throws(LibraryError) in try library.set(mark, on: stories, to: value) }
    case .setTag(let tag, let stories, let value):
      write(shownOn: stories) { library throws(LibraryError) in try library.setTag(tag, on: stories, to: value) }
      writeQueue.async { [self] in postVocabulary() }
    case .saveFilter(let filter):
      write { library throws(LibraryError) in try library.save(filter) }
      writeQueue.async { [self] in postSavedFilters() }
    case .deleteFilter(let name):
      write { library throws(LibraryError) in try library.removeSavedFilter(named: name) }
      writeQueue.async { [self] in postSavedFilters() }
    case .noteLook:
      let day = place.today()
      write { library throws(LibraryError) in try library.noteLook(on: day) }
    case .export(let ids, let format, let path):
      writeQueue.async { [self] in inbox.post(ExportFile.write(ids, format: format, path: path, library: library)) }
    case .rescan(let all): live.withLock { $0?.rescan(all ? .all : .changed) }
    case .askCoverage(let asked):
      let request = asked.within(place.roots)
      question(on: coverageQueue) { [self] in
        do throws(LibraryError) { return .coverage(try library.coverage(request)) } catch {
          return .coverageFailed(error.problem, generation: request.generation)
        }
      }
    case .loadFiles(let ids):
      question(on: rowQueue) { [self] in
        do throws(LibraryError) { return .filesLoaded(try library.files(ids)) } catch { return .problem(error.problem) }
      }
    case .retry(let path):
      isRetrying.store(true, ordering: .relaxed)
      live.withLock { $0?.retry(path) }
    case .retryAll:
      isRetrying.store(true, ordering: .relaxed)
      live.withLock { $0?.rescan(.incomplete) }
    case .stopLoading: live.withLock { $0?.stopLoading() }
    case .copy, .openOriginal, .openAddress, .edit, .pipe, .setTheme, .setMouse, .suspend, .redraw, .wakeAfter, .setTitle, .quit:
      preconditionFailure("the loop carries this out itself")
    }
  }

  /// How many stories a name in a pane is explained by.
  private static let storiesOfEvidence = 5
  /// More than anybody compares by eye.
  private static let copiesCompared = 50

  /// Another program may have written to the library; a look costs microseconds and is taken at most once a second.
  func lookAtOtherWriters() {
    let isDue = lastLookAtWriters.withLock { last in
      guard ContinuousClock.now - last > .seconds(1) else { return false }
      last = .now
      return true
    }
    guard isDue else { return }
    writeQueue.async { [self] in
      do throws(LibraryError) {
        guard let changed = try library.changesOfOthers() else { return }
        inbox.post(.committed(added: [], changed: changed, removed: [], library.revision))
      } catch { inbox.post(.problem(error.problem)) }
    }
  }

  private func question(on queue: DispatchQueue, _ body: @escaping @Sendable () -> Message?) {
    asked.wrappingAdd(1, ordering: .relaxed)
    queue.async { [self] in
      let message = body()
      answered.wrappingAdd(1, ordering: .relaxed)
      if let message { inbox.post(message) }
    }
  }

  /// - Parameter stories: those that the screen shows as if the write had succeeded already; where it fails, they are shown as they are.
  private func write(shownOn stories: [StoryID] = [], _ body: @escaping @Sendable (Library) throws(LibraryError) -> Void) {
    writeQueue.async { [self] in
      do throws(LibraryError) { try body(library) } catch {
        if !stories.isEmpty { inbox.post(.committed(added: [], changed: stories, removed: [], library.revision)) }
        inbox.post(.problem(error.problem))
      }
    }
  }

  private func postVocabulary() { inbox.post(.vocabulary(library.vocabulary())) }

  private func postSavedFilters() {
    do throws(LibraryError) { inbox.post(.savedFilters(try library.savedFilters())) } catch { inbox.post(.problem(error.problem)) }
  }

  private func tell(_ news: LiveFolders.News) {
    switch news {
    case .step(let step):
      isLoading.store(true, ordering: .relaxed)
      guard let pace = progress.withLock({ $0.pace(step) }) else { return }
      inbox.post(
        .progress(
          LoadProgress(
            filesDone: step.filesDone, filesTotal: step.filesTotal, bytesDone: step.bytesDone, bytesPerSecond: pace.bytesPerSecond,
            secondsLeft: pace.secondsLeft, skipped: step.skipped)))
    case .committed(let report):
      inbox.post(.committed(added: report.added, changed: report.changed, removed: report.removed, report.revision))
    case .ended(let summary, let wasFirst):
      isLoading.store(false, ordering: .relaxed)
      progress.withLock { $0 = LoadPace() }
      inbox.post(.progress(nil))
      if wasFirst || summary.added + summary.changed + summary.removed + summary.renamed > 0 { postVocabulary() }
      if wasFirst { nameFirstLook() }
      if isRetrying.exchange(false, ordering: .relaxed) {
        let unread = summary.failed.count + summary.skipped.count
        let why = (summary.failed.first ?? summary.skipped.first ?? summary.notes.first).map { ": \($0.path.name), \($0.reason)" } ?? ""
        inbox.post(.notice("Read again: \(summary.added + summary.changed) read, \(unread) not\(why)"))
      } else if let message = Self.message(of: summary, wasFirst: wasFirst) {
        inbox.post(message)
      }
    case .modes(let modes): inbox.post(.watching(Self.watchState(of: modes)))
    case .problem(let problem): inbox.post(.problem(problem))
    }
  }

  /// Nothing can be new before anybody has looked: the first load is what later arrivals are compared with.
  private func nameFirstLook() {
    guard library.lastLook == nil else { return }
    let day = place.today()
    write { library throws(LibraryError) in try library.noteLook(on: day) }
    writeQueue.async { [self] in inbox.post(.committed(added: [], changed: [], removed: [], library.revision)) }
  }

  private static func message(of summary: LoadSummary, wasFirst: Bool) -> Message? {
    if let missing = summary.missingFolders.first {
      return .problem(Problem("Cannot load \(missing.path.text)", why: missing.reason, remedy: "what the library has of it stays"))
    }
    let unread = summary.failed.count + (wasFirst ? summary.skipped.count : 0)
    if let first = summary.failed.first ?? (wasFirst ? summary.skipped.first : nil) {
      return .notice(
        unread == 1 ? "Not read: \(first.path.name), \(first.reason)" : "\(unread) files not read; \(first.path.name): \(first.reason)")
    }
    return summary.wasStopped ? .notice("Loading stopped; r goes on with it") : nil
  }

  private static func watchState(of modes: [DocumentPath: FolderWatching.WatchMode]) -> WatchState {
    var note: String?
    var mode = WatchState.Mode.watching
    for (folder, how) in modes.sorted(by: { $0.key < $1.key }) {
      switch how {
      case .inotify: continue
      case .polling(let reason): (mode, note) = (.polling, reason)
      case .missing: (mode, note) = (.polling, "\(folder.name) is not there")
      }
    }
    return WatchState(mode: mode, folders: modes.count, note: note)
  }
}
