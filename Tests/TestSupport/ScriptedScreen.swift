import TerminalCanvas

/// A screen that gives the events of a script and keeps every frame. After the script it ends the program with SIGTERM.
package final class ScriptedScreen: Screen {
  package private(set) var size: Size
  package private(set) var frames: [Canvas] = []
  package private(set) var cursor: (column: Int, row: Int)?
  package private(set) var titles: [String] = []
  package private(set) var copied: [String] = []
  package private(set) var suspensions = 0
  package private(set) var outsideRuns = 0
  package private(set) var redraws = 0
  package private(set) var isClosed = false
  private var script: [Step]

  /// One thing that happens.
  package enum Step {
    case event(TerminalEvent)
    /// The wait ended without an event, as after its timeout.
    case timeout
    /// Run when its turn comes, before the next step: to look at the last frame, or to let background work finish.
    case perform((ScriptedScreen) -> Void)
  }

  package init(size: Size, script: [Step]) {
    self.size = size
    self.script = script
  }

  /// A script of keys by their names: `["j", "Enter", "^D"]`. A name that is none stops the test.
  package convenience init(size: Size, keys: [String]) {
    self.init(
      size: size,
      script: keys.map { name in
        guard let key = Key(name: name) else { preconditionFailure("no key is called \(name)") }
        return .event(.key(key))
      })
  }

  /// What is on the screen: the last frame's text.
  package var lines: [String] { frames.last?.lines ?? [] }

  package func nextEvent(timeout: Duration?) -> TerminalEvent? {
    while !script.isEmpty {
      switch script.removeFirst() {
      case .event(let event):
        if case .resized(let size) = event { self.size = size }
        return event
      case .timeout: return nil
      case .perform(let action): action(self)
      }
    }
    return .terminated(signal: 15)
  }

  package func present(_ canvas: Canvas, cursor: (column: Int, row: Int)?) {
    frames.append(canvas)
    self.cursor = cursor
  }

  package func suspend() { suspensions += 1 }
  package func redrawAll() { redraws += 1 }
  package func setTitle(_ title: String) { titles.append(title) }
  package func copyToClipboard(_ text: String) { copied.append(text) }
  package func runOutside(_ body: () -> Void) {
    outsideRuns += 1
    body()
  }
  package func close() { isClosed = true }
}
