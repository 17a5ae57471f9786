import Dashboard
import PrintableText
import RegulatoryModel

/// What became of files, as text and as JSON.
enum CoverageText {
  // MARK: - For people

  static func summary(_ totals: CoverageTotals) -> [String] {
    guard totals.all.count > 0 || !totals.passedOver.isEmpty else { return ["no files"] }
    var lines = formats(totals).lines()
    let reasons = self.reasons(totals)
    if !reasons.isEmpty { lines += ["", "Not read, or not whole:"] + reasons.map { "  " + $0 } }
    if !totals.passedOver.isEmpty { lines += ["", passedOver(totals)] }
    lines += [""] + silences(totals)
    return lines
  }

  private static func formats(_ totals: CoverageTotals) -> TextTable {
    var table = TextTable(
      [.init(title: "format")]
        + ["files", "stories", "read", "partly", "skipped", "failed", "size", "MB/s"].map { .init(title: $0, alignment: .right) })
    func row(_ name: String, _ format: FormatCoverage) -> [String] {
      [name, "\(format.count)", "\(format.stories)"] + FileStatus.allCases.map { "\(format.files[$0] ?? 0)" }
        + [size(format.bytes), format.bytesPerSecond.map { speed($0) } ?? ""]
    }
    table.rows = totals.formats.map { row($0.format ?? "not recognised", $0) }
    if totals.formats.count != 1 { table.rows.append(row("all", totals.all)) }
    return table
  }

  static func reasons(_ totals: CoverageTotals) -> [String] {
    var table = TextTable([
      .init(title: "files", alignment: .right), .init(title: "what"), .init(title: "why"), .init(title: "for example"),
    ])
    table.rows = totals.reasons.map { [Numbers.grouped($0.files), $0.status.rawValue, $0.text, $0.example.name] }
    return table.lines(titles: false)
  }

  /// "hidden (12), …": what walks leave out by name.
  static func passedOver(_ totals: CoverageTotals) -> String {
    "Passed over by name: "
      + totals.passedOver.map { "\(PrintableText.safe($0.reason)) (\(Numbers.grouped($0.count)))" }.joined(separator: ", ")
  }

  private static func silences(_ totals: CoverageTotals) -> [String] {
    guard !totals.silences.isEmpty else { return ["No agency that stories usually name is silent, as of \(totals.asOf)."] }
    var table = TextTable([
      .init(title: "agency"), .init(title: "last story"), .init(title: "id", alignment: .right),
      .init(title: "days ago", alignment: .right),
      .init(title: "usually every", alignment: .right),
    ])
    table.rows = totals.silences.map {
      [$0.name, "\($0.lastDay)", "\($0.lastStory)", "\($0.days)", Numbers.counted($0.usualGap, "day", "days")]
    }
    return ["Usually named, and silent as of \(totals.asOf):"] + table.lines().map { "  " + $0 } + ["  " + SilenceRule.words]
  }

  /// One line for each file.
  static func list(_ files: [FileRecord]) -> TextTable {
    var table = TextTable([
      .init(title: "status"), .init(title: "format"), .init(title: "size", alignment: .right), .init(title: "file"), .init(title: "why"),
    ])
    table.rows = files.map {
      [$0.status.rawValue, $0.format ?? "", size($0.size), $0.path.text, $0.troubles.joined(separator: "; ")]
    }
    return table
  }

  private static func size(_ bytes: Int64) -> String { ByteText.size(bytes) }
  private static func speed(_ bytesPerSecond: Double) -> String {
    let tenths = Int(bytesPerSecond / 100_000)
    return "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: - For programs

  static func table(_ files: [FileRecord]) -> TextTable {
    var table = TextTable(
      ["path", "status", "reason", "notes", "format", "bytes", "stories", "readAt", "micros", "reader"].map { .init(title: $0) })
    table.rows = files.map {
      [
        $0.path.text, $0.status.rawValue, $0.reason ?? "", $0.notes.joined(separator: "; "), $0.format ?? "", "\($0.size)", "\($0.stories)",
        "\($0.readAt)", "\($0.micros)", $0.reader,
      ]
    }
    return table
  }

  static func fields(of file: FileRecord, in json: inout JSONText) {
    json.field("version", StoryJSON.version)
    json.field("path", file.path.text)
    json.field("root", file.root.text)
    json.field("status", file.status.rawValue)
    json.field("reason", file.reason)
    json.field("notes", file.notes)
    json.field("format", file.format)
    json.field("bytes", file.size)
    json.field("stories", file.stories)
    json.field("firstStory", file.firstStory)
    json.field("readAt", file.readAt)
    json.field("micros", file.micros)
    json.field("reader", file.reader)
  }

  /// - Parameter files: those asked for; nil leaves them out.
  static func json(_ totals: CoverageTotals, files: [FileRecord]?) -> String {
    JSONText.object { json in
      json.field("version", StoryJSON.version)
      func counts(_ format: FormatCoverage, in json: inout JSONText) {
        json.field("files", format.count)
        json.field("stories", format.stories)
        for status in FileStatus.allCases { json.field(status.rawValue, format.files[status] ?? 0) }
        json.field("bytes", format.bytes)
        json.field("bytesRead", format.bytesRead)
        json.field("micros", format.micros)
      }
      json.field("totals") { json in json.object { counts(totals.all, in: &$0) } }
      json.field("formats") { json in
        json.array(totals.formats) { json, format in
          json.object { json in
            json.field("format", format.format)
            counts(format, in: &json)
          }
        }
      }
      json.field("reasons") { json in
        json.array(totals.reasons) { json, reason in
          json.object { json in
            json.field("status", reason.status.rawValue)
            json.field("reason", reason.text)
            json.field("files", reason.files)
            json.field("example", reason.example.text)
          }
        }
      }
      json.field("passedOver") { json in
        json.array(totals.passedOver) { json, passed in
          json.object { json in
            json.field("reason", passed.reason)
            json.field("entries", passed.count)
          }
        }
      }
      json.field("asOf", totals.asOf.description)
      json.field("silenceRule", SilenceRule.words)
      json.field("silent") { json in
        json.array(totals.silences) { json, silence in
          json.object { json in
            json.field("agency", silence.key.id)
            json.field("name", silence.name)
            json.field("lastStory", silence.lastStory)
            json.field("lastDay", silence.lastDay.description)
            json.field("usualGapDays", silence.usualGap)
            json.field("silentDays", silence.days)
            json.field("stories", silence.stories)
          }
        }
      }
      if let files {
        json.field("files") { json in json.array(files) { json, file in json.object { fields(of: file, in: &$0) } } }
      }
    }
  }
}
