import RegulatoryModel

/// What an official status file says of one bill, whatever the file's schema.
struct BillRecord {
  struct Title {
    /// "Short title as passed House".
    var label: String
    var text: String
    /// Of a part of the bill.
    var isPart = false
    var isOfficial = false
  }

  struct Action {
    var date: CalendarDay?
    var text: String
    var stages: [BillStage]
  }

  struct Committee {
    var name: String
    /// "referred May 29, 2025".
    var activities: [String]
  }

  struct Summary {
    /// "as passed House".
    var label: String
    var date: CalendarDay?
    /// Plain text, paragraphs separated by an empty line.
    var text: [UInt8]
  }

  struct Related {
    var number: MeasureNumber?
    var title: String?
    var relation: String?
  }

  struct Member {
    /// As the file prints it: "Rep. Hill, J. French [R-AR-2]".
    var printed: String
    /// "J. French Hill".
    var name: String?
    var id: String?
    /// "original", "withdrew …".
    var remark: String?
  }

  var measure: MeasureNumber
  var introduced: CalendarDay?
  /// The title that the file itself displays.
  var displayTitle: String?
  var titles: [Title] = []
  var sponsors: [Member] = []
  var cosponsors: [Member] = []
  var committees: [Committee] = []
  /// Newest first.
  var actions: [Action] = []
  /// "Public Law 119-27".
  var laws: [String] = []
  var policyArea: String?
  var subjects: [String] = []
  var summaries: [Summary] = []
  var related: [Related] = []
  var reports: [String] = []
  var amendments = 0
  var url: String?
  /// Who publishes the file.
  var source: String

  init(measure: MeasureNumber, source: String) {
    self.measure = measure
    self.source = source
  }

  /// The name by which the bill goes: what the file displays, else a short title, else the official one.
  var title: String? {
    displayTitle ?? titles.first { !$0.isPart && !$0.isOfficial }?.text ?? titles.first { $0.isOfficial }?.text
  }

  /// Sorts the actions newest first and drops those that are listed twice, as the Library's own entries repeat those of the chambers.
  mutating func setActions(_ listed: [Action]) {
    var kept: [Action] = []
    var places: [String: Int] = [:]
    for action in listed {
      let key = (action.date?.description ?? "") + Self.essence(action.text)
      if let place = places[key] {
        // The longer form says in which chamber.
        if action.text.utf8.count > kept[place].text.utf8.count { kept[place].text = action.text }
        for stage in action.stages where !kept[place].stages.contains(stage) { kept[place].stages.append(stage) }
      } else {
        places[key] = kept.count
        kept.append(action)
      }
    }
    let undated = CalendarDay(daysSinceEpoch: .min)
    actions = kept.enumerated().sorted { left, right in
      let (a, b) = (left.element.date ?? undated, right.element.date ?? undated)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  private static let headings = [
    "Passed/agreed to in House: ", "Passed/agreed to in Senate: ", "Failed of passage/not agreed to in House: ",
    "Resolving differences -- House actions: ", "Resolving differences -- Senate actions: ",
  ]
  /// What stands in brackets and says only where in the Congressional Record it can be read.
  private static let references: [StaticString] = ["text", "consideration", "cr ", "legislative day"]

  /// A text without the Library's heading and without references, letters and digits only.
  private static func essence(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var rest = bytes[...]
    for heading in headings where text.hasPrefix(heading) { rest = rest.dropFirst(heading.utf8.count) }
    var essence: [UInt8] = []
    while let byte = rest.first {
      rest = rest.dropFirst()
      if byte == 0x28, references.contains(where: { rest.hasPrefix($0) }) {
        rest = rest.firstIndex(of: 0x29).map { rest[($0 + 1)...] } ?? []
      } else if byte.isWordByte {
        essence.append(byte)
      }
    }
    return String(decoding: essence, as: UTF8.self)
  }
}
