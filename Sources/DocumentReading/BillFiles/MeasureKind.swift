/// The eight kinds of measure of Congress, as ids, documents and addresses name them.
struct MeasureKind: Hashable, Sendable {
  /// As in an id: `hr`, `sjres`.
  var code: String
  /// As printed before the number: `H.R.`.
  var printed: String
  /// As in an address of congress.gov: `house-bill`.
  var address: String
  /// As GovTrack's old files call it.
  private var tracked: String

  var isHouse: Bool { code.hasPrefix("h") }
  /// Simple and concurrent resolutions never go to the President.
  var canBecomeLaw: Bool { ["hr", "s", "hjres", "sjres"].contains(code) }

  static let all: [MeasureKind] = [
    MeasureKind(code: "hr", printed: "H.R.", address: "house-bill", tracked: "h"),
    MeasureKind(code: "s", printed: "S.", address: "senate-bill", tracked: "s"),
    MeasureKind(code: "hres", printed: "H.Res.", address: "house-resolution", tracked: "hr"),
    MeasureKind(code: "sres", printed: "S.Res.", address: "senate-resolution", tracked: "sr"),
    MeasureKind(code: "hjres", printed: "H.J.Res.", address: "house-joint-resolution", tracked: "hj"),
    MeasureKind(code: "sjres", printed: "S.J.Res.", address: "senate-joint-resolution", tracked: "sj"),
    MeasureKind(code: "hconres", printed: "H.Con.Res.", address: "house-concurrent-resolution", tracked: "hc"),
    MeasureKind(code: "sconres", printed: "S.Con.Res.", address: "senate-concurrent-resolution", tracked: "sc"),
  ]

  /// Reads "HR", "H. R.", "H.Con.Res."; nil for anything else, such as an amendment.
  init?(_ text: String) {
    let letters = String(text.lowercased().filter(\.isLetter))
    guard let kind = Self.all.first(where: { $0.code == letters }) else { return nil }
    self = kind
  }

  /// Reads the type in GovTrack's old files, where `hr` is a House resolution.
  init?(tracked text: String) {
    guard let kind = Self.all.first(where: { $0.tracked == text }) else { return nil }
    self = kind
  }

  private init(code: String, printed: String, address: String, tracked: String) {
    self.code = code
    self.printed = printed
    self.address = address
    self.tracked = tracked
  }
}

/// A measure's kind, number and Congress.
struct MeasureNumber: Hashable, Sendable {
  var kind: MeasureKind
  var number: Int
  var congress: Int

  init(kind: MeasureKind, number: Int, congress: Int) {
    self.kind = kind
    self.number = number
    self.congress = congress
  }

  init?(type: String?, number: String?, congress: String?) {
    guard let kind = type.flatMap({ MeasureKind($0) }), let number = number.flatMap({ Int($0) }), number > 0,
      let congress = congress.flatMap({ Int($0.prefix { $0.isNumber }) }), (1...300).contains(congress)
    else { return nil }
    self.init(kind: kind, number: number, congress: congress)
  }

  /// `us/119/hr/3633`.
  var id: String { "us/\(congress)/\(kind.code)/\(number)" }
  /// `H.R. 3633`.
  var printed: String { "\(kind.printed) \(number)" }
  var url: String { "https://www.congress.gov/bill/\(Ordinal.text(congress))-congress/\(kind.address)/\(number)" }
}

/// 119th.
enum Ordinal {
  static func text(_ number: Int) -> String {
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
