import RegulatoryModel
import TerminalCanvas

// A key goes to whatever lies on top: overlay, prompt, panes.

extension DashboardState {
  /// How long a sequence stays open before what can follow is shown.
  static let hintDelayMilliseconds = 400

  mutating func handle(_ key: Key) {
    isTouched = true
    ageMessage()
    if case .alt(let character) = key, prompt == nil, keyMap.match(pendingKeys + [key], in: focus.context) == .none {
      // Escape and the key after it, when they come together: over a slow line, or out of a script.
      handle(.escape)
      return handle(character == "\u{7F}" ? .backspace : .character(character))
    }
    let wasWaiting = waiting != nil
    waiting = nil
    let stopped = stoppedNothing
    defer { if stopped { stoppedNothing = false } }
    if overlay != nil { return handleInOverlay(key) }
    if prompt != nil { return handleInPrompt(key) }
    if key == .escape {
      if !pendingKeys.isEmpty { return endSequence() }
      return wasWaiting ? say("Called off") : peel()
    }
    let keys = pendingKeys + [key]
    if keys.count == 1, key == .enter || key == .character(" "), focus == .reader, litMentionIsInSight {
      // A lit mention is a value under the cursor, as a row of a list is.
      return filterBySelection(.only)
    }
    switch keyMap.match(keys, in: focus.context) {
    case .action(let action):
      endSequence()
      perform(action)
    case .prefix:
      pendingKeys = keys
      if !showsKeyHint {
        wakeToken += 1
        emit(.wakeAfter(milliseconds: Self.hintDelayMilliseconds, token: wakeToken))
      }
    case .none:
      endSequence()
      say(unknown(KeySequence(keys)))
    }
  }

  /// What to say of a key that does nothing here: where it does something, else where to look.
  private func unknown(_ sequence: KeySequence) -> String {
    for context in KeyContext.allCases {
      guard case .action(let action) = keyMap.match(sequence.keys, in: context) else { continue }
      return "\(sequence.name) is for \(action.rawValue), in \(Self.places(of: action))"
    }
    return "\(sequence.name) does nothing here" + (hint(.help).map { ". \($0) shows the keys" }.orEmpty)
  }

  mutating func endSequence() {
    pendingKeys = []
    showsKeyHint = false
  }

  mutating func wake(_ token: Int) {
    if token == wakeToken, !pendingKeys.isEmpty { showsKeyHint = true }
  }

  private mutating func ageMessage() {
    guard var old = message else { return }
    old.keysLeft -= 1
    message = old.keysLeft > 0 ? old : nil
  }
}
