/// A row of small bars.
package enum Sparkline {
  /// The counts as bars, the largest one full. Narrower than the counts, neighbours are added up.
  package static func text(_ counts: [Int], width: Int, glyphs: Glyphs) -> String {
    guard width > 0, !counts.isEmpty, let most = glyphs.spark.indices.last else { return "" }
    let group = max(1, (counts.count + width - 1) / width)
    var bars: [Int] = []
    // From the end, so that the last bar is the newest time and whole.
    var end = counts.count
    while end > 0 {
      bars.append(counts[max(0, end - group)..<end].reduce(0, +))
      end -= group
    }
    let highest = bars.max() ?? 0
    return bars.reversed().map { count in
      guard count > 0, highest > 0 else { return glyphs.spark[0] }
      return glyphs.spark[max(1, (count * most + highest - 1) / highest)]
    }.joined()
  }
}
