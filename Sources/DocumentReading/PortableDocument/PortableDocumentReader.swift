import Glibc
import RegulatoryModel

/// Reads a PDF file: poppler's `pdftotext` says where which words stand, and `LaidOutDocument` makes a story of that.
enum PortableDocumentReader {
  static func read(_ source: DocumentSource, in context: ReadingContext) throws(ReadingError) -> Reading {
    guard let helper = context.helpers.path(of: .pdfToText) else { throw .helperMissing(.pdfToText) }
    guard context.budget.helperTime > .zero else { throw .helperFailed(tooLong(context)) }
    // Without its mark pdftotext walks over all of it, to mend what is none.
    guard try source.piece(at: 0, count: markedWithin)[...].contains("%pdf-") else {
      throw .damaged("it does not begin as a PDF file does")
    }
    let started = ContinuousClock.now
    let run = HelperRun(helper, ["-bbox-layout", "-enc", "UTF-8", "/dev/stdin", "-"], document: source, limits: limits(context))
    context.budget.helperTime -= ContinuousClock.now - started
    context.budget.noteLarge(run.output.count)
    let layout = LayoutReader.read(run.output)
    var notes: [String] = []
    if let problem = try problem(run, layout, in: context) { notes.append(problem) }
    var document = LaidOutDocument(layout, in: context)
    let pictures = document.wordless.isEmpty ? [] : pictures(among: document.wordless, source, in: context)
    if document.wordless.count == document.pageCount, pictures.isEmpty {
      document = LaidOutDocument(layout, in: context, takesOutHeads: false)
    }
    guard document.wordless.count < document.pageCount else {
      if pictures.isEmpty { throw .noText }
      throw .onlyPictures(pages: pictures.count)
    }
    if !pictures.isEmpty { notes.append(Self.note(of: pictures)) }
    return Reading(format: .pdf, stories: [try document.draft.story(in: context)], notes: notes)
  }

  /// In bytes: a text with its places is many times as long as the text.
  private static func mostPrinted(_ context: ReadingContext) -> Int { context.limits.storyBytes / 2 * 3 }

  /// Mail programs and servers leave lines of their own before the mark.
  private static let markedWithin = 1 << 16

  private static func limits(_ context: ReadingContext) -> HelperLimits {
    HelperLimits(
      time: context.budget.helperTime, memory: context.limits.helperBytes, output: mostPrinted(context),
      isStopped: context.budget.isStopped)
  }

  // MARK: What can go wrong

  /// A note where a part was read all the same.
  private static func problem(_ run: HelperRun, _ layout: DocumentLayout, in context: ReadingContext) throws(ReadingError) -> String? {
    let pages = layout.pages.count
    let part = "only \(pages == 1 ? "the first page was" : "the first \(pages) pages were") read"
    let hasText = layout.pages.contains { !$0.lines.isEmpty }
    let complaint = run.complaint.lowercased()
    if run.isCut, run.ending != .tookTooLong {
      guard hasText else { throw .helperFailed("pdftotext printed more than \(mostPrinted(context) >> 20) MB (limit “story_mb”)") }
      return "\(part): its text has more than \(mostPrinted(context) >> 20) MB with its places (limit “story_mb”)"
    }
    switch run.ending {
    case .notStarted(let why): throw .helperFailed("pdftotext can’t be started: \(why)")
    case .tookTooLong:
      guard hasText else { throw .helperFailed(tooLong(context)) }
      return "\(part): \(tooLong(context))"
    case .exited(0):
      guard pages > 0 else { throw .damaged("there are no pages in it") }
      return layout.isCut ? "\(part): the file is damaged" : nil
    case .exited, .signalled:
      if complaint.contains("password") { throw .needsPassword }
      if complaint.contains("memory") || complaint.contains("bad_alloc") || complaint.contains("allocat") {
        let why = "pdftotext needs more than \(context.limits.helperBytes >> 20) MB (limit “helper_mb”)"
        guard hasText else { throw .helperFailed(why) }
        return "\(part): \(why)"
      }
      if run.ending == .signalled(SIGXFSZ) {
        let why = "pdftotext finds no end of faults in it"
        guard hasText else { throw .damaged(why) }
        return "\(part): \(why)"
      }
      if case .signalled(let signal) = run.ending {
        guard hasText else { throw .helperFailed("pdftotext crashed on it (signal \(signal))") }
        return "\(part): pdftotext crashed (signal \(signal))"
      }
      guard hasText else { throw .damaged("it can’t be opened as a PDF file") }
      return "\(part): the file is damaged"
    }
  }

  private static func tooLong(_ context: ReadingContext) -> String {
    "pdftotext took longer than \(context.limits.helperSeconds) seconds (limit “helper_seconds”)"
  }

  // MARK: Scanned pages

  /// Those of the pages without words that have a picture; all of them where that can't be told.
  private static func pictures(among pages: [Int], _ source: DocumentSource, in context: ReadingContext) -> [Int] {
    guard let helper = context.helpers.path(of: .pdfImages), context.budget.helperTime > .zero else { return pages }
    let started = ContinuousClock.now
    let run = HelperRun(helper, ["-list", "/dev/stdin"], document: source, limits: limits(context))
    context.budget.helperTime -= ContinuousClock.now - started
    guard run.ending == .exited(0) else { return pages }
    var found: Set<Int> = []
    var lines = LineReader(run.output[...])
    while let line = lines.next() {
      if let number = line.words.first.flatMap({ Int($0.text) }) { found.insert(number) }
    }
    return pages.filter(found.contains)
  }

  /// "pages 3, 7-9 and 12 are pictures without text; …"
  private static func note(of pages: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for page in pages {
      if let last = ranges.last, last.upperBound + 1 == page {
        ranges[ranges.count - 1] = last.lowerBound...page
      } else {
        ranges.append(page...page)
      }
    }
    let shown = ranges.prefix(20).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
    let list = shown.joined(separator: ", ") + (ranges.count > shown.count ? " and others" : "")
    let isOne = pages.count == 1
    return
      "page\(isOne ? "" : "s") \(list) \(isOne ? "is a picture" : "are pictures") without text; OCR the file, for example with ocrmypdf"
  }
}
