import RegulatoryModel

/// Says in words what an invitation (iCalendar) is to, when and where: a hearing's date is worth finding.
enum CalendarInvitation {
  private static let mostEvents = 20

  static func words(_ text: [UInt8]) -> [UInt8] {
    var paragraphs: [[UInt8]] = []
    var event: [String: [UInt8]]?
    for line in unfolded(text) {
      guard let colon = colon(in: line[...]) else { continue }
      let name = line[..<colon].prefix { $0 != 0x3B }.text.uppercased()
      let value = line[(colon + 1)...]
      switch (name, value.text.uppercased()) {
      case ("BEGIN", "VEVENT"): event = [:]
      case ("END", "VEVENT"):
        if let event, paragraphs.count < mostEvents { paragraphs.append(sentence(event)) }
        event = nil
      default:
        if event != nil, event?[name] == nil { event?[name] = unescaped(value) }
      }
    }
    return Array(paragraphs.filter { !$0.isEmpty }.joined(separator: [0x0A, 0x0A]))
  }

  private static func sentence(_ event: [String: [UInt8]]) -> [UInt8] {
    var lines: [[UInt8]] = []
    if let summary = event["SUMMARY"], !summary.isEmpty { lines.append(OneLine.collapsed(summary[...])) }
    if let start = event["DTSTART"].flatMap(moment) {
      let end = event["DTEND"].flatMap(moment).flatMap { $0 == start ? nil : $0 }
      lines.append(Array(("When: " + start + (end.map { " to " + $0 } ?? "")).utf8))
    }
    if let place = event["LOCATION"], !place.isEmpty { lines.append(Array("Where: ".utf8) + OneLine.collapsed(place[...])) }
    guard !lines.isEmpty else { return [] }
    var words = Array(lines.joined(separator: [0x0A]))
    if let more = event["DESCRIPTION"], !more[...].trimmed.isEmpty { words += [0x0A, 0x0A] + more[...].trimmed }
    return words
  }

  /// "20250612T100000Z" as "12 June 2025, 10:00 UTC".
  private static func moment(_ value: [UInt8]) -> String? {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    guard value.count >= 8, value.prefix(8).allSatisfy(\.isDigit) else { return nil }
    func number(_ range: Range<Int>) -> Int { value[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    guard let day = CalendarDay(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else { return nil }
    var text = "\(day.day) \(months[day.month - 1]) \(day.year)"
    if value.count >= 13, value[8] == 0x54, value[9..<13].allSatisfy(\.isDigit) {
      text += ", \(value[9..<11].text):\(value[11..<13].text)" + (value.last == 0x5A ? " UTC" : "")
    }
    return text
  }

  /// A line that begins with a blank goes on with the one before it.
  private static func unfolded(_ text: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var lines = LineReader(text[...])
    while let line = lines.next() {
      if line.first?.isBlank == true, let last = result.indices.last {
        result[last] += line.dropFirst()
      } else {
        result.append(Array(line))
      }
    }
    return result
  }

  /// The colon after name and parameters, whose values may be quoted.
  private static func colon(in line: Bytes) -> Int? {
    var isQuoted = false
    for index in line.indices {
      if line[index] == 0x22 { isQuoted.toggle() }
      if line[index] == 0x3A, !isQuoted { return index }
    }
    return nil
  }

  private static func unescaped(_ value: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == 0x5C, index + 1 < value.endIndex {
        let next = value[index + 1]
        result.append(next == 0x6E || next == 0x4E ? 0x0A : next)
        index += 2
      } else {
        result.append(value[index])
        index += 1
      }
    }
    return result
  }
}
