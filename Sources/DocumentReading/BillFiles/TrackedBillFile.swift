import RegulatoryModel

/// Reads the bill files that GovTrack made until 2013 (`<bill session="112" type="h" number="1954">`), which archives still hold.
enum TrackedBillFile {
  /// Nil where the bill is not of this form.
  static func record(_ root: XMLElement) -> BillRecord? {
    guard let kind = root["type"].flatMap({ MeasureKind(tracked: $0) }), let number = root["number"].flatMap({ Int($0) }),
      let congress = root["session"].flatMap({ Int($0) })
    else { return nil }
    var record = BillRecord(measure: MeasureNumber(kind: kind, number: number, congress: congress), source: "GovTrack")
    record.introduced = root.first("introduced")?["datetime"].flatMap { CalendarDay(iso: $0) }
    for title in root.first("titles")?.all("title") ?? [] {
      guard let text = title.line else { continue }
      let type = title["type"] ?? "title"
      let stage = title["as"].map { " as \($0)" } ?? ""
      record.titles.append(
        BillRecord.Title(
          label: "\(type.prefix(1).uppercased())\(type.dropFirst()) title\(stage)", text: text, isPart: title["partial"] != nil,
          isOfficial: type == "official"))
    }
    // The last short title is that of the latest version.
    let titles = root.first("titles")?.all("title") ?? []
    record.displayTitle = titles.last { $0["type"] == "short" && $0["partial"] == nil }?.line
    record.setActions((root.first("actions")?.children ?? []).reversed().compactMap(action))
    record.committees = (root.first("committees")?.all("committee") ?? []).compactMap { committee in
      guard let name = committee["name"] else { return nil }
      let part = committee["subcommittee"].map { ", subcommittee on \($0)" } ?? ""
      let activity = committee["activity"] ?? ""
      return BillRecord.Committee(name: name + part, activities: activity.isEmpty ? [] : [activity.lowercased()])
    }
    record.subjects = (root.first("subjects")?.all("term") ?? []).compactMap { $0["name"] }
    record.amendments = root.first("amendments")?.all("amendment").count ?? 0
    if let summary = root.first("summary"), summary.line != nil {
      record.summaries = [BillRecord.Summary(label: "", date: nil, text: summary.bytes)]
    }
    record.related = (root.first("relatedbills")?.all("bill") ?? []).compactMap { bill in
      guard let kind = bill["type"].flatMap({ MeasureKind(tracked: $0) }), let number = bill["number"].flatMap({ Int($0) }),
        let congress = bill["session"].flatMap({ Int($0) })
      else { return nil }
      let relation = bill["relation"].flatMap { $0 == "unknown" ? nil : $0 }
      return BillRecord.Related(number: MeasureNumber(kind: kind, number: number, congress: congress), title: nil, relation: relation)
    }
    return record
  }

  private static func action(_ element: XMLElement) -> BillRecord.Action? {
    guard let text = element.line(of: "text") ?? element.line else { return nil }
    var stages = BillActionStage.stages(code: nil, text: text)
    switch element.name {
    case "topresident": stages = [.toPresident]
    case "signed", "enacted": stages = [.enacted]
    case "vetoed": stages = [.vetoed]
    default: break
    }
    return BillRecord.Action(date: element["datetime"].flatMap { CalendarDay(iso: $0) }, text: text, stages: stages)
  }
}
