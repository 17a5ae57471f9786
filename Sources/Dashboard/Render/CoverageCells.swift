import PrintableText
import RegulatoryModel
import TerminalCanvas

/// The cells of the coverage's lists, and what `i` says of a row.
enum CoverageCells {
  static func file(_ file: FileRecord, _ content: PaneColumn.Content, _ width: Int, _ context: CellContext) -> CellText {
    switch content {
    case .status: status(file.status, width, context)
    case .file: CellText(path(file.pathBelowRoot, width: width, context))
    case .reason: CellText(file.troubles.joined(separator: "; "), .textDim)
    case .format: CellText(file.format ?? "", .kind)
    case .count: CellText(Numbers.stories(file.stories), .count)
    case .bytes: CellText(ByteText.size(file.size), .count)
    case .days: CellText(file.micros > 0 ? time(file.micros) : "", .textDim)
    case .date:
      CellText(
        file.readAt > 0 ? DateText.short(CalendarDay(secondsSinceEpoch: file.readAt), today: context.today, width: width) : "", .textDim)
    default: CellText("")
    }
  }

  static func reason(_ reason: ReasonCount, _ content: PaneColumn.Content, _ width: Int, _ context: CellContext) -> CellText {
    switch content {
    case .count: CellText(Numbers.grouped(reason.files), .count)
    case .status: status(reason.status, width, context)
    case .reason: CellText(reason.text)
    case .file: CellText(path(reason.example.name, width: width, context), .textDim)
    default: CellText("")
    }
  }

  static func silence(_ silence: AgencySilence, _ content: PaneColumn.Content, _ width: Int, _ context: CellContext) -> CellText {
    switch content {
    case .name:
      width > silence.shortName.count + silence.name.count && silence.name != silence.shortName
        ? CellText(silence.shortName, nil, tail: (" " + silence.name, .textDim)) : CellText(silence.shortName)
    case .date: CellText(DateText.short(silence.lastDay, today: context.today, width: width), .textDim)
    case .days: CellText("silent \(Numbers.counted(silence.days, "day", "days"))", .moveDown)
    case .window: CellText("usually every \(silence.usualGap == 1 ? "day" : "\(silence.usualGap) days")", .textDim)
    default: CellText("")
    }
  }

  private static func status(_ status: FileStatus, _ width: Int, _ context: CellContext) -> CellText {
    let (sign, scope): (String, ThemeScope) =
      switch status {
      case .read: (context.glyphs.chosen, .moveUp)
      case .partly: (context.glyphs.about, .moveSwing)
      case .skipped: (context.glyphs.dash, .textDim)
      case .failed: ("!", .moveDown)
      }
    return CellText(width >= 7 ? status.rawValue : sign, scope)
  }

  /// The end of a path tells more than its beginning.
  private static func path(_ path: String, width: Int, _ context: CellContext) -> String {
    let safe = PrintableText.safe(path)
    guard DisplayWidth.columns(of: safe) > width, width > 1 else { return safe }
    var kept: [Character] = []
    var used = 1
    for character in safe.reversed() {
      used += DisplayWidth.columns(of: String(character))
      if used > width { break }
      kept.append(character)
    }
    return context.glyphs.ellipsis + String(kept.reversed())
  }

  /// `812 µs`, `3.2 ms`, `12 s`.
  static func time(_ micros: Int64) -> String {
    if micros < 1000 { return "\(micros) µs" }
    if micros < 1_000_000 { return micros < 10_000 ? "\(micros / 1000).\(micros % 1000 / 100) ms" : "\(micros / 1000) ms" }
    return "\(micros / 1_000_000).\(micros % 1_000_000 / 100_000) s"
  }

  static func explanation(of file: FileRecord) -> WhyView.Entry {
    var notes = [
      "Folder: \(file.root.text)", "Size: \(ByteText.size(file.size))",
      "Format: \(file.format ?? "not recognised")", "Stories: \(Numbers.grouped(file.stories))",
    ]
    if file.readAt > 0 {
      notes.append("Read on \(CalendarDay(secondsSinceEpoch: file.readAt).longText) (UTC) in \(time(file.micros))")
    }
    notes.append("Reader: \(file.reader)")
    let troubles = file.troubles
    return WhyView.Entry(
      heading: file.pathBelowRoot,
      sentence: troubles.isEmpty ? "Read whole." : file.status.label + ": " + troubles.joined(separator: "; "), notes: notes)
  }

  static func explanation(of silence: AgencySilence, asOf: CalendarDay) -> WhyView.Entry {
    WhyView.Entry(
      heading: silence.name,
      sentence:
        "Last named on \(silence.lastDay.longText), \(Numbers.counted(silence.days, "day", "days")) before \(asOf.longText); usually every "
        + "\(Numbers.counted(silence.usualGap, "day", "days")), \(Numbers.stories(silence.stories)) in the half year before.",
      notes: [SilenceRule.words, "It may have nothing to say, or a source is no longer delivered: that is for you to look into."])
  }
}
