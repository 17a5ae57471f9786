import RegulatoryModel

/// Which steps of a bill's way an entry in its official list of actions is.
///
/// The Library of Congress's own codes count first (its user guide, table 3), then the words that the clerks of both chambers use.
/// Most entries are no step: amendments, motions, cloture, rules for debate, discharge, messages between the chambers.
enum BillActionStage {
  static func stages(code: String?, text: String) -> [BillStage] {
    let text = Array(text.utf8)[...]
    // What both chambers do after a veto changes nothing unless the bill becomes law.
    if isAfterVeto(text) { return [] }
    if let code, let known = byCode[code] {
      return known == .failed && !fails(text) ? [] : [known]
    }
    return byWords(text)
  }

  private static let byCode: [String: BillStage] = [
    "1000": .introduced, "10000": .introduced, "Intro-H": .introduced, "Intro-S": .introduced,
    "2000": .committee, "11000": .committee, "H11000": .committee, "H11100": .committee, "H11100-A": .committee, "H11110": .committee,
    "5000": .reported, "14000": .reported, "H12100": .reported, "H12200": .reported,
    "8000": .passedHouse, "17000": .passedSenate, "9000": .failed, "18000": .failed,
    "28000": .toPresident, "E20000": .toPresident, "31000": .vetoed, "E50000": .vetoed,
    "36000": .enacted, "E40000": .enacted, "39000": .enacted, "41000": .enacted,
  ]

  private static func isAfterVeto(_ text: Bytes) -> Bool {
    guard text.contains("veto") || text.contains("objections of the president") else { return false }
    if text.hasPrefix("vetoed by") || text.hasPrefix("pocket vetoed") || text.contains("pocket veto by") { return false }
    return !text.contains("became public law") && !text.contains("became private law")
  }

  private static func byWords(_ text: Bytes) -> [BillStage] {
    if text.hasPrefix("vetoed by") || text.hasPrefix("pocket vetoed") || text.contains("pocket veto by") { return [.vetoed] }
    if text.hasPrefix("became public law") || text.hasPrefix("became private law") || text.hasPrefix("signed by president")
      || text.hasPrefix("signed by the president") || text.hasPrefix("became law")
    {
      return [.enacted]
    }
    if text.hasPrefix("presented to president") || text.hasPrefix("presented to the president") { return [.toPresident] }
    if text.hasPrefix("resolving differences") || text.hasPrefix("motion") || text.hasPrefix("rule ") || text.hasPrefix("amendment")
      || text.hasPrefix("house amendment") || text.hasPrefix("senate amendment") || text.hasPrefix("rules committee resolution")
      || text.hasPrefix("cloture") || text.contains("conference report")
    {
      return isTabled(text) ? [.failed] : []
    }
    if let passed = passed(text) { return passed }
    if text.hasPrefix("introduced in") || text.hasPrefix("submitted in") {
      return text.contains("referred to the") ? [.introduced, .committee] : [.introduced]
    }
    if text.contains("ordered to be reported") || text.hasPrefix("reported by") || text.hasPrefix("reported (amended)")
      || text.hasPrefix("reported to") || text.contains("reported an original measure")
      || text.hasPrefix("committee on") && text.contains(". reported by")
    {
      return [.reported]
    }
    if text.hasPrefix("indefinitely postponed") || isTabled(text) { return [.failed] }
    let isReferred = text.contains("referred to the") || text.hasPrefix("referred to")
    return isReferred && (text.contains("committee") || text.contains("subcommittee")) ? [.committee] : []
  }

  /// What a vote on the whole measure came to; nil where the entry tells of none.
  private static func passed(_ text: Bytes) -> [BillStage]? {
    let house: [StaticString] = [
      "on passage ", "on motion to suspend the rules and ", "on agreeing to the resolution", "passed/agreed to in house", "passed house",
      "on agreeing to the concurrent resolution", "failed of passage/not agreed to in house", "failed of passage in house",
      "considered and passed house",
    ]
    if house.contains(where: { text.hasPrefix($0) }) { return [fails(text) ? .failed : .passedHouse] }
    let senate: [StaticString] = [
      "passed senate", "passed/agreed to in senate", "resolution agreed to in senate", "failed of passage in senate",
      "failed of passage/not agreed to in senate", "resolution not agreed to in senate",
    ]
    if senate.contains(where: { text.hasPrefix($0) }) { return [fails(text) ? .failed : .passedSenate] }
    // "Introduced in the Senate, read twice, considered, read the third time, and passed": both on one day.
    guard
      text.hasPrefix("introduced in the senate") || text.hasPrefix("submitted in the senate") || text.hasPrefix("received in the senate"),
      text.contains("considered"), text.contains("and passed") || text.contains("and agreed to")
    else { return nil }
    return text.hasPrefix("received") ? [.passedSenate] : [.introduced, .passedSenate]
  }

  private static func fails(_ text: Bytes) -> Bool {
    text.contains("failed") || text.contains("not agreed to") || text.contains("rejected")
  }

  /// Laying the measure itself on the table ends it; so is a motion to reconsider disposed of after every vote, which means nothing.
  private static func isTabled(_ text: Bytes) -> Bool {
    guard !text.contains("reconsider"), !text.contains("amendment"), !fails(text) else { return false }
    return text.contains("table the measure") || text.contains("table the resolution") || text.hasPrefix("laid on the table")
      || text.contains("measure laid on the table")
  }
}
