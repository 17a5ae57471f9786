import RegulatoryModel

/// The versions in which the text of a bill is printed, and which steps each proves.
///
/// https://www.govinfo.gov/help/bills lists them. A version's code is the end of its file's name: `BILLS-119hr3633eh`.
struct BillVersion: Sendable {
  var code: String
  /// As the Government Publishing Office calls it.
  var name: String
  /// What must have happened for this version to be printed; the chamber of origin is filled in by `stages(of:)`.
  private var proves: [Step]

  private enum Step { case introduced, referred, reported, passedHouse, passedSenate, passedOther, enacted, failed }

  private static let table: [(code: String, name: String, proves: [Step])] = [
    ("ih", "Introduced in House", [.introduced]), ("is", "Introduced in Senate", [.introduced]),
    ("rih", "Referral Instructions House", [.introduced]), ("ris", "Referral Instructions Senate", [.introduced]),
    ("rth", "Referred to Committee House", [.introduced, .referred]), ("rts", "Referred to Committee Senate", [.introduced, .referred]),
    ("rch", "Reference Change House", [.introduced, .referred]), ("rcs", "Reference Change Senate", [.introduced, .referred]),
    ("cdh", "Committee Discharged House", [.introduced, .referred]), ("cds", "Committee Discharged Senate", [.introduced, .referred]),
    ("ash", "Additional Sponsors House", [.introduced]), ("sas", "Additional Sponsors Senate", [.introduced]),
    ("oph", "Ordered to be Printed House", [.introduced]), ("ops", "Ordered to be Printed Senate", [.introduced]),
    ("pp", "Public Print", [.introduced]), ("sc", "Sponsor Change", [.introduced]),
    ("rh", "Reported in House", [.introduced, .reported]), ("rs", "Reported in Senate", [.introduced, .reported]),
    ("pch", "Placed on Calendar House", [.introduced, .passedOther]), ("pcs", "Placed on Calendar Senate", [.introduced, .passedOther]),
    ("hdh", "Held at Desk House", [.passedOther]), ("hds", "Held at Desk Senate", [.passedOther]),
    ("rfh", "Referred in House", [.passedSenate, .referred]), ("rfs", "Referred in Senate", [.passedHouse, .referred]),
    ("rdh", "Received in House", [.passedSenate]), ("rds", "Received in Senate", [.passedHouse]),
    ("rhuc", "Returned to House by Unanimous Consent", [.passedHouse]),
    ("rah", "Referred with Amendments House", [.passedSenate, .referred]),
    ("ras", "Referred with Amendments Senate", [.passedHouse, .referred]),
    ("eh", "Engrossed in House", [.passedHouse]), ("es", "Engrossed in Senate", [.passedSenate]),
    ("ehr", "Engrossed in House Reprint", [.passedHouse]), ("esr", "Engrossed in Senate Reprint", [.passedSenate]),
    ("eah", "Engrossed Amendment House", [.passedHouse]), ("eas", "Engrossed Amendment Senate", [.passedSenate]),
    ("reah", "Re-engrossed Amendment House", [.passedHouse]), ("res", "Re-engrossed Amendment Senate", [.passedSenate]),
    ("cph", "Considered and Passed House", [.passedHouse]), ("cps", "Considered and Passed Senate", [.passedSenate]),
    ("ath", "Agreed to House", [.passedHouse]), ("ats", "Agreed to Senate", [.passedSenate]),
    ("pap", "Printed as Passed", []), ("pwah", "Ordered to be Printed with House Amendment", [.passedHouse]),
    ("pav", "Previous Action Vitiated", []), ("as", "Amendment in Senate", []), ("ah", "Amendment in House", []),
    ("enr", "Enrolled Bill", [.passedHouse, .passedSenate]), ("renr", "Re-enrolled Bill", [.passedHouse, .passedSenate]),
    ("fph", "Failed Passage House", [.failed]), ("fps", "Failed Passage Senate", [.failed]), ("fah", "Failed Amendment House", []),
    ("iph", "Indefinitely Postponed House", [.failed]), ("ips", "Indefinitely Postponed Senate", [.failed]),
    ("lth", "Laid on Table House", [.failed]), ("lts", "Laid on Table Senate", [.failed]),
    ("pl", "Public Law", [.enacted]), ("pvtl", "Private Law", [.enacted]),
  ]

  /// By the code, in any case; or by the name, as "Engrossed-in-House" or "Engrossed in House".
  init?(_ text: String) {
    let plain = String(text.lowercased().filter { $0.isLetter })
    guard
      let row = Self.table.first(where: { $0.code == plain })
        ?? Self.table.first(where: { String($0.name.lowercased().filter(\.isLetter)) == plain })
    else { return nil }
    code = row.code
    name = row.name
    proves = row.proves
  }

  /// The steps that a bill which began in one chamber has taken, in their order.
  func stages(of kind: MeasureKind) -> [BillStage] {
    let isOfSenate = code.hasSuffix("s")
    // A resolution of one chamber is enrolled, if ever, by that alone.
    let isSimple = kind.code == "hres" || kind.code == "sres"
    return proves.compactMap { step in
      switch step {
      case .introduced: kind.isHouse == isOfSenate && code != "pp" && code != "sc" ? nil : .introduced
      case .referred: .committee
      case .reported: .reported
      case .passedHouse: isSimple && !kind.isHouse ? nil : .passedHouse
      case .passedSenate: isSimple && kind.isHouse ? nil : .passedSenate
      case .passedOther: kind.isHouse == isOfSenate ? (kind.isHouse ? .passedHouse : .passedSenate) : nil
      case .enacted: .enacted
      case .failed: .failed
      }
    }
  }
}
