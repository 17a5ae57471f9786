import QueryLanguage
import RegulatoryModel
import TerminalCanvas

/// A piece of a row, ready to be drawn.
struct CellText {
  var text: String
  var scope: ThemeScope?
  /// Drawn right behind it in another style.
  var tail: (text: String, scope: ThemeScope)?

  init(_ text: String, _ scope: ThemeScope? = nil, tail: (text: String, scope: ThemeScope)? = nil) {
    self.text = text
    self.scope = scope
    self.tail = tail
  }
}

/// One row of any list: its typed cells and what its line shows as a whole.
struct PaneRow {
  /// What the row is about; the cells are made from it for the widths at hand.
  enum Subject {
    case entity(EntityRow)
    case bill(BillRow)
    case move(VolatilityRow)
    case story(StoryRow)
    case file(FileRecord)
    case reason(ReasonCount)
    case silence(AgencySilence)
    /// A story whose row has not come yet.
    case loading
  }

  var subject: Subject
  /// Whether the filter has this value.
  var isChosen: Bool
  var isExcluded = false
  var isUnread = false
  /// How many copies a story's row stands for; 1 for its own alone.
  var copies = 1
  /// A further copy in an open fold.
  var isFurtherCopy = false
}

extension DashboardState {
  /// The row of a list; the one place that knows where each pane's rows come from.
  func paneRow(at index: Int, in pane: PaneID, chosen: PaneChoices) -> PaneRow {
    switch pane {
    case .exchanges, .agencies:
      let row = pane == .exchanges ? rows.exchanges[index] : rows.agencies[index]
      return PaneRow(subject: .entity(row), isChosen: chosen.wanted.contains(row.key.id), isExcluded: chosen.excluded.contains(row.key.id))
    case .legislation:
      let row = rows.bills[index]
      return PaneRow(subject: .bill(row), isChosen: chosen.wanted.contains(row.id), isExcluded: chosen.excluded.contains(row.id))
    case .volatility:
      let row = rows.volatility[index]
      let id = chosen.assetID(row.note.asset)
      return PaneRow(subject: .move(row), isChosen: chosen.wanted.contains(id), isExcluded: chosen.excluded.contains(id))
    case .stories:
      let id = rows.stories[index]
      guard let row = cache[id] else { return PaneRow(subject: .loading, isChosen: false) }
      return PaneRow(
        subject: .story(row), isChosen: false, isUnread: row.isUnread, copies: rows.copies[id] ?? 1,
        isFurtherCopy: rows.furtherCopies.contains(id))
    case .coverage: return PaneRow(subject: coverage.subject(of: rows.coverage, at: index), isChosen: false)
    case .reader: return PaneRow(subject: .loading, isChosen: false)
    }
  }
}

/// The values of a pane's own field that the filter has.
struct PaneChoices {
  var wanted: Set<String> = []
  var excluded: Set<String> = []
  private var vocabulary: Vocabulary?

  init(of pane: PaneID, in state: DashboardState) {
    let field: QueryField
    switch pane {
    case .exchanges: field = .exchange
    case .agencies: field = .agency
    case .legislation: field = .bill
    case .volatility:
      field = .asset
      vocabulary = state.vocabulary
    case .stories, .reader, .coverage: return
    }
    (wanted, excluded) = state.filtering.query.chosenValues(of: field)
  }

  /// Only looked up where a filter on assets is on.
  func assetID(_ ticker: String) -> String {
    wanted.isEmpty && excluded.isEmpty ? ticker : vocabulary?.id(of: ticker, in: .asset) ?? ticker.lowercased()
  }
}

/// What cells are made with.
struct CellContext {
  var glyphs: Glyphs
  var today: CalendarDay
}

extension PaneRow {
  /// One cell, as long as it likes up to `width`.
  func cell(_ content: PaneColumn.Content, width: Int, _ context: CellContext) -> CellText {
    switch subject {
    case .entity(let row): Self.entity(row, content, width, context)
    case .bill(let row): Self.bill(row, content, width, context)
    case .move(let row): Self.move(row, content, width, context)
    case .story(let row): story(row, content, width, context)
    case .file(let file): CoverageCells.file(file, content, width, context)
    case .reason(let reason): CoverageCells.reason(reason, content, width, context)
    case .silence(let silence): CoverageCells.silence(silence, content, width, context)
    case .loading: content == .title || content == .file ? CellText(context.glyphs.ellipsis, .textDim) : CellText("")
    }
  }

