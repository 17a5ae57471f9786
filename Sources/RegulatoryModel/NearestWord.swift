/// The word that was probably meant.
package enum NearestWord {
  /// The candidate with the fewest typing errors to the word (insertions, deletions, replacements, neighbours swapped; the
  /// optimal string alignment distance), if those are few enough: one for each three letters, at least one. A candidate that begins
  /// with the word counts as one error. Ties go to the earlier candidate.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard (1...64).contains(wanted.count) else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, wanted.count / 3))
      guard limit >= 0 else { break }
      if wanted.count >= 2, scalars.starts(with: wanted), scalars.count > wanted.count, limit >= 1 {
        best = (candidate, 1)
        continue
      }
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, scalars)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.candidate
  }

  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
