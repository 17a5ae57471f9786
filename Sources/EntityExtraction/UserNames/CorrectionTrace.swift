import RegulatoryModel

/// What the user's own lines did to the findings of one story: what they took out, and which mentions they made.
package struct CorrectionTrace: Sendable, Equatable {
  package struct Removed: Sendable, Hashable {
    package var kind: DeniableKind
    /// In words: "exchange Kraken (Payward)".
    package var label: String
    package var span: Range<Int>
    /// The rule that would have found it.
    package var rule: RuleID
    package var origin: LexiconOrigin
  }

  package struct Given: Sendable, Hashable {
    package var key: EntityKey
    package var span: Range<Int>
    package var origin: LexiconOrigin
  }

  package var removed: [Removed] = []
  package var given: [Given] = []
  package var isEmpty: Bool { removed.isEmpty && given.isEmpty }

  package init() {}
}

/// Traces stories back to the lines of the user's lexicon. Holds the lexicon as it would be without denials, which takes some
/// milliseconds to make: make one, and keep it.
package struct CorrectionTracer: Sendable {
  private let lexicon: Lexicon
  private let undenied: Extractor?

  package init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    undenied = lexicon.denials.isEmpty ? nil : Extractor(lexicon: lexicon.withoutDenials())
  }

  package func trace(_ story: Story, _ findings: Findings) -> CorrectionTrace {
    var trace = CorrectionTrace()
    if let undenied { trace.removed = removed(undenied, story) }
    if !lexicon.userNames.isEmpty {
      let bytes = Array(story.text.utf8)
      for mark in findings.marks {
        guard case .entity(let key) = mark.kind, mark.mention.span.upperBound <= bytes.count else { continue }
        let name = String(decoding: bytes[mark.mention.span], as: UTF8.self)
        if let origin = lexicon.origin(of: name, as: key) { trace.given.append(.init(key: key, span: mark.mention.span, origin: origin)) }
      }
    }
    return trace
  }

  private func removed(_ extractor: Extractor, _ story: Story) -> [CorrectionTrace.Removed] {
    let findings = extractor.findings(in: story)
    let scan = TextScan(story, lexicon: extractor.lexicon)
    var found: [CorrectionTrace.Removed] = []
    func look(_ kind: DeniableKind, _ id: String, _ label: String, _ span: Range<Int>, _ rule: RuleID) {
      guard let denial = lexicon.denials.denial(of: kind, id, at: span, in: scan) else { return }
      found.append(.init(kind: kind, label: label, span: span, rule: rule, origin: denial.origin))
    }
    for (kind, things) in [(DeniableKind.exchange, findings.exchanges), (.agency, findings.agencies), (.asset, findings.assets)] {
      for thing in things {
        for mention in thing.mentions { look(kind, thing.id, "\(kind.label) \(thing.name)", mention.span, mention.rule) }
      }
    }
    for bill in findings.legislation {
      for mention in bill.mentions { look(.bill, bill.id, "bill \(bill.label)", mention.span, mention.rule) }
      for claim in bill.claims { look(.stage, bill.id, "\(bill.label) \(claim.stage.label)", claim.span, claim.rule) }
    }
    for note in findings.volatility {
      look(.move, note.asset, "price move \(note.asset) \(BasisPoints.percent(note.basisPoints)) %", note.span, note.rule)
    }
    for action in findings.actions {
      look(.action, action.agency, "action: \(action.agency) \(action.kind.rawValue)", action.span, action.rule)
    }
    for deadline in findings.deadlines {
      look(.deadline, deadline.kind.rawValue, "\(deadline.kind.rawValue) deadline \(deadline.date.longText)", deadline.span, deadline.rule)
    }
    for quote in findings.quotes { look(.quote, "", "quotation of \(quote.speaker)", quote.span, quote.rule) }
    return found.sorted { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
  }
}

extension Lexicon {
  /// The tables compiled in and the user's names, as if nothing had been denied.
  func withoutDenials() -> Lexicon {
    var tables = LexiconTables.embedded
    // They were applied once without a complaint; what they are called for `origin(of:as:)` is not asked of this one.
    for entry in userEntries where entry.kind != .deny { _ = tables.apply(entry, from: LexiconOrigin(file: "", line: 0)) }
    return Lexicon(tables, problems: [])
  }
}
