/// Reads sums of money: "$30 million", "US$4.3bn", "£1,500", "30 million euros", "₹24 crore", "$2.7-billion".
struct MoneyReader {
  struct Amount: Equatable {
    /// Whole units of the currency.
    var units: Int64
    /// ISO 4217.
    var currency: String
    var span: Range<Int>
  }

  private static let names = WordSet([
    "dollars", "dollar", "euros", "euro", "pounds", "won", "yen", "yuan", "rupees", "francs", "usd", "eur", "gbp", "krw", "jpy", "inr",
    "aud", "cad", "hkd", "sgd", "chf", "naira", "reais", "baht", "lira", "rubles", "roubles",
  ])
  private static let codes = [
    "USD", "USD", "EUR", "EUR", "GBP", "KRW", "JPY", "CNY", "INR", "CHF", "USD", "EUR", "GBP", "KRW", "JPY", "INR", "AUD", "CAD", "HKD",
    "SGD", "CHF",
    "NGN", "BRL", "THB", "TRY", "RUB", "RUB",
  ]
  private static let scales = WordSet([
    "thousand", "k", "million", "m", "mn", "mln", "billion", "b", "bn", "trillion", "tn", "lakh", "crore", "crores",
  ])
  private static let scaleValues: [Double] = [1e3, 1e3, 1e6, 1e6, 1e6, 1e6, 1e9, 1e9, 1e9, 1e12, 1e12, 1e5, 1e7, 1e7]

  /// The first sum that begins in the range.
  static func first(in range: Range<Int>, _ scan: TextScan) -> Amount? {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = scan[position]
      if LetterBytes.isDigit(byte), !scan.isWord(at: position - 1), scan[position - 1] != UInt8(ascii: "."),
        scan[position - 1] != UInt8(ascii: ",")
      {
        let number = number(at: position, limit: range.upperBound, scan)
        if let amount = amount(number, symbol: symbol(before: position, scan), scan) { return amount }
        position = number.end
      } else {
        position += 1
      }
    }
    return nil
  }

  private static func number(at start: Int, limit: Int, _ scan: TextScan) -> (value: Double, start: Int, end: Int) {
    var value = 0.0
    var fraction = 0.0
    var position = start
    while position < limit {
      let byte = scan[position]
      if LetterBytes.isDigit(byte) {
        let digit = Double(byte - 48)
        if fraction == 0 {
          value = value * 10 + digit
        } else {
          value += digit * fraction
          fraction /= 10
        }
      } else if byte == UInt8(ascii: "."), fraction == 0, LetterBytes.isDigit(scan[position + 1]) {
        fraction = 0.1
      } else if byte != UInt8(ascii: ",") || fraction != 0 || !LetterBytes.isDigit(scan[position + 1]) {
        break
      }
      position += 1
    }
    return (value, start, position)
  }

  /// The currency sign right before a number, with the letters that tell which dollar it is.
  private static func symbol(before start: Int, _ scan: TextScan) -> (currency: String, start: Int)? {
    var position = start
    if scan[position - 1] == 32 { position -= 1 }
    switch scan[position - 1] {
    case UInt8(ascii: "$"):
      position -= 1
      for (letters, code) in [
        ("US", "USD"), ("HK", "HKD"), ("NZ", "NZD"), ("A", "AUD"), ("AU", "AUD"), ("C", "CAD"), ("CA", "CAD"), ("S", "SGD"), ("R", "BRL"),
      ] {
        let low = position - letters.utf8.count
        if low >= 0, Array(scan.bytes[low..<position]) == Array(letters.utf8), !scan.isWord(at: low - 1) { return (code, low) }
      }
      return ("USD", position)
    case 0xA3 where scan[position - 2] == 0xC2: return ("GBP", position - 2)
    case 0xA5 where scan[position - 2] == 0xC2: return ("JPY", position - 2)
    case 0xAC where scan[position - 2] == 0x82 && scan[position - 3] == 0xE2: return ("EUR", position - 3)
    case 0xA9 where scan[position - 2] == 0x82 && scan[position - 3] == 0xE2: return ("KRW", position - 3)
    case 0xB9 where scan[position - 2] == 0x82 && scan[position - 3] == 0xE2: return ("INR", position - 3)
    default:
      // "USD 5 million", "EUR 1,000".
      guard let word = scan.word(before: start), word.count == 3, scan.bytes[word].allSatisfy(LetterBytes.isUpper),
        let index = names.index(scan.bytes, word)
      else { return nil }
      return (codes[index], word.lowerBound)
    }
  }

  private static func amount(
    _ number: (value: Double, start: Int, end: Int), symbol: (currency: String, start: Int)?, _ scan: TextScan
  ) -> Amount? {
    var value = number.value
    var end = number.end
    let gap = scan[end] == 32 || scan[end] == UInt8(ascii: "-") || scan[end] == 0xC2 ? (scan[end] == 0xC2 ? 2 : 1) : 0
    if let word = scan.word(after: end + gap), word.lowerBound == end + gap, let index = scales.index(scan.bytes, word) {
      value *= scaleValues[index]
      end = word.upperBound
    }
    var currency = symbol?.currency
    if currency == nil, scan[end] == 32 || scan[end] == 45, let word = scan.word(after: end + 1), let index = names.index(scan.bytes, word)
    {
      currency = codes[index]
      end = word.upperBound
    }
    guard let currency, value >= 1, value < 9e15 else { return nil }
    return Amount(units: Int64(value.rounded()), currency: currency, span: (symbol?.start ?? number.start)..<end)
  }
}
