import RegulatoryModel

/// Reads what FederalRegister.gov's API answers: one document, or a search result with many; also plain lists of documents
/// that name each by title and address.
enum FederalRegisterAnswer {
  /// Nil where the JSON is of another kind.
  static func drafts(_ value: JSONValue, in context: ReadingContext) -> [StoryDraft]? {
    if let draft = draft(value, in: context) { return [draft] }
    let list: [JSONValue]
    switch value {
    case .array(let values): list = values
    case .object(let members):
      guard let found = members.first(where: { Self.isList($0.value) }), case .array(let values) = found.value else {
        // A search that found nothing.
        return value["results"] != nil && value["count"]?.text == "0" ? [] : nil
      }
      list = values
    case .string, .other: return nil
    }
    let drafts = list.compactMap { draft($0, in: context) }
    return drafts.isEmpty ? nil : drafts
  }

  private static func isList(_ value: JSONValue) -> Bool {
    guard case .array(let values) = value, let first = values.first else { return false }
    return isDocument(first)
  }

  private static func isDocument(_ value: JSONValue) -> Bool {
    guard value["title"]?.text != nil else { return false }
    if value["document_number"]?.text != nil, value["publication_date"] != nil || value["html_url"] != nil { return true }
    return address(value).map { Issuer.host($0) == "federalregister.gov" && $0.contains("/documents/") } ?? false
  }

  private static func address(_ value: JSONValue) -> String? { value["html_url"]?.text ?? value["url"]?.text }

  private static func draft(_ value: JSONValue, in context: ReadingContext) -> StoryDraft? {
    guard isDocument(value), let title = value["title"]?.text else { return nil }
    let url = address(value)
    var document = FederalRegisterDocument(
      section: value["type"]?.text.flatMap { FederalRegisterSection(label: $0) }, title: PageFragment.line(title, limits: context.limits))
    document.url = url
    let parts = url.map { $0.split(separator: "/").map(String.init) } ?? []
    let place = parts.firstIndex(of: "documents")
    // …/documents/2025/05/05/2025-07837/…
    document.number = value["document_number"]?.text ?? place.flatMap { $0 + 4 < parts.count ? parts[$0 + 4] : nil }
    document.published =
      day(value["publication_date"]) ?? day(value["date"])
      ?? place.flatMap { $0 + 3 < parts.count ? CalendarDay(iso: parts[($0 + 1)...($0 + 3)].joined(separator: "-")) : nil }
    document.citation = value["citation"]?.text ?? citation(value)
    if document.section == nil, value["type"] == nil { document.section = sectionByTitle(title) }
    var text = RunningText()
    text.paragraph(document.line)
    write(value, context, &text)
    return document.draft(body: text.bytes)
  }

  private static func citation(_ value: JSONValue) -> String? {
    guard let volume = value["volume"]?.text, let page = value["start_page"]?.text else { return nil }
    return "\(volume) FR \(page)"
  }

  /// The lists that give no type hold filings of stock exchanges, which are notices.
  private static func sectionByTitle(_ title: String) -> FederalRegisterSection? {
    title.hasPrefix("Self-Regulatory Organizations") ? .notice : nil
  }

  // MARK: The text

  private static func write(_ value: JSONValue, _ context: ReadingContext, _ text: inout RunningText) {
    func line(_ label: String, _ content: String?) {
      guard let content, !content.isEmpty else { return }
      let plain = PageFragment.line(content, limits: context.limits)
      text.paragraph("\(label) \(plain)" + (plain.hasSuffix(".") || plain.hasSuffix("…") ? "" : "."))
    }
    let agencies = list(value["agencies"]) { $0["name"]?.text ?? $0["raw_name"]?.text }
    line("AGENCY:", agencies.joined(separator: "; "))
    line("ACTION:", value["action"]?.text)
    line("SUMMARY:", value["abstract"]?.text ?? value["description"]?.text)
    line("DATES:", value["dates"]?.text)
    if let day = day(value["comments_close_on"]) { text.paragraph("Comments close: \(LongDate.text(day)).") }
    if let day = day(value["effective_on"]) { text.paragraph("Effective date: \(LongDate.text(day)).") }
    if let day = day(value["signing_date"]) { text.paragraph("Signed: \(LongDate.text(day)).") }
    line("Executive order:", value["executive_order_number"]?.text)
    line("Proclamation:", value["proclamation_number"]?.text)
    line("Docket:", list(value["docket_ids"]) { $0.text }.joined(separator: "; "))
    line("RIN:", list(value["regulation_id_numbers"]) { $0.text }.joined(separator: "; "))
    line(
      "CFR:",
      list(value["cfr_references"]) { reference in
        guard let title = reference["title"]?.text, let part = reference["part"]?.text else { return nil }
        return "\(title) CFR Part \(part)"
      }.joined(separator: "; "))
    line("Topics:", list(value["topics"]) { $0.text }.joined(separator: "; "))
    line("Correction of:", value["correction_of"]?.text)
    let excerpts = value["excerpts"].map { value in
      if case .array(let values) = value { return values.compactMap(\.text) }
      return value.text.map { [$0] } ?? []
    }
    for excerpt in excerpts ?? [] { line("Excerpt: …", excerpt) }
  }

  private static func list(_ value: JSONValue?, _ text: (JSONValue) -> String?) -> [String] {
    guard case .array(let values)? = value else { return [] }
    return values.compactMap(text)
  }

  private static func day(_ value: JSONValue?) -> CalendarDay? { value?.text.flatMap { CalendarDay(iso: $0) } }
}
