import RegulatoryModel

/// A piece of text that is drawn in the style of one mark.
package struct PaintedSpan: Equatable, Sendable {
  package var span: Range<Int>
  /// The mark's index in the list it came from.
  package var mark: Int

  /// The marks without overlaps, in the order of the text: where several cover a place, the more particular one shows.
  ///
  /// A name inside a quoted sentence is drawn as a name, the rest of the sentence as a quotation. Takes n log n for n marks.
  package static func flattened(_ marks: [MarkedSpan]) -> [PaintedSpan] {
    var edges: [(place: Int, isStart: Bool, mark: Int)] = []
    for (index, mark) in marks.enumerated() where !mark.mention.span.isEmpty {
      edges.append((mark.mention.span.lowerBound, true, index))
      edges.append((mark.mention.span.upperBound, false, index))
    }
    edges.sort { ($0.place, $0.isStart ? 1 : 0) < ($1.place, $1.isStart ? 1 : 0) }
    var result: [PaintedSpan] = []
    var open: [Int] = []
    var last = 0
    for edge in edges {
      if edge.place > last, let best = open.min(by: { rank(marks[$0]) < rank(marks[$1]) }) {
        if let end = result.last, end.mark == best, end.span.upperBound == last {
          result[result.count - 1].span = end.span.lowerBound..<edge.place
        } else {
          result.append(PaintedSpan(span: last..<edge.place, mark: best))
        }
      }
      last = edge.place
      if edge.isStart { open.append(edge.mark) } else { open.removeAll { $0 == edge.mark } }
    }
    return result
  }

  /// The lower the more particular: kind first, then length.
  private static func rank(_ mark: MarkedSpan) -> (Int, Int) {
    let kind =
      switch mark.kind {
      case .entity: 0
      case .volatility: 1
      case .deadline: 2
      case .action: 3
      case .quote: 4
      }
    return (kind, mark.mention.span.count)
  }
}
