/// Reads sums of money: "$30 million", "US$4.3bn", "£1,500", "30 million euros", "₹24 crore", "$2.7-billion".
struct MoneyReader {
  struct Amount: Equatable {
    /// Whole units of the currency.
    var units: Int64
    /// ISO 4217.
    var currency: String
    var span: Range<Int>
  }

  private static let currencies: [(word: String, code: String)] = [
    ("dollars", "USD"), ("dollar", "USD"), ("euros", "EUR"), ("euro", "EUR"), ("pounds", "GBP"), ("won", "KRW"), ("yen", "JPY"),
    ("yuan", "CNY"), ("rupees", "INR"), ("rupee", "INR"), ("francs", "CHF"), ("naira", "NGN"), ("reais", "BRL"), ("baht", "THB"),
    ("lira", "TRY"), ("rubles", "RUB"), ("roubles", "RUB"), ("dirhams", "AED"), ("pesos", "PHP"), ("kronor", "SEK"), ("rand", "ZAR"),
    ("rmb", "CNY"), ("usd", "USD"), ("eur", "EUR"), ("gbp", "GBP"), ("krw", "KRW"), ("jpy", "JPY"), ("inr", "INR"), ("aud", "AUD"),
    ("cad", "CAD"), ("hkd", "HKD"), ("sgd", "SGD"), ("chf", "CHF"), ("cny", "CNY"), ("nzd", "NZD"), ("brl", "BRL"), ("zar", "ZAR"),
    ("aed", "AED"), ("php", "PHP"), ("myr", "MYR"), ("thb", "THB"), ("idr", "IDR"), ("sek", "SEK"), ("nok", "NOK"), ("dkk", "DKK"),
    ("pln", "PLN"), ("try", "TRY"), ("ngn", "NGN"), ("rub", "RUB"), ("twd", "TWD"), ("mxn", "MXN"), ("ils", "ILS"),
  ]
  private static let names = WordSet(currencies.map(\.word))
  private static let scales = WordSet([
    "thousand", "k", "million", "m", "mn", "mln", "billion", "b", "bn", "trillion", "tn", "lakh", "crore", "crores",
  ])
  private static let scaleValues: [Double] = [1e3, 1e3, 1e6, 1e6, 1e6, 1e6, 1e9, 1e9, 1e9, 1e12, 1e12, 1e5, 1e7, 1e7]

  /// Whether a word tells millions or the like.
  static func isScale(_ scan: TextScan, _ word: Range<Int>) -> Bool { scales.contains(scan.bytes, word) }

  /// The first sum that begins in the range.
  static func first(in range: Range<Int>, _ scan: TextScan) -> Amount? { all(in: range, scan, limit: 1).first }

  /// The first sums that begin in the range, at most `limit`.
  static func all(in range: Range<Int>, _ scan: TextScan, limit: Int) -> [Amount] {
    var found: [Amount] = []
    var position = range.lowerBound
    while position < range.upperBound, found.count < limit {
      let byte = scan[position]
      if LetterBytes.isDigit(byte), !scan.isWord(at: position - 1), scan[position - 1] != UInt8(ascii: "."),
        scan[position - 1] != UInt8(ascii: ",")
      {
        let number = number(at: position, limit: range.upperBound, scan)
        if let amount = amount(number, symbol: symbol(before: position, scan), scan) { found.append(amount) }
        position = number.end
      } else if LetterBytes.isLetter(byte), !scan.isWord(at: position - 1) {
        if let amount = spelled(at: position, limit: range.upperBound, scan) {
          found.append(amount)
          position = amount.span.upperBound
        } else {
          position += 1
        }
      } else {
        position += 1
      }
    }
    return found
  }

  private static let counts = WordSet([
    "half", "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty",
  ])
  private static let countValues: [Double] = [0.5, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50]

  /// "half a million dollars", "three million euros", "a billion won".
  private static func spelled(at start: Int, limit: Int, _ scan: TextScan) -> Amount? {
    guard let count = scan.word(after: start), let index = counts.index(scan.bytes, count) else { return nil }
    var end = count.upperBound
    if scan.equals(count, "half"), let article = scan.word(after: end), scan.equals(article, "a") { end = article.upperBound }
    guard let scale = scan.word(after: end), let scaleIndex = scales.index(scan.bytes, scale), scale.count > 3,
      let name = scan.word(after: scale.upperBound), name.upperBound <= limit, let currency = names.index(scan.bytes, name)
    else { return nil }
    let value = countValues[index] * scaleValues[scaleIndex]
    return Amount(units: Int64(value.rounded()), currency: currencies[currency].code, span: start..<name.upperBound)
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
        ("US", "USD"), ("HK", "HKD"), ("NZ", "NZD"), ("A", "AUD"), ("AU", "AUD"), ("C", "CAD"), ("CA", "CAD"), ("S", "SGD"), ("SG", "SGD"),
        ("R", "BRL"), ("NT", "TWD"), ("CAD", "CAD"), ("AUD", "AUD"), ("USD", "USD"), ("SGD", "SGD"), ("HKD", "HKD"),
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
      // "Rs 9.27 crore", "Rs. 9.27 crore", "INR5m", "RM 2 million".
      var end = start
      while end > 0, start - end < 2, scan[end - 1] == 32 || scan[end - 1] == UInt8(ascii: ".") { end -= 1 }
      if let word = scan.word(before: end), word.upperBound == end, word.count <= 3 {
        if scan.equals(word, "rs") { return ("INR", word.lowerBound) }
        if scan.equals(word, "rm"), scan[word.lowerBound] == UInt8(ascii: "R") { return ("MYR", word.lowerBound) }
      }
      // "USD 5 million", "EUR 1,000".
      guard let word = scan.word(before: start), word.count == 3, scan.bytes[word].allSatisfy(LetterBytes.isUpper),
        let index = names.index(scan.bytes, word)
      else { return nil }
      return (currencies[index].code, word.lowerBound)
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
      currency = currencies[index].code
      end = word.upperBound
    }
    guard let currency, value >= 1, value < 9e15 else { return nil }
    return Amount(units: Int64(value.rounded()), currency: currency, span: (symbol?.start ?? number.start)..<end)
  }
}
