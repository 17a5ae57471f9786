extension ExtractionRule {
  /// The rules for exchanges, agencies and assets.
  static let entities: [ExtractionRule] = []
}
