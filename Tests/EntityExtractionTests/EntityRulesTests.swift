import Testing

@testable import EntityExtraction

@Suite struct EntityRulesTests {
  private static let traps = entityTraps + bodyTraps + namesakeTraps + officeTraps + documentTraps + venueTraps + formTraps

  @Test(arguments: traps.indices) func aCarefulReaderWouldListTheSame(_ index: Int) {
    let trap = Self.traps[index]
    let differences = MarkedText(trap.text).differences()
    #expect(differences.isEmpty, "\(trap.note): \(trap.text)\n  \(differences.joined(separator: "\n  "))")
  }
}
