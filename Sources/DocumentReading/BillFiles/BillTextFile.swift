import RegulatoryModel

/// Reads the text of a bill or law: USLM (`meta`, `preface`, `main`) and the older bill and resolution DTD (`form`, `legis-body`).
enum BillTextFile {
  /// Nil where the document has no such parts.
  static func draft(_ root: XMLElement, in context: ReadingContext) -> StoryDraft? {
    let head = Head(root)
    guard head.measure != nil || head.name != nil, root.children.contains(where: { Head.bodies.contains($0.name) }) else { return nil }
    var draft = StoryDraft()
    draft.title = Array(head.title.utf8)
    draft.kind = root.name == "statuteCompilation" || root.name == "statutesAtLarge" ? .other : .bill
    draft.languageTag = "en"
    draft.source = "U.S. Congress, official text"
    draft.url = head.measure?.url
    draft.identity = head.measure.map { "bill-text:\($0.id)/\(head.version?.code ?? "")" }
    var text = RunningText()
    let actions = BillTextActions(root, version: head.version, measure: head.measure)
    let steps = actions.write(into: &text, head: head)
    draft.note(actions.lastDay ?? head.statedDay, from: .metadata)
    var legal = LegalText(text)
    for part in root.children where Head.bodies.contains(part.name) { legal.write(part) }
    draft.body = legal.text.bytes
    if let measure = head.measure {
      var bill = OfficialBill(id: measure.id, number: measure.printed, title: head.shortTitles.first ?? head.officialTitle)
      bill.aliases = Array(head.shortTitles.dropFirst())
      bill.partTitles = head.partTitles
      bill.sponsor = actions.sponsor
      bill.sponsorID = actions.sponsorID
      bill.steps = steps
      draft.officialBill = bill
    }
    return draft
  }

  /// What the head of a text says of it.
  struct Head {
    static let bodies: Set<String> = [
      "main", "preamble", "legis-body", "resolution-body", "engrossed-amendment-body", "amendment-body", "attestation", "signatures",
      "collection", "component",
    ]

    private(set) var measure: MeasureNumber?
    private(set) var version: BillVersion?
    private(set) var shortTitles: [String] = []
    private(set) var partTitles: [String] = []
    private(set) var officialTitle: String?
    /// What the document calls itself: the title of a law.
    private(set) var name: String?
    private(set) var statedDay: CalendarDay?
    private let citation: String?

    init(_ root: XMLElement) {
      let meta = root.first("meta")
      let form = root.first("form") ?? root.first("engrossed-amendment-form") ?? root.first("amendment-form")
      let core = root.first("metadata")?.first("dublinCore")
      name = meta?.line(of: "dc:title") ?? core?.line(of: "dc:title")
      citation = meta?.line(of: "citableAs")
      if let number = form?.line(of: "legis-num") {
        measure = MeasureNumber(
          type: String(number.filter { !$0.isNumber }), number: String(number.filter(\.isNumber)), congress: form?.line(of: "congress"))
      } else if root.name == "bill" || root.name == "resolution" || root.name.hasPrefix("engrossed") || root.name.hasPrefix("amendment") {
        measure = MeasureNumber(
          type: root.first("preface")?.line(of: "dc:type") ?? meta?.line(of: "dc:type").map(Self.initials),
          number: meta?.line(of: "docNumber"), congress: meta?.line(of: "congress"))
      }
      // "116 HR 1010 RH: To provide …"
      let coded = name?.split(separator: ":").first.flatMap { $0.split(separator: " ").last }.map(String.init)
      version =
        coded.flatMap { $0.count <= 4 ? BillVersion($0) : nil } ?? meta?.line(of: "docStage").flatMap { BillVersion($0) }
        ?? (root["bill-stage"] ?? root["resolution-stage"] ?? root["amend-stage"]).flatMap { BillVersion($0) }
      if root.name == "pLaw" { version = BillVersion("pl") }
      officialTitle =
        root.firstBelow("officialTitle")?.line ?? form?.line(of: "official-title") ?? root.first("preface")?.line(of: "dc:title")
        ?? Self.titleBehindCode(name)
      statedDay = (core?.line(of: "dc:date") ?? meta?.line(of: "dc:date") ?? meta?.line(of: "approvedDate")).flatMap {
        CalendarDay(iso: $0)
      }
      readShortTitles(root)
    }

    /// An enrolled resolution has its title only here: "116 SCONRES 14 ENR: Authorizing …".
    private static func titleBehindCode(_ name: String?) -> String? {
      guard let name, let colon = name.firstIndex(of: ":"), name[..<colon].split(separator: " ").count == 4, name.first?.isNumber == true
      else { return nil }
      let title = name[name.index(after: colon)...].drop { $0 == " " }
      return title.isEmpty ? nil : String(title)
    }

    /// The first names the bill itself, as do those beside it; the others name its parts.
    private mutating func readShortTitles(_ root: XMLElement) {
      for element in root.allBelow("shortTitle") + root.allBelow("short-title") {
        guard let title = element.line, !shortTitles.contains(title), !partTitles.contains(title) else { continue }
        let isPart = element["role"].map { $0 != "act" } ?? !shortTitles.isEmpty
        if isPart || shortTitles.count >= 3 { partTitles.append(title) } else { shortTitles.append(title) }
      }
    }

    /// "House Concurrent Resolution" as "HConRes".
    private static func initials(_ type: String) -> String {
      let letters = ["House": "h", "Senate": "s", "Bill": "", "Concurrent": "con", "Joint": "j", "Resolution": "res"]
      let code = type.split(separator: " ").map { letters[String($0)] ?? "" }.joined()
      return code == "h" ? "hr" : code
    }

    /// What the story is called.
    var title: String {
      guard let measure else {
        return [citation, name].compactMap { $0 }.first { $0 != citation } ?? citation ?? ""
      }
      let stage = version.map { ", \($0.name)" } ?? ""
      let named = (shortTitles.first ?? officialTitle).map { ": " + $0 } ?? ""
      return "\(measure.printed) (\(Ordinal.text(measure.congress)))\(stage)\(named)"
    }
  }
}
