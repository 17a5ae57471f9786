import PrintableText
import TerminalCanvas

/// The first line: where, how many, how many new; on the right, whether regwatch keeps up.
enum HeaderLine {
  static func draw(_ state: DashboardState, in rect: Rect, theme: Theme, on canvas: inout Canvas) {
    let style = theme.style(.header)
    let dim = theme.style(.textDim).over(style)
    canvas.fill(rect, style: style)
    let counts = counts(state)
    let countsWidth = counts.reduce(0) { $0 + DisplayWidth.columns(of: $1) + 3 }
    let folders = folders(state)
    let leftWidth = 13 + (folders.last.map { DisplayWidth.columns(of: $0) } ?? 0) + countsWidth
    // While files are being loaded, how far that has come counts more than where they lie.
    let usual = rect.width - min(leftWidth, rect.width * 8 / 10) - 1
    let rightRoom = state.progress == nil ? usual : max(usual, min(56, rect.width - 27))
    let right = right(state, width: rightRoom)
    let rightWidth = right.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
    let rest = Rect(column: rect.column, row: rect.row, width: rect.width - (rightWidth > 0 ? rightWidth + 2 : 0), height: 1)
    var column = canvas.write(" regwatch", column: rest.column, row: rest.row, style: style, clip: rest)
    // The figures come first: the folders are written as short as need be, and lose their end before a figure does.
    let room = rest.endColumn - column - 3
    let place = folders.first { DisplayWidth.columns(of: $0) <= room - countsWidth } ?? folders.last.orEmpty
    let least = state.progress == nil ? 12 : 8
    let placeWidth = min(DisplayWidth.columns(of: place), max(least, room - countsWidth), room)
    if placeWidth >= 8 || placeWidth == DisplayWidth.columns(of: place), placeWidth > 0 {
      let text = Canvas.truncated(place, to: placeWidth, ellipsis: state.glyphs.ellipsis)
      column = canvas.write(text, column: column + 2, row: rest.row, style: style, clip: rest)
    }
    for part in counts {
      let width = rest.endColumn - column - 3
      // "37 new since Fri 20 Nov" may lose its end; a number is shown whole or not at all.
      let short = part.split(separator: " ").prefix(2).joined(separator: " ")
      guard let text = [part, short].first(where: { DisplayWidth.columns(of: $0) <= width }) else { break }
      column = canvas.write(text, column: column + 3, row: rest.row, style: dim, clip: rest)
    }
    column = rect.endColumn - rightWidth - 1
    for part in right {
      column = canvas.write(part.text, column: column, row: rect.row, style: theme.style(part.scope).over(style), clip: rect)
    }
  }

  /// Where the stories come from, in ever fewer words.
  private static func folders(_ state: DashboardState) -> [String] {
    if state.isSamples { return ["built-in samples \(state.glyphs.dash) regwatch FOLDER opens yours", "built-in samples", "samples"] }
    guard let first = state.folders.first else { return ["no folder"] }
    let names = state.folders.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let all = [state.folders.joined(separator: " "), names.joined(separator: " ")]
    return state.folders.count == 1 ? [first, names[0]] : all + ["\(names[0]) +\(names.count - 1)"]
  }

  /// How many stories, and how many of them are new since when.
  private static func counts(_ state: DashboardState) -> [String] {
    guard state.shown != nil else { return [] }
    var parts = [Numbers.stories(state.totals.stories)]
    if state.totals.new > 0 {
      let since = state.totals.lastLook.map { " since \(DateText.spoken($0, today: state.today))" }.orEmpty
      parts.append("\(Numbers.grouped(state.totals.new)) new\(since)")
    }
    return parts
  }

  private static func right(_ state: DashboardState, width: Int) -> [(text: String, scope: ThemeScope)] {
    if let progress = state.progress { return self.progress(progress, state, width: width) }
    guard let watch = state.watch else { return [] }
    let folders = Numbers.counted(watch.folders, "folder", "folders")
    let glyphs = state.glyphs
    let words: (glyph: String, text: String) =
      switch watch.mode {
      case .watching: (glyphs.watching, "watching \(folders)")
      case .polling: (glyphs.polling, "polling \(folders)")
      case .off: (glyphs.off, "not watching")
      }
    let note = watch.note.map { ", \($0)" }.orEmpty
    for text in ["\(words.glyph) \(words.text)\(note)", "\(words.glyph) \(words.text)", words.glyph]
    where DisplayWidth.columns(of: text) <= width { return [(text, .header)] }
    return []
  }

  /// `██████░░░░ 812 of 1,284 files  18 MB/s  12 s left`, as far as there is room.
  private static func progress(_ progress: LoadProgress, _ state: DashboardState, width: Int) -> [(text: String, scope: ThemeScope)] {
    let done = Numbers.grouped(progress.filesDone)
    let count =
      progress.filesTotal.map { "\(done) of \(Numbers.grouped($0)) files" } ?? "\(Numbers.counted(progress.filesDone, "file", "files"))"
    var more: [String] = []
    if progress.bytesPerSecond >= 50_000 {
      let tenths = Int(progress.bytesPerSecond / 100_000)
      more.append(tenths >= 100 ? "\(tenths / 10) MB/s" : "\(tenths / 10).\(tenths % 10) MB/s")
    }
    if let seconds = progress.secondsLeft { more.append("\(DateText.duration(seconds: seconds)) left") }
    if progress.skipped > 0 { more.append("\(Numbers.grouped(progress.skipped)) skipped") }
    var text = count
    let shortestBar = 8
    for part in more where text.count + 2 + part.count + shortestBar + 1 <= width { text += "  " + part }
    let barRoom = min(20, width - text.count - 1)
    guard barRoom >= shortestBar, let total = progress.filesTotal, total > 0 else { return text.count <= width ? [(text, .header)] : [] }
    let filled = min(barRoom, barRoom * progress.filesDone / total)
    return [
      (String(repeating: state.glyphs.progressDone, count: filled), .progressDone),
      (String(repeating: state.glyphs.progressTodo, count: barRoom - filled), .progressTodo), (" " + text, .header),
    ]
  }
}
