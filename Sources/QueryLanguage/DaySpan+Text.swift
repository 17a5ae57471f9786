import RegulatoryModel

extension DaySpan {
  /// Reads `2026-01-15`, `2026-01..2026-03`, `2026..`, `..2026-03`, `7d..`, `30d..7d`, `7d` (the last seven days), `today`, `yesterday`. Nil for anything else.
  package init?(parsing text: String) {
    let text = text.lowercased()
    guard let dots = text.firstRange(of: "..") else {
      guard let edge = Edge(parsing: text), edge != .open else { return nil }
      self.init(from: edge, to: edge, isSingle: true)
      return
    }
    guard let from = Edge(parsing: String(text[..<dots.lowerBound])), let to = Edge(parsing: String(text[dots.upperBound...])) else {
      return nil
    }
    guard from != .open || to != .open else { return nil }
    self.init(from: from, to: to, isSingle: false)
  }

  /// The first and last day meant, for someone for whom it is `today`; nil where that end is open.
  package func resolved(today: CalendarDay) -> (from: CalendarDay?, to: CalendarDay?) {
    if isSingle, case .ago = from { return (from.first(today: today), today) }
    return (from.first(today: today), to.last(today: today))
  }
}

extension DaySpan.Edge {
  init?(parsing text: String) {
    switch text {
    case "": self = .open
    case "today": self = .today
    case "yesterday": self = .yesterday
    default:
      let isAhead = text.hasPrefix("+")
      let digits = isAhead ? text.dropFirst() : text[...]
      if let last = digits.last, let unit = DaySpan.Unit(rawValue: String(last)), let count = Int(digits.dropLast()),
        (0...99_999).contains(count),
        digits.dropLast().allSatisfy(\.isNumber)
      {
        self = .ago(count: isAhead ? -count : count, unit: unit)
        return
      }
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
      guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4,
        parts.dropFirst().allSatisfy({ $0.count <= 2 }),
        CalendarDay(year: numbers[0], month: parts.count > 1 ? numbers[1] : 1, day: parts.count > 2 ? numbers[2] : 1) != nil
      else { return nil }
      self = .day(year: numbers[0], month: parts.count > 1 ? numbers[1] : nil, day: parts.count > 2 ? numbers[2] : nil)
    }
  }

  func first(today: CalendarDay) -> CalendarDay? {
    switch self {
    case .open: nil
    case .today: today
    case .yesterday: today.adding(days: -1)
    case .ago(let count, .days): today.adding(days: -count)
    case .ago(let count, .weeks): today.adding(days: -7 * count)
    case .ago(let count, .months): today.adding(months: -count)
    case .ago(let count, .years): today.adding(months: -12 * count)
    case .day(let year, let month, let day): CalendarDay(year: year, month: month ?? 1, day: day ?? 1)
    }
  }

  func last(today: CalendarDay) -> CalendarDay? {
    guard case .day(let year, let month, let day) = self, day == nil else { return first(today: today) }
    return CalendarDay(year: year, month: month ?? 12, day: CalendarDay.length(ofMonth: month ?? 12, year: year))
  }
}

extension DaySpan: CustomStringConvertible {
  package var description: String { isSingle ? from.description : "\(from)..\(to)" }
}

extension DaySpan.Edge: CustomStringConvertible {
  package var description: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    switch self {
    case .open: return ""
    case .today: return "today"
    case .yesterday: return "yesterday"
    case .ago(let count, let unit): return count < 0 ? "+\(-count)\(unit.rawValue)" : "\(count)\(unit.rawValue)"
    case .day(let year, let month, let day):
      let digits = String(year)
      return String(repeating: "0", count: 4 - digits.count) + digits + (month.map { "-" + two($0) } ?? "")
        + (day.map { "-" + two($0) } ?? "")
    }
  }
}

extension MoveBound {
  /// Reads `>10`, `>=10`, `<-5`, `<=-5`, `10`, `2.5`, each with an optional percent sign. Nil for anything else.
  package init?(parsing text: String) {
    var rest = text[...]
    var relation = Relation.size
    for candidate in [Relation.atLeast, .atMost, .more, .less] where rest.hasPrefix(candidate.rawValue) {
      relation = candidate
      rest = rest.dropFirst(candidate.rawValue.count)
      break
    }
    if rest.hasSuffix("%") { rest = rest.dropLast() }
    guard !rest.isEmpty, rest.allSatisfy({ $0.isASCII && ($0.isNumber || ".-+".contains($0)) }), let percent = Double(rest),
      abs(percent) <= 1_000_000
    else { return nil }
    if relation == .size, percent < 0 { return nil }
    self.init(relation: relation, basisPoints: Int((percent * 100).rounded()))
  }

  /// Whether a move of this many signed basis points is meant. A bare number means either direction.
  package func accepts(signedBasisPoints value: Int) -> Bool {
    switch relation {
    case .more: value > basisPoints
    case .atLeast: value >= basisPoints
    case .less: value < basisPoints
    case .atMost: value <= basisPoints
    case .size: abs(value) >= basisPoints
    }
  }
}

extension MoveBound: CustomStringConvertible {
  package var description: String {
    relation.rawValue + (basisPoints < 0 ? "-" : "") + BasisPoints.percent(basisPoints)
  }
}
