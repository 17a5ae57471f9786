import RegulatoryModel

/// Tells what sort of document a text is by the marks that such documents carry at their head. News where nothing is clear.
struct KindGuess {
  private(set) var kind: DocumentKind = .news

  /// A mark is looked for at the beginnings of lines only, or at any word.
  private enum Mark {
    case federalRegisterField, action, doctypeRule, doctypeProposed, doctypeNotice
    case releaseLabel, litigation, speech, speechLabel, bill, court, letter, form, mailField
  }

  private static let lineMarks: [(phrase: StaticString, mark: Mark)] = [
    ("agency:", .federalRegisterField), ("agencies:", .federalRegisterField), ("action:", .action), ("rule", .doctypeRule),
    ("final rule", .doctypeRule),
    ("rules and regulations", .doctypeRule), ("proposed rule", .doctypeProposed), ("proposed rules", .doctypeProposed),
    ("notice", .doctypeNotice),
    ("notices", .doctypeNotice), ("press release", .releaseLabel), ("news release", .releaseLabel), ("media release", .releaseLabel),
    ("for immediate release", .releaseLabel), ("immediate release", .releaseLabel), ("pressemitteilung", .releaseLabel),
    ("communiqué de presse", .releaseLabel), ("comunicato stampa", .releaseLabel), ("nota de prensa", .releaseLabel),
    ("persbericht", .releaseLabel),
    ("release number ", .releaseLabel), ("litigation release", .litigation), ("administrative proceeding", .litigation),
    ("speech", .speechLabel), ("remarks", .speechLabel), ("testimony", .speechLabel), ("remarks by", .speech),
    ("remarks of", .speech), ("remarks at", .speech), ("prepared remarks", .speech), ("testimony of", .speech),
    ("testimony before", .speech),
    ("written testimony", .speech), ("speech by", .speech), ("keynote", .speech), ("opening statement", .speech), ("a bill", .bill),
    ("joint resolution", .bill),
    ("in the senate of the united states", .bill), ("in the house of representatives", .bill), ("be it enacted by", .bill),
    ("[congressional bills", .bill),
    ("united states district court", .court), ("in the united states district court", .court), ("dear ", .letter), ("form 10-k", .form),
    ("form 8-k", .form), ("form 10-q", .form), ("form s-1", .form), ("from: ", .mailField), ("subject: ", .mailField),
    ("message-id: ", .mailField),
  ]

  /// The rows of `lineMarks` by their first byte.
  private static let marksByFirst: [[(phrase: StaticString, mark: Mark)]] = {
    var table = [[(phrase: StaticString, mark: Mark)]](repeating: [], count: 256)
    for row in lineMarks { table[Int(row.phrase.utf8Start[0])].append(row) }
    return table
  }()

  init(title: Bytes, body: Bytes, source: String?, url: String?) {
    var found: Set<Mark> = []
    var action: DocumentKind?
    var mailFields = 0
    // On a page "ACTION:" may be a heading, and what it is stands below.
    var awaitsAction = false
    var lines = LineReader(body.prefix(3000))
    var seen = 0
    func look(at line: Bytes) {
      guard let first = line.first else { return }
      if awaitsAction {
        action = action ?? Self.action(line)
        awaitsAction = false
      }
      for row in Self.marksByFirst[Int(first.lowered)] where line.hasPrefix(row.phrase) {
        switch row.mark {
        case .action:
          let rest = line[(line.startIndex + row.phrase.utf8CodeUnitCount)...].trimmed
          awaitsAction = rest.isEmpty
          action = action ?? Self.action(rest)
        case .doctypeRule, .doctypeProposed, .doctypeNotice, .bill:
          if line.trimmed.count <= row.phrase.utf8CodeUnitCount + 24 { found.insert(row.mark) }
        case .releaseLabel: if line.count <= 120 { found.insert(row.mark) }
        case .mailField: mailFields += 1
        case .speechLabel: if line.trimmed.count == row.phrase.utf8CodeUnitCount { found.insert(.speech) }
        case .federalRegisterField, .litigation, .speech, .court, .letter, .form: found.insert(row.mark)
        }
      }
    }
    look(at: title)
    while seen < 40, let line = lines.next() {
      seen += 1
      look(at: line.drop { $0.isBlank })
    }
    if mailFields >= 2 {
      kind = .email
      return
    }
    let issuer = Issuer(source: source, url: url)
    let isFederalRegister = issuer == .federalRegister || found.contains(.federalRegisterField)
    if isFederalRegister || action != nil, let register = Self.register(action: action, found: found) {
      kind = register
    } else if found.contains(.bill), !found.contains(.releaseLabel) {
      kind = .bill
    } else if found.contains(.litigation) {
      kind = .enforcement
    } else if found.contains(.speech) {
      kind = .speech
    } else if found.contains(.releaseLabel) || issuer == .agency {
      kind = Self.tellsOfEnforcement(title) ? .enforcement : .pressRelease
    } else if found.contains(.court) || found.contains(.form) || found.contains(.letter) {
      kind = .filing
    } else if isFederalRegister {
      kind = .notice
    }
  }

