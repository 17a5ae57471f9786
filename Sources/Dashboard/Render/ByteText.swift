/// Sizes as people read them.
package enum ByteText {
  /// `812 B`, `1.4 kB`, `18 MB`, `2.1 GB`: units of 1000, never more than six columns.
  package static func size(_ bytes: Int64) -> String {
    let size = max(0, bytes)
    if size < 1000 { return "\(size) B" }
    for (unit, sign) in [(Int64(1_000), "kB"), (1_000_000, "MB"), (1_000_000_000, "GB")] where size < unit * 1_000 {
      return size < unit * 10 ? "\(size / unit).\(size % unit * 10 / unit) \(sign)" : "\(size / unit) \(sign)"
    }
    return "\(size / 1_000_000_000_000) TB"
  }
}
