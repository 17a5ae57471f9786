/// The bills of a story by what is written, so that of very many places those are kept that name another bill: see `PlaceLimits`.
struct BillsSeen {
  private var keys: Set<UInt64> = []

  /// Whether one more place may be kept, given how many are.
  func mayKeep(_ count: Int, _ candidate: BillNumberSpelling, _ scan: TextScan) -> Bool {
    if count < PlaceLimits.ofBills { return true }
    if count < PlaceLimits.ofBillsInAll, !keys.contains(Self.key(candidate)) { return true }
    scan.cut()
    return false
  }

  mutating func note(_ candidate: BillNumberSpelling) { keys.insert(Self.key(candidate)) }

  /// Whether one more place of a name may be kept; it is taken as seen then.
  mutating func keeps(_ count: Int, title: String, _ scan: TextScan) -> Bool {
    guard count < PlaceLimits.ofBillsInAll, keys.insert(WordKey.of(title)).inserted || count < PlaceLimits.ofBills else {
      scan.cut()
      return false
    }
    return true
  }

  private static func key(_ candidate: BillNumberSpelling) -> UInt64 {
    WordKey.adding(UInt64(truncatingIfNeeded: candidate.number), to: WordKey.of(candidate.code))
  }
}