  /// The kind that a document names itself in its front matter or metadata; nil for a word that says nothing here.
  static func kind(named name: String) -> DocumentKind? {
    let name = String(decoding: name.utf8.map { $0 == 0x5F || $0 == 0x20 ? 0x2D : $0.lowered }, as: UTF8.self)
    if let kind = DocumentKind(rawValue: name) { return kind }
    switch name {
    case "pressrelease", "news-release", "media-release", "release", "announcement": return .pressRelease
    case "final-rule", "interim-final-rule", "regulation": return .rule
    case "nprm", "anprm", "proposal": return .proposedRule
    case "litigation-release", "enforcement-action", "order": return .enforcement
    case "testimony", "remarks", "statement": return .speech
    case "article", "newsarticle", "blog", "blogposting", "analysis", "reportagenewsarticle", "opinion": return .news
    case "legislation", "act": return .bill
    case "mail", "newsletter", "e-mail": return .email
    case "letter", "comment", "complaint", "court-filing": return .filing
    case "note", "document", "page": return .other
    default: return nil
    }
  }

  // MARK: Judgement

  /// What follows "ACTION:" in the Federal Register.
  private static func action(_ line: Bytes) -> DocumentKind? {
    // A stock exchange's own rules ("Notice of filing of proposed rule change") are no rulemaking.
    if line.contains("proposed rule change") { return .notice }
    if line.contains("proposed rule") || line.contains("proposed regulation") || line.contains("rulemaking") { return .proposedRule }
    if line.contains("final rule") || line.contains("final regulation") || line.hasPrefix("rule") || line.contains("temporary rule") {
      return .rule
    }
    if line.contains("notice") || line.contains("request for") || line.contains("order") { return .notice }
    return nil
  }

  private static func register(action: DocumentKind?, found: Set<Mark>) -> DocumentKind? {
    if let action { return action }
    if found.contains(.doctypeProposed) { return .proposedRule }
    if found.contains(.doctypeRule) { return .rule }
    return found.contains(.doctypeNotice) || found.contains(.federalRegisterField) ? .notice : nil
  }

  /// Whether the title of an agency's release tells of a case against somebody.
  private static func tellsOfEnforcement(_ title: Bytes) -> Bool {
    let phrases: [StaticString] = [
      "charges", "charged", "sues", "sued", "fines", "fined", "consent order", "cease and desist", "cease-and-desist", "pleads guilty",
      "plead guilty",
      "sentenced", "indicted", "judgment against", "civil penalty", "settles", "settled charges", "files complaint", "orders",
    ]
    return phrases.contains { title.contains($0, wholeWord: true) }
  }
}

/// Whether a public body stands behind a document, by its source's name or its address.
enum Issuer {
  case agency, federalRegister, other

  init(source: String?, url: String?) {
    let name = source.map { Array($0.utf8) } ?? []
    let host = url.map(Self.host) ?? ""
    if name[...].contains("federal register") || host == "federalregister.gov" || host.hasSuffix(".federalregister.gov") {
      self = .federalRegister
    } else if host.hasSuffix(".gov") || Array(host.utf8)[...].contains(".gov.") || host.hasSuffix("europa.eu") || Self.hosts.contains(host)
      || Self.isAgency(name[...])
    {
      self = .agency
    } else {
      self = .other
    }
  }

  private static func isAgency(_ name: Bytes) -> Bool {
    !name.isEmpty && names.contains { name.firstIndex(of: $0, wholeWord: true) != nil }
  }

  private static let hosts: Set<String> = [
    "fca.org.uk", "bafin.de", "amf-france.org", "esma.europa.eu", "federalreserve.gov", "bis.org", "fatf-gafi.org", "iosco.org", "finma.ch",
    "sfc.hk",
    "occ.treas.gov", "bankofengland.co.uk", "ecb.europa.eu", "fsb.org", "imf.org", "occ.gov",
  ]

  private static let names: [StaticString] = [
    "securities and exchange commission", "commodity futures trading commission", "department of", "federal trade commission",
    "federal reserve",
    "board of governors", "financial conduct authority", "monetary authority", "securities and markets authority", "banking authority",
    "bafin", "office of",
    "financial crimes enforcement network", "internal revenue service", "consumer financial protection bureau", "federal deposit insurance",
    "financial action task force",
    "ministry of", "central bank of", "european commission", "european central bank", "bank of england", "attorney general",
    "financial services agency",
    "financial services commission", "sec.gov", "fincen", "u.s. attorney", "securities commission", "regulatory authority",
  ]

  /// The host of an address, without "www.".
  static func host(_ url: String) -> String {
    var bytes = Array(url.utf8)[...]
    guard let start = bytes.firstIndex(of: "://") else { return "" }
    bytes = bytes[(start + 3)...].prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 && $0 != 0x3A }
    if bytes.hasPrefix("www.") { bytes = bytes.dropFirst(4) }
    return bytes.text.lowercased()
  }
}
