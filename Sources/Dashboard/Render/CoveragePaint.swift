import PrintableText
import RegulatoryModel
import TerminalCanvas

/// Draws what stands above the coverage's list: the totals, and the lists to choose from.
enum CoveragePaint {
  static func draw(_ state: DashboardState, tabs strip: Rect, totals: Rect?, theme: Theme, on canvas: inout Canvas) {
    canvas.fill(strip, style: theme.style(.header))
    for tab in tabs(in: strip, state: state) {
      let style = theme.style(tab.tab == state.coverage.tab ? .titleFocused : .title).over(theme.style(.header))
      canvas.write(tab.text, column: tab.column, row: strip.row, style: style, clip: strip)
    }
    guard let totals, let figures = state.coverage.totals else { return }
    for (offset, line) in lines(figures, state).prefix(totals.height).enumerated() {
      // What has no room is left out whole, and never cut in the middle of a figure.
      var text = ""
      for part in line where DisplayWidth.columns(of: text) + DisplayWidth.columns(of: part) + 4 <= totals.width {
        text += (text.isEmpty ? " " : " \(state.glyphs.dot) ") + part
      }
      let style = theme.style(offset == 0 ? .text : .textDim)
      canvas.write(text, column: totals.column, row: totals.row + offset, style: style, clip: totals)
    }
  }

  /// What became of how many; what falls silent; which formats.
  private static func lines(_ totals: CoverageTotals, _ state: DashboardState) -> [[String]] {
    let all = totals.all
    var first = ["\(Numbers.counted(all.count, "file", "files")), \(ByteText.size(all.bytes))"]
    first += FileStatus.allCases.map { "\(Numbers.grouped(totals.count($0))) \($0.label)" }
    if let speed = all.bytesPerSecond { first.append("\(Int(speed / 100_000) / 10).\(Int(speed / 100_000) % 10) MB/s") }
    let passed =
      totals.passedOver.isEmpty
      ? [] : ["passed over by name: " + totals.passedOver.map { "\($0.reason) (\(Numbers.grouped($0.count)))" }.joined(separator: ", ")]
    let silent =
      totals.silences.isEmpty
      ? ["no agency usually named is silent"]
      : ["silent: " + totals.silences.prefix(4).map { "\($0.shortName) \($0.days) days" }.joined(separator: ", ")]
    let formats = totals.formats.map { "\($0.format ?? "not recognised") \(Numbers.grouped($0.count))" }
    return [first, silent + passed, formats]
  }

  struct Tab {
    var tab: CoverageView.Tab
    var text: String
    var column: Int
  }

  /// As they fit: with figures, without them, the current one alone with its place among them.
  static func tabs(in strip: Rect, state: DashboardState) -> [Tab] {
    let all = CoverageView.Tab.allCases
    func figure(_ tab: CoverageView.Tab) -> String { state.coverage.count(of: tab).map { " " + Numbers.fitted($0, width: 5) }.orEmpty }
    let variants: [(CoverageView.Tab) -> String] = [
      { " \($0.label)\(figure($0)) " }, { "\($0 == .silent ? "Silent" : $0.label)\(figure($0)) " },
      { $0 == state.coverage.tab ? " \($0.label)\(figure($0)) " : "\($0.label.prefix(4)) " },
    ]
    for text in variants {
      var column = strip.column
      var tabs: [Tab] = []
      for tab in all {
        tabs.append(Tab(tab: tab, text: text(tab), column: column))
        column += DisplayWidth.columns(of: text(tab))
      }
      if column <= strip.endColumn { return tabs }
    }
    let current = state.coverage.tab
    let whole = " \(current.rawValue + 1)/\(all.count) \(current.label)\(figure(current))"
    return [Tab(tab: current, text: whole, column: strip.column)]
  }

  static func tab(atColumn column: Int, row: Int, in strip: Rect, state: DashboardState) -> CoverageView.Tab? {
    guard strip.contains(column: column, row: row) else { return nil }
    return tabs(in: strip, state: state).first { ($0.column..<($0.column + DisplayWidth.columns(of: $0.text))).contains(column) }?.tab
  }
}
