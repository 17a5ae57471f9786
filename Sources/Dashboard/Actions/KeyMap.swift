import RegulatoryModel
import TerminalCanvas

/// Which keys do what, in each place: a preset with the user's own keys laid over it.
package struct KeyMap: Equatable, Sendable {
  /// What the keys typed so far amount to.
  package enum Match: Equatable, Sendable {
    case action(Action)
    /// More keys are to follow.
    case prefix
    case none
  }

  package let preset: KeyPreset
  private var actions: [KeyContext: [[Key]: Action]] = [:]
  /// In the order in which help names them.
  private var sequences: [KeyContext: [Action: [KeySequence]]] = [:]
  private var prefixes: [KeyContext: Set<[Key]>] = [:]

  package init(preset: KeyPreset = .vim) { self = KeyMap.made(preset: preset, overrides: []).map }

  private init(empty preset: KeyPreset) { self.preset = preset }

  /// Lays the user's keys over a preset.
  ///
  /// An override replaces all keys of its action; an empty list leaves it without. A key that the user gives to one action is taken from
  /// the preset's. Whatever can't be done is told and left out, never fatal.
  package static func made(preset: KeyPreset, overrides: [(action: String, keys: [String])]) -> (map: KeyMap, problems: [Problem]) {
    var map = KeyMap(empty: preset)
    var problems: [Problem] = []
    var own: [Action: [KeyBinding]] = [:]
    for (name, keys) in overrides {
      guard let action = Action(rawValue: name) else {
        problems.append(Problem("Cannot set keys for “\(name)”", why: "there is no such action", remedy: ":help lists them"))
        continue
      }
      own[action] = keys.compactMap { key in
        if let binding = KeyBinding(name: key) { return binding }
        problems.append(
          Problem("Cannot use the key “\(key)” for \(name)", why: "it is no key", remedy: "write gg, ^D, Space or reader:Space"))
        return nil
      }
    }
    // The user's keys first: what is taken stays taken.
    for info in ActionTable.all {
      for binding in own[info.action] ?? [] {
        for problem in map.add(binding, for: info) { problems.append(problem) }
      }
    }
    for info in ActionTable.all where own[info.action] == nil {
      let names = preset.keys(of: info.action).split(separator: " ")
      var refused = false
      for name in names {
        guard let binding = KeyBinding(name: String(name)) else { preconditionFailure("\(name) in the \(preset) preset is no key") }
        if !map.add(binding, for: info).isEmpty { refused = true }
      }
      if refused, !info.contexts.contains(where: { map.sequences[$0]?[info.action] != nil }) {
        problems.append(
          Problem("\(info.action.rawValue) has no key left", why: "your keys took it", remedy: ":\(info.action.rawValue) still works"))
      }
    }
    return (map, problems)
  }

  /// Adds a binding where nothing stands in its way; tells what does.
  private mutating func add(_ binding: KeyBinding, for info: ActionInfo) -> [Problem] {
    var problems: [Problem] = []
    let keys = binding.sequence.keys
    for context in KeyContext.allCases where binding.contexts.contains(context) && info.contexts.contains(context) {
      let inTheWay = taken(keys, in: context)
      if let inTheWay {
        guard inTheWay != info.action else { continue }
        let place = context.label
        problems.append(
          Problem(
            "Cannot use \(binding.sequence.name) for \(info.action.rawValue)", why: "it belongs to \(inTheWay.rawValue) in \(place)",
            remedy: "choose another key, or give \(inTheWay.rawValue) one"))
        continue
      }
      actions[context, default: [:]][keys] = info.action
      sequences[context, default: [:]][info.action, default: []].append(binding.sequence)
      for length in 1..<keys.count { prefixes[context, default: []].insert(Array(keys.prefix(length))) }
    }
    return problems
  }

  /// The action that has these keys, the beginning of them, or keys that begin with them.
  private func taken(_ keys: [Key], in context: KeyContext) -> Action? {
    guard let bound = actions[context] else { return nil }
    for length in 1...keys.count { if let action = bound[Array(keys.prefix(length))] { return action } }
    return prefixes[context]?.contains(keys) == true
      ? bound.filter { $0.key.starts(with: keys) }.map(\.value).min { $0.rawValue < $1.rawValue } : nil
  }

  package func match(_ keys: [Key], in context: KeyContext) -> Match {
    if let action = actions[context]?[keys] { return .action(action) }
    return prefixes[context]?.contains(keys) == true ? .prefix : .none
  }

  /// What can follow the keys typed so far: the rest of each sequence, in the order of the table.
  package func continuations(of typed: [Key], in context: KeyContext) -> [(rest: KeySequence, action: Action)] {
    ActionTable.all.flatMap { info in
      (sequences[context]?[info.action] ?? []).filter { $0.keys.count > typed.count && $0.keys.starts(with: typed) }
        .map { (KeySequence(Array($0.keys.dropFirst(typed.count))), info.action) }
    }
  }

  /// The keys of an action in one place, the first being the one to name.
  package func keys(of action: Action, in context: KeyContext) -> [KeySequence] { sequences[context]?[action] ?? [] }

  /// The keys of an action as a key file writes them, `reader:Space` where one holds in some places only; for help of all places and the manual.
  package func names(of action: Action) -> [String] {
    let places = KeyContext.allCases.filter { ActionTable.info(action).contexts.contains($0) }
    return keys(of: action).map { sequence in
      let bound = places.filter { keys(of: action, in: $0).contains(sequence) }
      if bound.count == places.count { return sequence.name }
      let prefix =
        Set(bound) == KeyContext.lists ? "lists" : Set(bound) == KeyContext.facets ? "facets" : bound.map(\.rawValue).joined(separator: ",")
      return "\(prefix):\(sequence.name)"
    }
  }

  /// The keys of an action in any place.
  package func keys(of action: Action) -> [KeySequence] {
    var result: [KeySequence] = []
    for context in KeyContext.allCases {
      for sequence in keys(of: action, in: context) where !result.contains(sequence) { result.append(sequence) }
    }
    return result
  }
}
