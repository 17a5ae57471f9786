import Testing

@testable import EntityExtraction

@Suite struct EntityRulesTests {
  @Test(arguments: entityTraps.indices) func aCarefulReaderWouldListTheSame(_ index: Int) {
    let trap = entityTraps[index]
    let differences = MarkedText(trap.text).differences()
    #expect(differences.isEmpty, "\(trap.note): \(trap.text)\n  \(differences.joined(separator: "\n  "))")
  }
}