  private static func new(_ count: Int, _ context: CellContext) -> CellText {
    CellText(count > 0 ? context.glyphs.new + Numbers.fitted(count, width: 3) : "", .countNew)
  }

  private static func entity(_ row: EntityRow, _ content: PaneColumn.Content, _ width: Int, _ context: CellContext) -> CellText {
    switch content {
    case .name: name(row, width)
    case .count: CellText(Numbers.fitted(row.stories, width: min(6, width)), .count)
    case .activity: CellText(Sparkline.text(row.activity, width: width, glyphs: context.glyphs), .spark)
    case .new: new(row.new, context)
    default: CellText("")
    }
  }

  /// The same short name at every width; where there is room behind it, the full one too.
  private static func name(_ row: EntityRow, _ width: Int) -> CellText {
    guard width > row.shortName.count + row.name.count, !row.name.hasPrefix(row.shortName) else { return CellText(row.shortName) }
    return CellText(row.shortName, nil, tail: (" " + row.name, .textDim))
  }

  private static func bill(_ row: BillRow, _ content: PaneColumn.Content, _ width: Int, _ context: CellContext) -> CellText {
    switch content {
    case .name:
      // Room behind the number is used for what the bill is called.
      guard let title = row.title, title != row.label, width >= row.label.count + 12 else { return CellText(row.label) }
      return CellText(row.label, nil, tail: (" " + title, .textDim))
    case .ladder:
      let done = Ladder.rungs(row.stage)
      let todo = String(repeating: context.glyphs.ladderTodo, count: Ladder.height - done)
      return CellText(String(repeating: context.glyphs.ladderDone, count: done), .ladderDone, tail: (todo, .ladderTodo))
    case .stage: return CellText(Ladder.words(row, width: width))
    case .days: return CellText(Ladder.days(row, today: context.today, glyphs: context.glyphs), .textDim)
    case .new: return new(row.new, context)
    default: return CellText("")
    }
  }

  private static func move(_ row: VolatilityRow, _ content: PaneColumn.Content, _ width: Int, _ context: CellContext) -> CellText {
    let scope: ThemeScope =
      switch row.note.direction {
      case .up: .moveUp
      case .down: .moveDown
      case .swing: .moveSwing
      }
    switch content {
    case .asset: return CellText(MoveText.asset(row.note))
    case .direction: return CellText(MoveText.direction(row.note, context.glyphs), scope)
    case .size: return CellText(MoveText.size(row.note, context.glyphs), scope)
    case .window: return CellText(MoveText.window(row.note.window, width: width), .textDim)
    case .times: return CellText(row.stories > 1 ? context.glyphs.times + Numbers.fitted(row.stories, width: 3) : "", .badge)
    case .date: return CellText(DateText.short(row.date, today: context.today, width: width), .textDim)
    case .new: return CellText(row.isNew ? context.glyphs.new : "", .countNew)
    default: return CellText("")
    }
  }

  private func story(_ row: StoryRow, _ content: PaneColumn.Content, _ width: Int, _ context: CellContext) -> CellText {
    switch content {
    case .flags: CellText(row.isUnread ? context.glyphs.unread : " ", .countNew, tail: (row.isStarred ? context.glyphs.star : " ", .star))
    case .date: CellText(DateText.short(row.date, today: context.today), .textDim)
    case .kind: CellText(KindText.words(row.kind, width: width), .kind)
    case .times: CellText(copies > 1 ? context.glyphs.times + Numbers.fitted(copies, width: 4) : "", .badge)
    case .title: Self.title(row, indent: isFurtherCopy ? context.glyphs.copy + " " : "")
    case .names: CellText(Self.names(row.names, width: width), .textDim)
    default: CellText("")
    }
  }

  private static func title(_ row: StoryRow, indent: String) -> CellText {
    guard !row.tags.isEmpty else { return CellText(indent + (row.title.isEmpty ? "(no title)" : row.title)) }
    return CellText(indent + row.title, nil, tail: ("  " + row.tags.map { "#\($0)" }.joined(separator: " "), .badge))
  }

  /// As many names as fit whole; the first is cut rather than left out.
  private static func names(_ names: [String], width: Int) -> String {
    var result = names.first ?? ""
    for name in names.dropFirst() where result.count + 1 + name.count <= width { result += " " + name }
    return result
  }
}
