import RegulatoryModel

/// Reads a CSV file: asks what its columns are, and hands it to the reader of such tables: of prices, else of stories.
enum TableReader {
  /// - Throws: `.unknownTable` for a table of anything else.
  static func found(in text: CleanText, notes: inout [String], in context: ReadingContext) throws(ReadingError) -> DocumentReader.Found {
    let result = text.bytes.withUnsafeBufferPointer { bytes -> Result<DocumentReader.Found, ReadingError> in
      let head = DelimitedHead(bytes)
      guard !head.rows.isEmpty else { return .failure(.noText) }
      // A further kind of table is asked here.
      if let layout = PriceLayout(recognises: head), let reading = prices(bytes, layout, head.separator, notes, context) {
        return .success(.reading(reading))
      }
      if let table = StoryTable(recognises: bytes) { return .success(.drafts(table.drafts(in: context, notes: &notes))) }
      return .failure(.unknownTable(columns: columns(of: head)))
    }
    return try result.get()
  }

  /// Nil where the rows don't bear out what the columns promised.
  private static func prices(
    _ bytes: UnsafeBufferPointer<UInt8>, _ layout: PriceLayout, _ separator: UInt8, _ notes: [String], _ context: ReadingContext
  ) -> Reading? {
    let name = context.path.name
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let named = PriceSubject(fileName: stem, evidence: layout.publisher.evidenceOfFileName)
    let table = PriceTable(bytes, layout: layout, separator: separator, named: named)
    guard table.isPlausible else { return nil }
    var notes = notes + table.guesses + table.faults.notes
    var stories: [Story] = []
    for (subject, prices) in table.assets {
      let timeline = PriceTimeline(prices)
      let label = table.assets.count > 1 ? (subject.asset?.text ?? "other") : nil
      notes += timeline.notes.map { label.map { "\($0): " } ?? "" + $0 }
      var report = PriceReport(subject, timeline, publisher: layout.publisher, fileName: name)
      let identity = label.map { [$0, subject.quote ?? ""].joined(separator: "-") }
      if let story = report.story(index: stories.count, identity: identity) { stories.append(story) }
    }
    return stories.isEmpty ? nil : Reading(format: .csv, stories: stories, notes: Array(notes.prefix(noteLimit)))
  }

  private static let noteLimit = 40

  /// The first names of columns, for the sentence that says why the file isn't read.
  private static func columns(of head: DelimitedHead) -> String {
    let fields = (head.rows.first?.fields ?? []).filter { !$0.isEmpty }
    let shown = fields.prefix(6).map { OneLine.collapsed(Array($0.utf8)[...])[...].prefix(characters: 30).text }
    return shown.joined(separator: ", ") + (fields.count > shown.count ? ", …" : "")
  }
}
