import ArgumentParser
import QueryLanguage
import RegulatoryModel
import StoryLibrary

extension Regwatch {
  struct Facets: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print what a pane of the dashboard shows.")

    enum Pane: String, ExpressibleByArgument, CaseIterable { case exchanges, agencies, legislation, volatility }
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, markdown }

    @Argument(help: "Which pane.")
    var pane: Pane
    @Argument(help: "Under which filter. [default: none]", completion: .none)
    var query: [String] = []
    @OptionGroup var libraryOption: LibraryOption
    @Option(help: "How it is printed.")
    var format: Format = .table
    @Flag(help: "Enacted, failed, vetoed and withdrawn bills too.")
    var closed = false

    func run() throws {
      let session = Session(library: libraryOption.library)
      session.tellWarnings()
      let library = try Querying.opening(session.openExistingLibrary)
      let asked = try Querying.query(query, library: library)
      let request = DashboardRequest(query: asked, includesClosedBills: closed, today: Clock.today())
      let answer = try Querying.asking { () throws(LibraryError) in try library.answer(request) }
      let isEmpty: Bool
      switch pane {
      case .exchanges: isEmpty = try print(answer.exchanges)
      case .agencies: isEmpty = try print(answer.agencies)
      case .legislation: isEmpty = try print(answer.bills, today: request.today)
      case .volatility: isEmpty = try print(answer.volatility)
      }
      try (isEmpty ? ExitStatus.incomplete : .done).end()
    }

    private func print(_ rows: [EntityRow]) throws -> Bool {
      var table = TextTable([
        .init(title: "id"), .init(title: "name"), .init(title: "stories", alignment: .right), .init(title: "new", alignment: .right),
        .init(title: "last seen"),
      ])
      table.rows = rows.map { [$0.key.id, $0.name, String($0.stories), String($0.new), $0.lastSeen?.description ?? ""] }
      try write(table) { json in
        json.array(rows) { json, row in
          json.object { json in
            json.field("id", row.key.id)
            json.field("name", row.name)
            json.field("stories", row.stories)
            json.field("new", row.new)
            json.field("activity", row.activity)
            json.field("lastSeen", row.lastSeen?.description)
          }
        }
      }
      return rows.isEmpty
    }

    private func print(_ rows: [BillRow], today: CalendarDay) throws -> Bool {
      var table = TextTable([
        .init(title: "id"), .init(title: "bill"), .init(title: "stage"), .init(title: "since"), .init(title: "stories", alignment: .right),
        .init(title: "sponsor"), .init(title: "title"),
      ])
      table.rows = rows.map {
        [
          $0.id, $0.label, ($0.stage?.label ?? "") + ($0.hasLapsed ? ", lapsed" : ""), $0.stageDate.map { "\($0)" } ?? "",
          String($0.stories), $0.sponsor ?? "", $0.title ?? "",
        ]
      }
      try write(table) { json in
        json.array(rows) { json, row in
          json.object { json in
            json.field("id", row.id)
            json.field("label", row.label)
            json.field("title", row.title)
            json.field("sponsor", row.sponsor)
            json.field("stage", row.stage?.rawValue)
            json.field("stageDate", row.stageDate?.description)
            json.field("stageDateIsStorys", row.stageDate != nil && !row.isStageDated)
            json.field("stories", row.stories)
            json.field("new", row.new)
            json.field("conflict", row.hasConflict)
            json.field("lapsed", row.hasLapsed)
            json.field("reintroductionOf", row.predecessor)
            json.field("evidenceStory", row.evidence.map { $0.story.rawValue })
            json.field("evidenceStart", row.evidence.map { Int64($0.span.lowerBound) })
            json.field("evidenceEnd", row.evidence.map { Int64($0.span.upperBound) })
          }
        }
      }
      return rows.isEmpty
    }

    private func print(_ rows: [VolatilityRow]) throws -> Bool {
      var table = TextTable([
        .init(title: "date"), .init(title: "asset"), .init(title: "move"), .init(title: "size", alignment: .right), .init(title: "window"),
        .init(title: "stories", alignment: .right), .init(title: "story", alignment: .right),
      ])
      table.rows = rows.map {
        [
          $0.date.description, $0.note.asset, $0.note.direction.rawValue, MoveText.size($0.note), $0.note.window ?? "", String($0.stories),
          String($0.place.story.rawValue),
        ]
      }
      try write(table) { json in
        json.array(rows) { json, row in
          json.object { json in
            json.field("story", Int(row.place.story.rawValue))
            json.field("stories", row.stories)
            json.field("on", row.date.description)
            json.field("note") { json in StoryJSON.note(&json, row.note) }
          }
        }
      }
      return rows.isEmpty
    }

    private func write(_ table: TextTable, json rows: (inout JSONText) -> Void) throws {
      switch format {
      case .table: if !table.rows.isEmpty { try table.lines().forEach(StandardStreams.print) }
      case .csv: try table.csv.forEach(StandardStreams.printDocument)
      case .markdown: try table.markdown.forEach(StandardStreams.print)
      case .json:
        try StandardStreams.print(
          JSONText.object { json in
            json.field("version", StoryJSON.version)
            json.field("pane", pane.rawValue)
            json.field("rows", rows)
          })
      }
    }
  }
}
