import RegulatoryModel

/// Finds the statements of a story that the price of a crypto-asset moved, or swung, by so much.
package struct VolatilityFinder: Sendable {
  private let assets: [AssetRow]

  package init(lexicon: Lexicon) { assets = lexicon.assets }

  package func find(in scan: TextScan) -> [VolatilityNote] { find(in: StoryWords(scan)) }

  package func find(in words: StoryWords) -> [VolatilityNote] {
    let places = AssetPlaces(words, assets: assets)
    var reader = StoryMoves(words: words, assets: places)
    for sentence in words.sentences { reader.read(sentence) }
    return reader.notes
  }
}
