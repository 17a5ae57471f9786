import ArgumentParser
import Foundation
import RegulatoryModel

/// Documents like those people keep, of any number, the same for the same seed: sentences with agencies, exchanges, bills and moves
/// among sentences of invented words that follow Zipf's law, so that a full-text index sees a natural spread.
struct GeneratedDocuments {
  private var random: Generator
  private let words: [String]
  private let weights: [Double]

  init(seed: UInt64 = 1) {
    random = Generator(state: seed)
    var made: [String] = []
    let onsets = ["b", "br", "c", "d", "f", "g", "gl", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w"]
    let nuclei = ["a", "e", "i", "o", "u", "ai", "ea", "io"]
    var generator = Generator(state: 20)
    var seen: Set<String> = []
    while made.count < 30_000 {
      let word = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        onsets[Int.random(in: 0..<onsets.count, using: &generator)] + nuclei[Int.random(in: 0..<nuclei.count, using: &generator)]
          + ["", "n", "r", "s", "t"][Int.random(in: 0..<5, using: &generator)]
      }.joined()
      if seen.insert(word).inserted { made.append(word) }
    }
    words = made
    var total = 0.0
    weights = made.indices.map { rank in
      total += 1 / (Double(rank) + 2.7)
      return total
    }
  }

  /// One document: its date, and the text with a title and a dateline.
  mutating func next(meanBytes: Int = 3000) -> (date: CalendarDay, text: String) {
    let date = CalendarDay(daysSinceEpoch: 18_262 + Int32(pick(2000)))
    let agency = Self.agencies[skewed(Self.agencies.count)]
    let exchange = Self.exchanges[skewed(Self.exchanges.count)]
    var text =
      "\(agency) opens a consultation on \(Self.topics[pick(Self.topics.count)]), and \(exchange) answers\n\nWASHINGTON, \(date.monthDayYear) — "
    let target = meanBytes / 2 + pick(meanBytes)
    var sentences = 0
    while text.utf8.count < target {
      switch pick(100) {
      case 0..<10:
        text += "The \(Self.agencies[skewed(Self.agencies.count)]) proposed a rule on \(Self.topics[pick(Self.topics.count)])."
      case 10..<18:
        text +=
          "\(Self.exchanges[skewed(Self.exchanges.count)]) said that it would change its approach to \(Self.topics[pick(Self.topics.count)])."
      case 18..<21: text += "The bill, H.R. \(1100 + pick(80)), \(Self.stages[pick(Self.stages.count)]) and would tighten supervision."
      case 21..<25:
        text +=
          "\(Self.assets[skewed(Self.assets.count)]) \(Self.verbs[pick(Self.verbs.count)]) \(1 + pick(38)).\(pick(10))% over the past week."
      default: text += filler()
      }
      sentences += 1
      text += sentences % 4 == 0 ? "\n\n" : " "
    }
    return (date, text + "\n")
  }

  private mutating func filler() -> String {
    let count = 8 + pick(14)
    let total = weights[weights.count - 1]
    var line = ""
    for index in 0..<count {
      let wanted = Double.random(in: 0..<total, using: &random)
      var (low, high) = (0, weights.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if weights[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      line += index == 0 ? words[low].prefix(1).uppercased() + words[low].dropFirst() : " " + words[low]
    }
    return line + "."
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  private mutating func skewed(_ count: Int) -> Int { min(Int(-log(Double.random(in: 0.000_001..<1, using: &random)) / 0.35), count - 1) }

  private static let agencies = [
    "SEC", "Securities and Exchange Commission", "CFTC", "Treasury Department", "FinCEN", "Federal Reserve", "OFAC", "Justice Department",
    "FDIC",
    "Internal Revenue Service", "Financial Conduct Authority", "ESMA", "BaFin", "Monetary Authority of Singapore", "FATF",
  ]
  private static let exchanges = [
    "Binance", "Coinbase", "Kraken", "OKX", "Bybit", "Bitfinex", "KuCoin", "Bitstamp", "Crypto.com", "Bitget", "BitMEX", "Upbit", "Bithumb",
    "bitFlyer",
  ]
  private static let assets = ["Bitcoin", "Ether", "Solana", "XRP", "Dogecoin", "Cardano", "Litecoin"]
  private static let verbs = ["rose", "fell", "jumped", "slid", "plunged", "climbed"]
  private static let stages = [
    "was introduced in the House", "was referred to the committee", "passed the House", "passed the Senate", "was signed into law",
  ]
  private static let topics = [
    "custody of client tokens", "stablecoin reserves", "money laundering controls", "staking services", "market manipulation",
    "record keeping",
    "the listing of new tokens", "cross-border transfers",
  ]

  /// SplitMix64, so that every run and machine makes the same documents.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  /// Writes so many documents to a folder, in subfolders by year.
  static func write(_ count: Int, to folder: String) throws {
    var documents = GeneratedDocuments()
    var made: Set<Int> = []
    for number in 0..<count {
      let (date, text) = documents.next()
      if made.insert(date.year).inserted {
        try FileManager.default.createDirectory(atPath: "\(folder)/\(date.year)", withIntermediateDirectories: true)
      }
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(date.year)/\(date)-\(number).txt"))
    }
  }
}

extension CalendarDay {
  /// `July 17, 2025`, as datelines have it.
  fileprivate var monthDayYear: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    return "\(names[month - 1]) \(day), \(year)"
  }
}

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write generated documents to a folder.")
  @Argument(help: "The folder.") var folder: String
  @Option(help: "How many.") var count = 20_000

  func run() throws { try GeneratedDocuments.write(count, to: folder) }
}

/// The folder that a benchmark is about: the one given, or one made for it.
struct DocumentFolder: ParsableArguments {
  @Option(help: "A folder of documents. [default: generated ones]") var folder: String?
  @Option(help: "How many documents to generate.") var count = 20_000

  func ready() throws -> (path: DocumentPath, scratch: ScratchFolder?) {
    if let folder { return (DocumentPath(URL(fileURLWithPath: folder).path), nil) }
    let scratch = try ScratchFolder()
    try GeneratedDocuments.write(count, to: scratch.path)
    return (DocumentPath(scratch.path), scratch)
  }
}
