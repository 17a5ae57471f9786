import RegulatoryModel

/// Reads a meeting file of the House committee repository (`<committee-meeting>`).
enum CommitteeMeetingFile {
  static func draft(_ root: XMLElement, in context: ReadingContext) -> StoryDraft? {
    guard let details = root.first("meeting-details"), let title = details.line(of: "meeting-title") else { return nil }
    let committees = (details.first("committees")?.children ?? []).compactMap(\.line)
    var draft = StoryDraft()
    draft.title = Array(title.utf8)
    draft.kind = .notice
    draft.languageTag = "en"
    draft.source = "U.S. House of Representatives, committee repository"
    draft.identity = root["meeting-id"].map { "committee-meeting:\($0)" }
    let published = root["orig-publish-date"] ?? root["create-date"] ?? root.first("publish-dates")?.first("publish-date")?["date"]
    draft.note(published.flatMap { CalendarDay(iso: $0) }, from: .metadata)
    var text = RunningText()
    if !committees.isEmpty { text.line(committees.joined(separator: "; ") + ".") }
    let date = details.first("meeting-date")
    if let day = date?.line(of: "calendar-date").flatMap({ CalendarDay(iso: $0) }) {
      let time = date?.line(of: "start-time").map { " at \($0.prefix(5))" } ?? ""
      let what = root["meeting-type"]?.hasSuffix("HRG") == true ? "hearing" : "meeting"
      text.line("The \(what) will be held on \(LongDate.text(day))\(time).")
      draft.note(day, from: .header)
    }
    let place = (details.first("meeting-location")?.children ?? []).flatMap(\.children).compactMap(\.line)
    if !place.isEmpty { text.line("Place: \(place.joined(separator: ", ")).") }
    for document in root.first("meeting-documents")?.all("meeting-document") ?? [] {
      if let description = document.line(of: "description") { text.line("Document: \(description).") }
    }
    draft.body = text.bytes
    return draft
  }
}
