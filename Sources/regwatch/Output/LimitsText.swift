import DocumentReading

/// The limits in force: how much of a file is read.
enum LimitsText {
  static func print(_ limits: ReadingLimits, asJSON: Bool) throws {
    if asJSON {
      return try StandardStreams.print(
        JSONText.object { json in
          json.field("version", StoryJSON.version)
          json.field("limits") { json in
            json.array(ReadingLimit.all) { json, limit in
              json.object { json in
                json.field("name", limit.name)
                json.field("value", limit.value(in: limits))
                json.field("default", limit.standard)
                json.field("least", limit.range.lowerBound)
                json.field("most", limit.range.upperBound)
                json.field("meaning", limit.meaning)
              }
            }
          }
        })
    }
    var table = TextTable([
      .init(title: "limit"), .init(title: "value", alignment: .right), .init(title: "default", alignment: .right),
      .init(title: "what it holds"),
    ])
    table.rows = ReadingLimit.all.map { [$0.name, "\($0.value(in: limits))", "\($0.standard)", $0.meaning] }
    try table.lines().forEach(StandardStreams.print)
  }
}
