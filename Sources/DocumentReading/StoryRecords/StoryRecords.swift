import RegulatoryModel

/// All records of one file, on their way to drafts: what is common to JSON and CSV.
struct StoryRecords {
  private(set) var records: [StoryRecord] = []
  /// Records without title and text.
  var left = 0
  private let limits: ReadingLimits
  private var bytes = 0

  init(limits: ReadingLimits) { self.limits = limits }

  /// False where there are as many as may be read: one more, so that the note on it is written.
  mutating func add(_ record: StoryRecord) -> Bool {
    guard record[.title] != nil || record[.text] != nil || record[.summary] != nil else {
      left += 1
      return true
    }
    records.append(record)
    bytes += record.facts.values.reduce(0) { $0 + $1.value.count }
    return records.count <= limits.stories && bytes <= limits.storyBytes
  }

  /// The drafts, and in the notes what is doubtful about them.
  func drafts(in context: ReadingContext, notes: inout [String]) -> [StoryDraft] {
    let dates = records.compactMap { $0[.date] ?? $0[.updated] }
    let order = dates.lazy.compactMap { FeedDate.order(of: $0[...]) }.first
    var drafts: [StoryDraft] = []
    var empty = left
    for record in records {
      if let draft = record.draft(order: order, in: context) { drafts.append(draft) } else { empty += 1 }
    }
    if empty > 0 {
      notes.append(empty == 1 ? "1 record without title or text was left out" : "\(empty) records without title or text were left out")
    }
    if order == nil, let value = dates.first(where: { FeedDate.isAmbiguous($0[...]) }), drafts.contains(where: { $0.url == nil }) {
      notes.append(
        "dates such as \(value[...].prefix(characters: 12).text) are read month first where nothing says which it is")
    }
    for field in StoryField.allCases where !field.doubtful.isEmpty {
      guard let fact = records.first?.facts[field], field.doubtful.contains(fact.name) else { continue }
      notes.append("the \(field.label) was taken from “\(fact.name)”")
    }
    let undated = dates.isEmpty ? records.count : drafts.reduce(0) { $0 + ($1.days.isEmpty ? 1 : 0) }
    if undated > 0, !drafts.isEmpty, !dates.isEmpty {
      notes.append(undated == 1 ? "the date of 1 record could not be read" : "the dates of \(undated) records could not be read")
    }
    return drafts
  }
}

extension StoryField {
  /// As a note calls it.
  fileprivate var label: String {
    switch self {
    case .title: "title"
    case .text: "text"
    case .summary: "summary"
    case .url: "address"
    case .date, .updated: "date"
    case .source: "source"
    case .author: "author"
    case .id: "id"
    case .language: "language"
    }
  }
}
