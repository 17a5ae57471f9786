extension ExtractionRule {
  static let actions: [ExtractionRule] = []
  static let quotes: [ExtractionRule] = []
}
