import CursesTerminal
import Dashboard
import Glibc
import Ingestion
import RegulatoryModel
import StoryLibrary
import TerminalCanvas
import Themes

/// The loop on the main thread: waits for a key or a message, changes the state, carries out effects, shows a frame. Nothing in it
/// waits for anything but the terminal, and nothing ticks: an idle dashboard costs nothing.
///
/// A class because it owns the screen. Used by the main thread only.
final class DashboardRun {
  private let screen: CursesScreen
  private let inbox: Mailbox<Message>
  private let performer: EffectPerformer
  private let place: Place
  private var state: DashboardState
  private var theme: Theme
  private let catalog: ThemeCatalog
  private var alarms: [(due: ContinuousClock.Instant, token: Int)] = []
  private var midnight: ContinuousClock.Instant
  private var isOver = false

  init(
    screen: CursesScreen, setup: DashboardSetup, library: Library, place: Place, files: FileIngestion, namesFolder: String,
    catalog: ThemeCatalog,
    themeName: String, pollSeconds: Double?
  ) {
    self.screen = screen
    self.place = place
    self.catalog = catalog
    state = DashboardState(setup)
    theme = Self.theme(themeName, of: catalog, on: screen.colorDepth)
    let wake = screen.wake
    let inbox = Mailbox<Message> { wake.wake() }
    self.inbox = inbox
    performer = EffectPerformer(
      library: library, place: place, files: files, namesFolder: namesFolder, pollSeconds: pollSeconds, inbox: inbox)
    midnight = .now + .milliseconds(Clock.millisecondsToMidnight() + 500)
  }

  /// A terminal without colours gets attributes alone. The usual theme tells things apart by shades that a terminal of few colours does
  /// not have, so there the one made for it takes its place.
  private static func theme(_ name: String, of catalog: ThemeCatalog, on depth: ColorDepth) -> Theme {
    let chosen = catalog.theme(named: name) ?? catalog.standard
    switch depth {
    case .none: return .plain
    case .eight, .sixteen: return chosen.name == ThemeCatalog.defaultName ? catalog.theme(named: "sixteen") ?? chosen : chosen
    case .indexed, .direct: return chosen
    }
  }

  /// Shows the first frame and begins to load.
  func start(problems: [Problem]) {
    perform(Dashboard.start(&state))
    take(.themes(catalog.names, current: theme.name))
    for problem in problems.prefix(1) {
      take(
        .problem(
          problems.count == 1
            ? problem : Problem(problem.what, why: problem.why, remedy: "and \(problems.count - 1) more: regwatch doctor lists them")))
    }
    performer.begin()
  }

  func loop() {
    var isStale = true
    // What was just asked is often answered within a frame; waiting so long shows one frame instead of two.
    var patience: ContinuousClock.Instant?
    var lastShown = ContinuousClock.now
    while !isOver {
      let now = ContinuousClock.now
      if isStale, patience.map({ $0 <= now || performer.isIdle }) ?? true {
        show()
        isStale = false
        patience = nil
        lastShown = .now
      }
      let event = screen.nextEvent(timeout: timeout(isStale ? patience : nil))
      let asked = performer.questions
      if let event { take(event: event) }
      for message in inbox.drain() { take(message) }
      ringAlarms()
      isStale = true
      let moment = ContinuousClock.now
      if performer.questions != asked, patience == nil { patience = moment + .milliseconds(Self.grace) }
      // Keys that come faster than frames are still shown now and then.
      if let until = patience, moment - lastShown > .milliseconds(Self.longestWithoutFrame) { patience = min(until, moment) }
    }
  }

  private static let grace = 8
  private static let longestWithoutFrame = 33

  /// Commits what is under way and gives the terminal back.
  func finish() {
    screen.close()
    performer.finish()
  }

  private func timeout(_ patience: ContinuousClock.Instant?) -> Duration? {
    let now = ContinuousClock.now
    var next = midnight
    if let patience { next = min(next, patience) }
    for alarm in alarms { next = min(next, alarm.due) }
    return max(.zero, next - now)
  }

  private func ringAlarms() {
    let now = ContinuousClock.now
    let due = alarms.filter { $0.due <= now }
    alarms.removeAll { $0.due <= now }
    for alarm in due { take(.woke(token: alarm.token)) }
    if midnight <= now {
      midnight = now + .milliseconds(Clock.millisecondsToMidnight() + 500)
      take(.dayChanged(place.today()))
    }
  }

  private func take(event: TerminalEvent) {
    switch event {
    case .key(let key): take(.key(key))
    case .mouse(let mouse): take(.mouse(mouse))
    case .paste(let text): take(.paste(text))
    case .resized(let size): take(.resized(size))
    case .resumed: take(.resumed)
    case .woken: break
    case .terminated: isOver = true
    }
  }

  private func take(_ message: Message) {
    if case .key = message { performer.lookAtOtherWriters() }
    perform(update(&state, with: message))
  }

  private func show() {
    let frame = render(state, theme: theme)
    screen.present(frame.canvas, cursor: frame.cursor.map { ($0.column, $0.row) })
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: isOver = true
      case .suspend:
        screen.suspend()
        take(.resumed)
      case .redraw: screen.redrawAll()
      case .setTitle(let title): screen.setTitle(title)
      case .copy(let text): screen.copyToClipboard(text)
      case .wakeAfter(let milliseconds, let token): alarms.append((.now + .milliseconds(milliseconds), token))
      case .setMouse(let isOn): screen.setMouse(isOn)
      case .setTheme(let name):
        guard let chosen = catalog.theme(named: name) else {
          take(.problem(catalog.unknown(name)))
          continue
        }
        theme = chosen
        take(.themes(catalog.names, current: name))
      case .edit(let path): outside { OutsidePrograms.edit(path) }
      case .pipe(let command, let text): outside { OutsidePrograms.pipe(text, to: command) }
      case .openOriginal(let target), .openAddress(url: let target):
        if let problem = OutsidePrograms.open(target) { take(.problem(problem)) }
      case .ask, .loadRows, .openStory, .findEvidence, .findCopies, .correct, .takeBack, .correctAgain, .reloadNames, .setMark, .setTag,
        .saveFilter,
        .deleteFilter, .export, .rescan, .stopLoading, .noteLook, .askCoverage, .loadFiles,
        .retry, .retryAll:
        performer.perform(effect)
      }
    }
  }

  /// Runs a program that needs the terminal, and shows what went wrong with it.
  private func outside(_ body: () -> Problem?) {
    var problem: Problem?
    screen.runOutside { problem = body() }
    take(.resumed)
    if let problem { take(.problem(problem)) }
  }
}
