/// What unnamed legislation is about, in a few words that stay the same from story to story.
enum BillTopics {
  private static let topics: [(PhraseSet, String)] = [
    (
      PhraseSet(
        "anti - money laundering|money laundering|money - laundering|bank secrecy act|know - your - customer|know your customer|aml"),
      "anti-money-laundering"
    ),
    (PhraseSet("stablecoin|stablecoins|payment stablecoin|payment stablecoins"), "stablecoins"),
    (PhraseSet("market structure|market - structure"), "market-structure"),
    (PhraseSet("central bank digital currency|cbdc|digital dollar|cbdcs"), "central-bank-digital-currency"),
    (PhraseSet("strategic reserve|bitcoin reserve|strategic bitcoin reserve|the reserve|crypto reserve"), "bitcoin-reserve"),
    (PhraseSet("mixer|mixers|mixing"), "mixers"),
    (PhraseSet("kiosk|kiosks|atm|atms"), "kiosks"),
    (PhraseSet("self - custody|self - hosted|unhosted"), "self-custody"),
    (PhraseSet("sanctions|sanction|ransomware|terrorist|terrorism"), "illicit-finance"),
    (PhraseSet("miners|mining|energy"), "mining"),
    (PhraseSet("tax|taxes|taxation|taxable"), "tax"),
    (PhraseSet("memecoin|memecoins|meme coin"), "memecoins"),
    (PhraseSet("defi|decentralized finance|decentralised finance"), "defi"),
    (PhraseSet("broker|brokers"), "brokers"),
    (PhraseSet("retirement|401"), "retirement-accounts"),
    (PhraseSet("token|tokens"), "tokens"),
    (PhraseSet("nft|nfts"), "nfts"),
    (PhraseSet("blockchain"), "blockchain"),
    (PhraseSet("bitcoin"), "bitcoin"),
    (PhraseSet("crypto|cryptocurrency|cryptocurrencies|digital asset|digital assets|digital - asset|digital currency"), "crypto-assets"),
  ]

  private static let firstWords = KeywordSet(topics.flatMap(\.0.firstKeys))

  /// The first topic of the list that the tokens speak of.
  static func topic(_ words: StoryWords, _ range: Range<Int>) -> String? {
    let starts = range.filter { firstWords.contains(words.tokens[$0].key) }
    guard !starts.isEmpty else { return nil }
    return topics.first { phrases, _ in starts.contains { phrases.length(in: words, at: $0, before: range.upperBound) != nil } }?.1
  }
}
