import RegulatoryModel

// Steps that a sentence places in another Congress: they are those of another bill.

extension StageReader {
  static let inWord = WordKey.of("in")
  static let former = KeywordSet("last previous prior")

  /// "passed the House last Congress", "first introduced in the 115th Congress as H.R. 6974".
  func congressTold(after end: Int, in range: Range<Int>) -> Int? {
    for index in end..<max(end, min(range.upperBound, end + 9)) {
      if words.isMark(index, ";") || (index > end && context.event(at: index, in: range) != nil) { return nil }
      // "it was first filed in 2022"
      if index == end + 1, words.key(end) == Self.inWord, words.tokens[index].span.count == 4, let year = words.integer(at: index),
        (1990...2100).contains(year), year < words.scan.story.date.year
      {
        return (year - 1789) / 2 + 1
      }
      guard words.key(index) == BillNumberScanner.congressWord, index > range.lowerBound else { continue }
      if words.is(index - 1, Self.former) { return Congress.number(on: words.scan.story.date) - 1 }
      return words.tokens[index - 1].isWord ? Int(words.text(index - 1).prefix { $0.isNumber }) : nil
    }
    return nil
  }

  /// Leaves the bills of a Congress; where none is one, the bill of it that the clause goes on to name.
  func keep(_ congress: Int, in answer: inout StageArgument.Answer, _ inside: [BillAnchor], after end: Int) {
    let had = !answer.groups.isEmpty
    answer.groups.removeAll { context.traits[$0].congress.map { $0 != congress } ?? false }
    guard had, answer.groups.isEmpty,
      let other = inside.first(where: { $0.range.lowerBound >= end && context.traits[$0.group].congress == congress })
    else { return }
    answer = StageArgument.Answer(groups: [other.group], isCarried: false)
  }
}
