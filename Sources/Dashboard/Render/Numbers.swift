/// Numbers as people read them.
package enum Numbers {
  /// `1,284`.
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// The longest of `1,284`, `12.8k`, `13k` that fits: never more than five columns beyond what `width` asks.
  package static func fitted(_ value: Int, width: Int) -> String {
    let full = grouped(value)
    if full.utf8.count <= width { return full }
    let size = value.magnitude
    for (unit, sign) in [(UInt(1_000), "k"), (1_000_000, "M"), (1_000_000_000, "G"), (1_000_000_000_000, "T")] where size < unit * 1_000 {
      let tenths = size / (unit / 10)
      let minus = value < 0 ? "-" : ""
      let fine = "\(minus)\(tenths / 10).\(tenths % 10)\(sign)"
      if fine.utf8.count <= width { return fine }
      return "\(minus)\(size / unit)\(sign)"
    }
    return full
  }

  /// `1 story`, `42 stories`.
  package static func stories(_ count: Int) -> String { counted(count, "story", "stories") }

  package static func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(grouped(count)) \(count == 1 ? one : many)" }

  /// Hundredths of a percent as `15.2`, without zeros at the end.
  package static func percent(_ basisPoints: Int) -> String {
    let size = basisPoints.magnitude
    let sign = basisPoints < 0 ? "-" : ""
    let whole = grouped(Int(size / 100))
    let rest = size % 100
    if rest == 0 { return sign + whole }
    return sign + whole + "." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
