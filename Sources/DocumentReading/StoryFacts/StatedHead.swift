import RegulatoryModel

/// Finds date, byline and dateline in the first lines below a title that is known already.
enum StatedHead {
  static func read(_ body: Bytes, into draft: inout StoryDraft, _ dates: StatedDate) {
    var lines = LineReader(body.prefix(2500))
    var seen = 0
    while seen < 6, let line = lines.next()?.trimmed {
      guard !line.isEmpty else { continue }
      seen += 1
      if let day = dates.inLine(line) {
        draft.note(day, from: .header)
      } else if let dateline = dates.inDateline(line) {
        draft.note(dateline.day, from: .dateline)
        draft.source = draft.source ?? dateline.agency
        return
      } else if line.count > 140 {
        return
      }
    }
  }
}
