import RegulatoryModel

/// The actions printed on the first and last page of a bill's text, as lines, and the steps that they and the version prove.
struct BillTextActions {
  private struct Line {
    var day: CalendarDay?
    var text: String
    /// The text gives its day where it stands.
    var namesDay: Bool
    var stages: [BillStage]
  }

  private var lines: [Line] = []
  private let version: BillVersion?
  private let measure: MeasureNumber?
  private(set) var sponsor: String?
  private(set) var sponsorID: String?
  private var cosponsors: [String] = []
  private var committees: [String] = []
  private static let dates = DateReader(order: .monthFirst)

  init(_ root: XMLElement, version: BillVersion?, measure: MeasureNumber?) {
    self.version = version
    self.measure = measure
    var seen: Set<String> = []
    for action in root.allBelow("action") + root.allBelow("attestation-group") {
      guard let line = line(action), seen.insert((line.day?.description ?? "") + line.text).inserted else { continue }
      lines.append(line)
    }
    if let found = root.firstBelow("sponsor") {
      sponsor = found.line.map(Self.withoutHonorific)
      sponsorID = found["bioGuideId"] ?? found["name-id"]
    }
    cosponsors = Self.distinct(root.allBelow("cosponsor").compactMap(\.line))
    committees = Self.distinct((root.allBelow("committee") + root.allBelow("committee-name")).compactMap(\.line))
  }

  var lastDay: CalendarDay? { lines.compactMap(\.day).max() }

  /// - Returns: Each stage once, with the line that proves it.
  func write(into text: inout RunningText, head: BillTextFile.Head) -> [OfficialBill.Step] {
    var steps: [BillStage: OfficialBill.Step] = [:]
    let stated = version.map { "Official text: \($0.name)" + (lastDay.map { ", \(LongDate.text($0))" } ?? "") + "." }
    let first = stated.map { text.line($0) }
    if let sponsor { text.line("Sponsor: \(sponsor).") }
    if !cosponsors.isEmpty { text.line("Cosponsors: \(cosponsors.joined(separator: "; ")).") }
    if !committees.isEmpty { text.line("Committees: \(committees.joined(separator: "; ")).") }
    for line in lines {
      let span = text.line((line.namesDay ? "" : line.day.map { LongDate.text($0) + ": " } ?? "") + line.text)
      for stage in line.stages where steps[stage] == nil { steps[stage] = OfficialBill.Step(stage: stage, date: line.day, span: span) }
    }
    if let first, let version, let measure {
      for stage in version.stages(of: measure.kind) where steps[stage] == nil {
        // A report, or an end, is what this version was printed for; of other steps its last day says nothing.
        let day = stage == .reported || stage == .failed ? lastDay : nil
        steps[stage] = OfficialBill.Step(stage: stage, date: day, span: first)
      }
    }
    if let title = head.officialTitle { text.line("Official title: \(title)") }
    text.paragraph()
    let never = CalendarDay(daysSinceEpoch: .max)
    return steps.values.sorted {
      ($0.stage.rung, $0.date ?? never, $0.stage.rawValue) < ($1.stage.rung, $1.date ?? never, $1.stage.rawValue)
    }
  }

  // MARK: Lines

  private func line(_ action: XMLElement) -> Line? {
    let date = action.first("date") ?? action.first("action-date") ?? action.first("attestation-date")
    guard let whole = action.line else { return nil }
    var text = whole
    var namesDay = true
    // "Passed the House of Representatives May 14, 2019." keeps its day where it stands.
    if let printed = date?.line, text.hasPrefix(printed) {
      text = String(text.dropFirst(printed.count).drop { $0 == " " || $0 == "," || $0 == "." })
      namesDay = false
    }
    // What is printed is the record; the attribute was put in later, and is off by a day in places.
    let day = Self.dates.first(in: Array((date?.line ?? whole).utf8)[...])?.day ?? date?["date"].flatMap(Self.day)
    guard !text.isEmpty else { return nil }
    return Line(day: day, text: text.hasSuffix(".") ? text : text + ".", namesDay: namesDay, stages: stages(text))
  }

  /// `2019-05-14` or `20190514`.
  private static func day(_ text: String) -> CalendarDay? {
    if let day = CalendarDay(iso: text) { return day }
    guard text.utf8.count == 8, text.utf8.allSatisfy(\.isDigit) else { return nil }
    return CalendarDay(iso: "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
  }

  private func stages(_ line: String) -> [BillStage] {
    let text = Array(line.utf8)[...]
    var stages: [BillStage] = []
    if text.contains("introduced the following") || text.contains("submitted the following") { stages.append(.introduced) }
    if text.contains("reported the following original") { stages += [.introduced, .reported] }
    if text.contains("referred to the") && text.contains("committee"), !text.contains("calendar") { stages.append(.committee) }
    if text.hasPrefix("reported") { stages.append(.reported) }
    if text.hasPrefix("passed the house") || text.hasPrefix("agreed to by the house") { stages.append(.passedHouse) }
    if text.hasPrefix("passed the senate") || text.hasPrefix("agreed to by the senate") { stages.append(.passedSenate) }
    if text.contains("considered and passed") || text.contains("considered and agreed to")
      || text.contains("considered, read the third time, and passed") || text.contains("considered, and agreed to")
    {
      stages.append(version?.code.hasSuffix("s") ?? (measure?.kind.isHouse == false) ? .passedSenate : .passedHouse)
    }
    if text.hasPrefix("indefinitely postponed") || text.contains("which was laid on the table") { stages.append(.failed) }
    return stages
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func withoutHonorific(_ name: String) -> String {
    for title in ["Mr. ", "Mrs. ", "Ms. ", "Miss ", "Dr. ", "Mr.", "Mrs.", "Ms."] where name.hasPrefix(title) {
      return String(name.dropFirst(title.count))
    }
    return name
  }
}
