import RegulatoryModel

/// The kind of a story in the words that there is room for.
package enum KindText {
  package static func words(_ kind: DocumentKind, width: Int) -> String {
    let full = kind.label
    return full.count <= width ? full : short(kind, width: width)
  }

  /// At most ten letters; at most seven where there is no room for ten.
  private static func short(_ kind: DocumentKind, width: Int) -> String {
    switch kind {
    case .pressRelease: "Press"
    case .proposedRule: width >= 10 ? "Prop. rule" : "Prop."
    case .enforcement: "Enforc."
    case .news, .rule, .notice, .bill, .speech, .email, .filing, .prices, .other: kind.label
    }
  }
}
