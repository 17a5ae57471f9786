import RegulatoryModel

/// A story as plain text for people: facts first, then the text.
enum StoryText {
  static func text(story: Story, findings: Findings, path: String) -> String {
    var lines = [story.title, "\(story.date.longText) (from \(story.dateOrigin.rawValue)) · \(story.kind.label) · \(path)"]
    func add(_ label: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(label): \(values.joined(separator: ", "))") }
    }
    add("Exchanges", findings.exchanges.map(\.name))
    add("Agencies", findings.agencies.map(\.name))
    add("Legislation", findings.legislation.map(bill))
    add("Volatility", findings.volatility.map(MoveText.sentence))
    add("Actions", findings.actions.map(action))
    add("Deadlines", findings.deadlines.map { "\($0.kind.rawValue) \($0.date.longText)" })
    let body = String(decoding: story.text.utf8.dropFirst(story.bodyStart), as: UTF8.self)
    return lines.joined(separator: "\n") + "\n\n" + body.drop { $0.isNewline }
  }

  private static func bill(_ bill: BillFinding) -> String {
    var text = bill.label
    if let title = bill.title, title != text { text += " “\(title)”" }
    if let stage = bill.stage { text += " [\(stage.label)\(bill.stageDate.map { " \($0.longText)" } ?? "")]" }
    if let sponsor = bill.sponsor { text += " (\(sponsor))" }
    return text
  }

  static func action(_ action: AgencyAction) -> String {
    var text = "\(action.agency) \(action.kind.rawValue)"
    if let target = action.target { text += " \(target)" }
    if let amount = action.amount { text += " \(action.currency ?? "") \(amount)" }
    return text
  }
}

/// A price move in words and signs, the same for all that print text.
enum MoveText {
  static func sentence(_ note: VolatilityNote) -> String {
    let sign =
      switch note.direction {
      case .up: "up"
      case .down: "down"
      case .swing: "swing"
      }
    return "\(note.asset) \(sign) \(size(note))" + (note.window.map { " in \($0)" } ?? "")
  }

  static func size(_ note: VolatilityNote) -> String {
    let mark =
      switch note.bound {
      case .exact: ""
      case .atLeast: "≥ "
      case .atMost: "up to "
      case .about: "≈ "
      }
    return mark + BasisPoints.percent(note.basisPoints) + " %"
  }
}
