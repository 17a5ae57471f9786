import RegulatoryModel

/// Reads the bill status XML of the Government Publishing Office: schema 1.0 (2015, `billNumber`) to 3.0.0 (`number`).
enum BillStatusFile {
  /// Nil where the file doesn't say which bill it is about.
  static func record(_ root: XMLElement, limits: ReadingLimits = .standard) -> BillRecord? {
    guard let bill = root.first("bill"),
      let measure = MeasureNumber(
        type: bill.line(of: "type") ?? bill.line(of: "billType"), number: bill.line(of: "number") ?? bill.line(of: "billNumber"),
        congress: bill.line(of: "congress"))
    else { return nil }
    var record = BillRecord(measure: measure, source: "Congress.gov, bill status")
    record.introduced = day(bill, "introducedDate")
    record.displayTitle = bill.line(of: "title")
    record.titles = titles(bill, displayed: record.displayTitle)
    record.sponsors = members(bill.first("sponsors"))
    record.cosponsors = members(bill.first("cosponsors"))
    let committees = bill.first("committees")
    record.committees = self.committees(committees?.first("billCommittees") ?? committees)
    record.setActions(actions(bill.first("actions")))
    record.laws = (bill.first("laws")?.items() ?? []).compactMap { law in
      guard let type = law.line(of: "type"), let number = law.line(of: "number") else { return nil }
      return "\(type) \(number)"
    }
    let subjects = bill.first("subjects")?.first("billSubjects") ?? bill.first("subjects")
    record.policyArea =
      bill.first("policyArea")?.line(of: "name") ?? subjects?.first("policyArea")?.line(of: "name")
      ?? bill.first("primarySubject")?.line(of: "name") ?? subjects?.first("primarySubject")?.line(of: "name")
    record.subjects = ((subjects?.first("legislativeSubjects") ?? subjects?.first("otherSubjects"))?.items() ?? []).compactMap {
      $0.line(of: "name")
    }
    record.summaries = summaries(bill.first("summaries"), limits)
    record.related = (bill.first("relatedBills")?.items() ?? []).map(related)
    record.reports = (bill.first("committeeReports")?.all("committeeReport") ?? []).compactMap { $0.line(of: "citation") }
    record.amendments = bill.first("amendments")?.all("amendment").count ?? 0
    record.url = bill.line(of: "legislationUrl")
    return record
  }

  private static func day(_ element: XMLElement, _ name: String) -> CalendarDay? {
    element.line(of: name).flatMap { CalendarDay(iso: $0) }
  }

  // MARK: Titles

  private static func titles(_ bill: XMLElement, displayed: String?) -> [BillRecord.Title] {
    (bill.first("titles")?.items() ?? []).compactMap { item in
      guard let text = item.line(of: "title"), let type = item.line(of: "titleType"), type != "Display Title" else { return nil }
      let isPart = type.contains("portion")
      return BillRecord.Title(label: label(type), text: text, isPart: isPart, isOfficial: type.hasPrefix("Official"))
    }
  }

  /// "Short Titles as Passed House" as a label before one title.
  private static func label(_ type: String) -> String {
    for (printed, plain) in [("Short Titles", "Short title"), ("Short Title(s)", "Short title"), ("Popular Titles", "Popular title")]
    where type.hasPrefix(printed) {
      return plain + type.dropFirst(printed.count)
    }
    return type
  }

  // MARK: People and committees

  private static func members(_ list: XMLElement?) -> [BillRecord.Member] {
    (list?.items() ?? []).compactMap { item in
      guard let printed = item.line(of: "fullName") ?? item.line(of: "name") else { return nil }
      var remark: String?
      if let day = day(item, "sponsorshipWithdrawnDate") {
        remark = "withdrew \(LongDate.text(day))"
      } else if item.line(of: "isOriginalCosponsor") == "False", let day = day(item, "sponsorshipDate") {
        remark = "joined \(LongDate.text(day))"
      }
      return BillRecord.Member(printed: printed, name: name(printed), id: item.line(of: "bioguideId"), remark: remark)
    }
  }

