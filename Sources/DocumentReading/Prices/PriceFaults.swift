/// What was wrong with rows of a price table, told with the first line numbers of each kind, however many there are.
struct PriceFaults {
  enum Kind: CaseIterable {
    case openQuote, tooShort, noDate, noPrice, notPositive, tooManyAssets, sameAgain, otherPrice

    /// After "3 rows …": what is wrong, and what was done.
    fileprivate func sentence(_ count: Int) -> String {
      let rows = count == 1 ? "1 row" : "\(count) rows"
      switch self {
      case .openQuote: return "\(rows) left out, a quote is not closed"
      case .tooShort: return "\(rows) left out, with too few fields"
      case .noDate: return "\(rows) left out, without a date that can be read"
      case .noPrice: return "\(rows) left out, without a price that is a number"
      case .notPositive: return "\(rows) left out, with a price of zero, less, or beyond all measure"
      case .tooManyAssets: return "\(rows) left out, of more than \(PriceTable.assetLimit) assets"
      case .sameAgain:
        return count == 1 ? "1 day stands there twice with the same price" : "\(count) days stand there again with the same price"
      case .otherPrice:
        return count == 1
          ? "1 day stands there twice with another price, of which the later line counts"
          : "\(count) days stand there again with another price, of which the later line counts"
      }
    }
  }

  private var lines: [Kind: (count: Int, first: [Int])] = [:]
  private static let shown = 5

  func count(of kind: Kind) -> Int { lines[kind]?.count ?? 0 }

  mutating func add(_ kind: Kind, line: Int) {
    var entry = lines[kind] ?? (0, [])
    entry.count += 1
    if entry.first.count < Self.shown { entry.first.append(line) }
    lines[kind] = entry
  }

  /// "2 rows left out, without a price that is a number: lines 12 and 40".
  var notes: [String] {
    Kind.allCases.compactMap { kind in
      guard let entry = lines[kind] else { return nil }
      let named = entry.first.map(String.init)
      let more = entry.count - named.count
      let list =
        more > 0
        ? named.joined(separator: ", ") + " and \(more) more"
        : named.count == 1 ? named[0] : named.dropLast().joined(separator: ", ") + " and " + (named.last ?? "")
      return "\(kind.sentence(entry.count)): \(entry.count == 1 ? "line" : "lines") \(list)"
    }
  }
}
