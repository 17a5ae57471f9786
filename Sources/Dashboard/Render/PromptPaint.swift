import PrintableText
import TerminalCanvas

/// Draws an open prompt, what is wrong in it, and the list of what it may become.
enum PromptPaint {
  /// Lines of the list at most.
  private static let listHeight = 10

  /// Returns where the cursor blinks; nil without a prompt.
  static func draw(_ state: DashboardState, in status: Rect, theme: Theme, on canvas: inout Canvas) -> Frame.Position? {
    guard let prompt = state.prompt else { return nil }
    let rect = Rect(column: status.column, row: status.endRow - 1, width: status.width, height: 1)
    let style = theme.style(.prompt)
    canvas.fill(rect, style: style)
    var label = prompt.label
    if DisplayWidth.columns(of: label) + 8 > rect.width { label = String(label.suffix(1) == " " ? ":" : label.suffix(1)) }
    let start = canvas.write(" \(label)", column: rect.column, row: rect.row, style: style, clip: rect)
    // Underlined in every theme: what is wrong must not be told by colour alone.
    let wrong = Style(isUnderlined: true).over(theme.style(.promptError).over(style))
    let line = VisibleLine(prompt.line, columns: max(1, rect.endColumn - start - 1))
    for (index, character) in line.characters.enumerated() {
      let isWrong = prompt.fault.map { ($0.column..<($0.column + $0.length)).contains(line.first + index) } ?? false
      let place = start + line.columns[index]
      canvas.write(
        String(character), column: place, row: rect.row, style: isWrong ? wrong : style, clip: rect)
    }
    let end = start + line.width
    if let fault = prompt.fault {
      // A fault behind the last character is shown there.
      if fault.column >= prompt.line.characters.count, end < rect.endColumn {
        canvas.write(" ", column: end, row: rect.row, style: wrong, clip: rect)
      }
      // While the list shows how to go on, an unfinished value is not told to be wrong.
      let isUnfinished = !prompt.choices.isEmpty && fault.column + fault.length >= prompt.line.characters.count
      if !isUnfinished { drawFault(fault.message, behind: end + 2, in: rect, theme: theme, glyphs: state.glyphs, on: &canvas) }
    } else if let message = state.message {
      drawFault(message.text, behind: end + 2, in: rect, theme: theme, glyphs: state.glyphs, isError: message.kind == .problem, on: &canvas)
    }
    drawChoices(prompt, above: rect, state: state, theme: theme, on: &canvas)
    return Frame.Position(column: min(start + line.cursorColumn, rect.endColumn - 1), row: rect.row)
  }

  /// Right of the text where it fits, else on the line above.
  private static func drawFault(
    _ message: String, behind column: Int, in rect: Rect, theme: Theme, glyphs: Glyphs, isError: Bool = true, on canvas: inout Canvas
  ) {
    let style = theme.style(isError ? .statusError : .status)
    let width = DisplayWidth.columns(of: message) + 2
    if column + width <= rect.endColumn {
      canvas.write(" \(message) ", column: rect.endColumn - width, row: rect.row, style: style, clip: rect)
    } else if rect.row > 0 {
      let line = Rect(column: rect.column, row: rect.row - 1, width: rect.width, height: 1)
      let text = Canvas.truncated(" \(message)", to: line.width, ellipsis: glyphs.ellipsis)
      canvas.fill(Rect(column: line.column, row: line.row, width: min(line.width, width), height: 1), style: style)
      canvas.write(text, column: line.column, row: line.row, style: style, clip: line)
    }
  }

  private static func drawChoices(_ prompt: Prompt, above rect: Rect, state: DashboardState, theme: Theme, on canvas: inout Canvas) {
    // A fault that had no room beside the text stands on the line above; the list begins over it.
    let height = min(listHeight, prompt.choices.count, rect.row - 1)
    guard height > 0 else { return }
    let chosen = prompt.chosen ?? 0
    let top = min(max(0, chosen - height + 1), max(0, prompt.choices.count - height))
    let shown = Array(prompt.choices[top..<(top + height)])
    let keys = shown.map { DisplayWidth.columns(of: $0.keys) }.max() ?? 0
    // Where there is no room for what each line does, its name is worth more than that.
    let wanted = shown.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0
    let isNarrow = wanted + keys + 20 > rect.width
    let labels = min(wanted, isNarrow ? rect.width - 2 - (keys > 0 && wanted + keys + 4 <= rect.width ? keys + 2 : 0) : rect.width / 2)
    let notes = isNarrow ? 0 : shown.map { DisplayWidth.columns(of: $0.note) }.max() ?? 0
    let width = min(rect.width, labels + (notes > 0 ? notes + 2 : 0) + (keys > 0 ? keys + 2 : 0) + 2)
    let box = Rect(column: rect.column, row: rect.row - height, width: width, height: height)
    for (offset, choice) in shown.enumerated() {
      let style = theme.style(top + offset == prompt.chosen ? .paletteSelected : .palette)
      let row = box.row + offset
      canvas.fill(Rect(column: box.column, row: row, width: box.width, height: 1), style: style)
      let label = Canvas.truncated(choice.label, to: labels, ellipsis: state.glyphs.ellipsis)
      canvas.write(label, column: box.column + 1, row: row, style: style, clip: box)
      let noteRoom = width - labels - 4 - (keys > 0 ? keys + 2 : 0)
      let note = Canvas.truncated(isNarrow ? "" : choice.note, to: max(0, noteRoom), ellipsis: state.glyphs.ellipsis)
      canvas.write(note, column: box.column + labels + 3, row: row, style: theme.style(.textDim).over(style), clip: box)
      guard keys > 0, box.width >= labels + keys + 4 else { continue }
      let keyStyle = theme.style(.helpKey).over(style)
      canvas.write(choice.keys, column: box.endColumn - 1 - DisplayWidth.columns(of: choice.keys), row: row, style: keyStyle, clip: box)
    }
  }
}

/// The part of a line that is in sight, scrolled so that its cursor is.
private struct VisibleLine {
  var characters: ArraySlice<Character>
  /// The index of the first one shown.
  var first: Int
  /// Where each begins.
  var columns: [Int] = []
  var width = 0
  var cursorColumn = 0

  init(_ line: LineEditor, columns room: Int) {
    let all = line.characters
    first = line.cursor
    var used = 1
    while first > 0 {
      let next = Self.width(of: all[first - 1])
      if used + next > room { break }
      used += next
      first -= 1
    }
    var end = first
    while end < all.count, width + Self.width(of: all[end]) <= room {
      if end == line.cursor { cursorColumn = width }
      columns.append(width)
      width += Self.width(of: all[end])
      end += 1
    }
    if line.cursor >= end { cursorColumn = width }
    characters = all[first..<end]
  }

  private static func width(of character: Character) -> Int {
    DisplayWidth.columns(of: PrintableText.safe(String(character)))
  }
}