  /// "Rep. Bishop, Sanford D., Jr. [D-GA-2]" as "Sanford D. Bishop, Jr."
  static func name(_ printed: String) -> String? {
    var name = printed[...]
    if let bracket = name.firstIndex(of: "[") { name = name[..<bracket] }
    for title in ["Rep. ", "Sen. ", "Del. ", "Com. ", "Resident Commissioner "] where name.hasPrefix(title) {
      name = name.dropFirst(title.count)
    }
    let parts = name.split(separator: ",").map { $0.drop { $0 == " " } }.map { part in
      var part = part
      while part.last == " " { part.removeLast() }
      return part
    }
    guard parts.count >= 2 else { return parts.first.map(String.init) }
    return "\(parts[1]) \(parts[0])" + parts.dropFirst(2).map { ", \($0)" }.joined()
  }

  private static func committees(_ list: XMLElement?) -> [BillRecord.Committee] {
    var found: [BillRecord.Committee] = []
    for item in list?.items() ?? [] {
      guard let name = item.line(of: "name") else { continue }
      let chamber = item.line(of: "chamber").flatMap { name.hasPrefix($0) ? nil : $0 + " " } ?? ""
      found.append(BillRecord.Committee(name: chamber + name, activities: activities(item)))
      for part in item.first("subcommittees")?.items() ?? [] {
        guard let subcommittee = part.line(of: "name") else { continue }
        found.append(BillRecord.Committee(name: "\(subcommittee) of the \(chamber)\(name)", activities: activities(part)))
      }
    }
    return found
  }

  private static func activities(_ committee: XMLElement) -> [String] {
    (committee.first("activities")?.items() ?? []).compactMap { item in
      guard let name = item.line(of: "name") else { return nil }
      var words = name.lowercased()
      for ending in [" to", " by", " from"] where words.hasSuffix(ending) { words.removeLast(ending.count) }
      return words + (day(item, "date").map { " \(LongDate.text($0))" } ?? "")
    }
  }

  // MARK: Actions, summaries, related bills

  private static func actions(_ list: XMLElement?) -> [BillRecord.Action] {
    let list = list?.first("actions") ?? list
    return (list?.items() ?? []).compactMap { item in
      guard let text = item.line(of: "text") else { return nil }
      return BillRecord.Action(
        date: day(item, "actionDate"), text: text, stages: BillActionStage.stages(code: item.line(of: "actionCode"), text: text))
    }
  }

  private static func summaries(_ list: XMLElement?, _ limits: ReadingLimits) -> [BillRecord.Summary] {
    let items = list?.all("summary").nonEmpty ?? list?.first("billSummaries")?.items() ?? list?.items() ?? []
    let summaries = items.compactMap { item -> BillRecord.Summary? in
      guard let text = item.first("text") ?? item.first("cdata")?.first("text") else { return nil }
      let stage = item.line(of: "actionDesc") ?? item.line(of: "name")
      return BillRecord.Summary(
        label: stage.map { "(\($0))" } ?? "", date: day(item, "actionDate"), text: PageFragment.text(text.bytes, limits: limits))
    }
    let never = CalendarDay(daysSinceEpoch: .min)
    return summaries.enumerated().sorted { ($1.element.date ?? never, $0.offset) < ($0.element.date ?? never, $1.offset) }.map(\.element)
  }

  private static func related(_ item: XMLElement) -> BillRecord.Related {
    let number = MeasureNumber(type: item.line(of: "type"), number: item.line(of: "number"), congress: item.line(of: "congress"))
    let relation = item.first("relationshipDetails")?.items().first?.line(of: "type")
    return BillRecord.Related(
      number: number, title: item.line(of: "title") ?? item.line(of: "latestTitle"), relation: relation?.lowercased())
  }
}

extension Array {
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
