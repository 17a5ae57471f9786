import RegulatoryModel

/// One `[[deny]]` of the user's: what is not to be taken for what.
struct Denial: Hashable, Sendable {
  var kind: DeniableKind
  /// Nil for whatever of that kind.
  var id: String?
  /// Nil denies every name of the thing.
  var name: NameKey?
  /// Denied in this sentence alone.
  var sentence: SentenceKey?
  var origin: LexiconOrigin
}

/// Takes out of a story's findings what the user denies.
///
/// Names denied everywhere are not even looked for (`LexiconSpellings`); but words can come to mean a thing without being listed as its
/// name, so they are looked at here, too. A sentence is brought to its key only where something denied was found in it.
struct DenialFilter: Sendable {
  private struct Key: Hashable {
    var kind: DeniableKind
    var id: String?
  }

  private var byKey: [Key: [Denial]] = [:]

  init(_ denials: [Denial]) {
    for denial in denials { byKey[Key(kind: denial.kind, id: denial.id), default: []].append(denial) }
  }

  var isEmpty: Bool { byKey.isEmpty }
  var all: [Denial] { byKey.values.flatMap(\.self) }

  // MARK: Which

  /// The denial that takes out a finding of that kind and id at a place; nil where none does.
  func denial(of kind: DeniableKind, _ id: String, at span: Range<Int>, in scan: TextScan) -> Denial? {
    for key in [Key(kind: kind, id: id), Key(kind: kind, id: nil)] {
      for denial in byKey[key] ?? [] {
        if let name = denial.name, name != NameKey(scan.text(span)) { continue }
        if let sentence = denial.sentence, sentence != SentenceKey(scan.text(scan.sentence(at: span.lowerBound))) { continue }
        return denial
      }
    }
    return nil
  }

  private func isDenied(_ kind: DeniableKind, _ id: String, _ span: Range<Int>, _ scan: TextScan) -> Bool {
    denial(of: kind, id, at: span, in: scan) != nil
  }

  // MARK: Findings

  /// Before the rules for actions are run: what is no exchange was not sued either.
  func filterNames(_ findings: inout Findings, _ scan: TextScan) {
    func kept(_ found: [EntityFinding], _ kind: DeniableKind) -> [EntityFinding] {
      found.compactMap { finding in
        var finding = finding
        finding.mentions.removeAll { isDenied(kind, finding.id, $0.span, scan) }
        return finding.mentions.isEmpty ? nil : finding
      }
    }
    findings.exchanges = kept(findings.exchanges, .exchange)
    findings.agencies = kept(findings.agencies, .agency)
    findings.assets = kept(findings.assets, .asset)
    findings.legislation = findings.legislation.compactMap { bill in
      var bill = bill
      bill.mentions.removeAll { isDenied(.bill, bill.id, $0.span, scan) }
      guard !bill.mentions.isEmpty else { return nil }
      let claims = bill.claims.count
      bill.claims.removeAll { isDenied(.stage, bill.id, $0.span, scan) || isSentenceDenied(bill.id, $0.span, scan) }
      if bill.claims.count < claims {
        let furthest = BillLadder.furthest(bill.claims)
        bill.stage = furthest?.stage
        bill.stageDate = furthest?.date
      }
      return bill
    }
  }

  /// A sentence that is not about a bill tells no stage of it.
  private func isSentenceDenied(_ bill: String, _ span: Range<Int>, _ scan: TextScan) -> Bool {
    guard let denials = byKey[Key(kind: .bill, id: bill)] else { return false }
    return denials.contains { denial in
      guard denial.name == nil, let sentence = denial.sentence else { return false }
      return sentence == SentenceKey(scan.text(scan.sentence(at: span.lowerBound)))
    }
  }

  /// What is no name.
  func filterRest(_ findings: inout Findings, _ scan: TextScan) {
    findings.volatility.removeAll { isDenied(.move, $0.asset, $0.span, scan) }
    findings.actions.removeAll { isDenied(.action, $0.agency, $0.span, scan) }
    findings.deadlines.removeAll { isDenied(.deadline, $0.kind.rawValue, $0.span, scan) }
    findings.quotes.removeAll { isDenied(.quote, "", $0.span, scan) }
  }
}
