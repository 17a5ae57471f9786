/// Texts that nobody writes: the worst that the rules may be given, each as a piece that is repeated to any size.
struct HostileText: Sendable {
  /// What it is, as the bench prints it.
  let name: String
  /// The piece with this number, from 0.
  let piece: @Sendable (Int) -> String

  init(_ name: String, _ piece: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.piece = piece
  }

  init(_ name: String, repeating piece: String) { self.init(name) { _ in piece } }

  /// The text with at least so many bytes.
  func text(bytes: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 256)
    var number = 0
    while text.count < bytes {
      text += piece(number).utf8
      number += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let words = [
    "the", "market", "rules", "of", "custody", "and", "reserve", "holdings", "were", "set", "aside", "by", "every", "firm", "that",
    "trades",
  ]

  /// A word of capital first letter that no table has, another for each number.
  private static func name(_ number: Int) -> String {
    var letters = "Z"
    var rest = number
    repeat {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
      rest /= 26
    } while rest > 0
    return letters + "ex"
  }

  static let all = [
    // What the others are compared with.
    HostileText("prose") { number in
      let story = prose[number % prose.count]
      return story + "\n\n"
    },
    HostileText("one line of words") { words[($0 &* 7) % words.count] + " " },
    HostileText("one line without a blank", repeating: "abcdefghij"),
    HostileText("capitals without a blank", repeating: "ABCDEFGHIJ"),
    HostileText("words of capitals", repeating: "ABCD EFG "),
    HostileText("the", repeating: "the "),
    HostileText("percent signs", repeating: "%"),
    HostileText("one line of quotations", repeating: "He said \u{201C}the rule is dead and gone now\u{201D} and \"so it is with us\" "),
    HostileText("15%", repeating: "15%"),
    HostileText("15 % apart", repeating: "15% "),
    HostileText("Binance fell 15%", repeating: "Binance fell 15% "),
    HostileText("Bitcoin fell 15%.", repeating: "Bitcoin fell 15%. "),
    HostileText("moves without a subject", repeating: "Fell 15% on Friday. "),
    HostileText("volatility indexes", repeating: "BTC DVOL "),
    HostileText("largest coin", repeating: "Ether rose, and the world’s largest cryptocurrency fell 5%. "),
    HostileText("other coins", repeating: "Bitcoin fell 5% as ether against bitcoin rose 3%, a drop of 2% in bitcoin. "),
    HostileText("dollar amounts", repeating: "$1,000 "),
    HostileText("price pairs", repeating: "from $100 to $85 "),
    HostileText("bill numbers") { "H.R. \($0 % 9999 + 1) " },
    HostileText("one bill number", repeating: "H.R. 1 "),
    HostileText("bill numbers in sentences") { "H.R. \($0 % 9999 + 1) passed the House. " },
    HostileText("one bill, many names") { "H.R. 1, the \(name($0)) Act. " },
    HostileText("one act of many years") { "The CLARITY Act of \(1900 + $0 * 7 % 200) passed. " },
    HostileText("bill numbers without end") { "S. \($0) " },
    HostileText("act names") { "the \(name($0)) Act " },
    HostileText("act names in sentences") { "The \(name($0)) \(name($0 / 3)) Act of 2025 passed the Senate. " },
    HostileText("one act", repeating: "the CLARITY Act "),
    HostileText("capitals up to Act", repeating: "Digital Asset Market Structure "),
    HostileText("Senator introduced a bill", repeating: "Senator Warren introduced a bill "),
    HostileText("Senator introduced a bill.", repeating: "Senator Warren introduced a bill. "),
    HostileText("stages", repeating: "introduced passed the House Senate signed vetoed committee "),
    HostileText("bills and senators", repeating: "Sen. Warren (D-Mass.) Rep. Hill (R-Ark.) bill "),
    HostileText("dates", repeating: "March 4, 2026 "),
    HostileText("deadlines", repeating: "Comments are due by March 4, 2026. "),
    HostileText("deadlines without a full stop", repeating: "comments are due by March 4, 2026 "),
    HostileText("SEC", repeating: "SEC "),
    HostileText("SEC without blanks", repeating: "SEC,"),
    HostileText("Kraken", repeating: "Kraken "),
    HostileText("Treasury", repeating: "Treasury "),
    HostileText("agencies", repeating: "SEC CFTC FSA FinCEN Fed "),
    HostileText("SEC sued Binance", repeating: "The SEC sued Binance and fined it $4 million. "),
    HostileText("SEC sued Binance without a full stop", repeating: "the SEC sued Binance and fined it $4 million "),
    HostileText("(SEC)", repeating: "(SEC)"),
    HostileText("definitions", repeating: "Securities and Exchange Commission (SEC) "),
    HostileText("definitions of something else") { "\(name($0)) Sun Exchange Corporation (SEC) " },
    HostileText("countries", repeating: "Japan France Kenya "),
    HostileText("attorneys general", repeating: "attorneys general of New York, Texas and Ohio "),
    HostileText("exchanges that no table has") { "crypto exchange \(name($0)) " },
    HostileText("one exchange that no table has", repeating: "crypto exchange Zembex "),
    HostileText("opened quotes", repeating: "“a "),
    HostileText("closed quotes", repeating: "a” "),
    HostileText("quotes inside out", repeating: "”“"),
    HostileText("straight quotes", repeating: "\"a "),
    HostileText("quotations", repeating: "“We have always been clear about the rules,” said Gary Gensler, the chair of the SEC. "),
    HostileText("quotations without a speaker", repeating: "“We have always been clear about the rules of it.” "),
    HostileText("said", repeating: "said "),
    HostileText("said Warren", repeating: "said Warren "),
    HostileText("said without blanks", repeating: "said,"),
    HostileText("he said she said", repeating: "“they have to do it now,” he said. "),
    HostileText("paragraphs that open with a quote", repeating: "“We have always been clear about it, said the chair\n\n"),
    HostileText("quotes within quotes", repeating: "“the ‘old \"rule» of «it “and "),
    HostileText("quotes that never close", repeating: "Gary Gensler said: “we have always been clear "),
    HostileText("fined X and Y", repeating: "the SEC fined Kraken $1 million and Gemini $2 million and "),
    HostileText("fined by", repeating: "Kraken was fined $1 million by the SEC and "),
    HostileText("many agencies act", repeating: "the SEC, the CFTC and FinCEN sued Kraken, Gemini and Binance, "),
    HostileText("it also", repeating: "The SEC sued Kraken. It also charged Gemini with fraud. "),
    HostileText("captions", repeating: "SEC v. Ripple Labs, "),
    HostileText("captions of many") { "SEC v. \(name($0)) Labs. " },
    HostileText("ACTION lines", repeating: "AGENCY: Securities and Exchange Commission.\n\nACTION: Proposed rule.\n\n"),
    HostileText("AGENCY without ACTION", repeating: "AGENCY: SEC. "),
    HostileText("DATES blocks", repeating: "DATES: Comments are due by May 4, 2026. This rule is effective June 2, 2026.\n\n"),
    HostileText("days after publication", repeating: "comments are due 60 days after publication in the Federal Register "),
    HostileText("deadlines of many days") { "Comments are due by \(["May", "June", "July"][$0 % 3]) \($0 % 28 + 1), \(2024 + $0 % 9). " },
    HostileText("tickers with percentages", repeating: "BTC 5%, ETH 3%, SOL 2%, "),
    HostileText("tickers in rows", repeating: "| BTC | +5% | -3% |\n"),
    HostileText("moves of many sizes") { "Bitcoin fell \($0 % 90 + 1).\($0 / 90 % 99)%. " },
    HostileText("one move over many days") { "Bitcoin fell 5% in \($0 % 9999 + 2) days. " },
    HostileText("moves with every time", repeating: "On Monday bitcoin fell 5% over the past week, 3% on the day and 8% in May, "),
    HostileText("bills, dates and verbs", repeating: "H.R. 5 passed on May 4, 2026 and the Senate introduced S. 7 and vetoed "),
    HostileText("the bill passed", repeating: "The bill passed the House. It was signed into law on May 4. "),
    HostileText("bills brought back", repeating: "H.R. 5 of the 118th Congress is back as H.R. 7, "),
    HostileText("laws by number", repeating: "Public Law 119-27 and Law No. 7518 and Regulation (EU) 2023/1114 "),
    HostileText("acts that are defined") { "the \(name($0)) Markets Act (the “\(name($0)) Act”) " },
    HostileText("a pronoun and its exchange", repeating: "Kraken rose. The SEC fined it. "),
    HostileText("full stops", repeating: "."),
    HostileText("short sentences", repeating: "A! "),
    HostileText("initials", repeating: "U.S. "),
    HostileText("acronym without end", repeating: "U."),
    HostileText("numbers", repeating: "1,2.3 "),
    HostileText("digits", repeating: "0123456789"),
    HostileText("digits with commas", repeating: "123,"),
    HostileText("brackets", repeating: "("),
    HostileText("brackets both ways", repeating: "()"),
    HostileText("hyphens", repeating: "a-"),
    HostileText("addresses", repeating: "https://example.com/sec/report.pdf "),
    HostileText("address without end", repeating: "https://sec."),
    HostileText("names in addresses", repeating: "/SEC"),
    HostileText("e-mail", repeating: "@SEC."),
    HostileText("list", repeating: "- the SEC\n"),
    HostileText("deep list") { String(repeating: "  ", count: min($0, 60)) + "- item\n" },
    HostileText("list marks alone", repeating: "- "),
    HostileText("table", repeating: "| SEC | 15% | Binance |\n"),
    HostileText("bars", repeating: "|"),
    HostileText("headings", repeating: "# The SEC\n\n"),
    HostileText("teasers", repeating: "Related: the SEC\n\n"),
    HostileText("teasers in lines", repeating: "Read more: the SEC\n"),
    HostileText("emphasis", repeating: "*"),
    HostileText("blanks", repeating: " "),
    HostileText("line breaks", repeating: "\n"),
    HostileText("word and blanks") { $0 == 0 ? "SEC" : "          " },
    HostileText("lines of one letter", repeating: "a\n"),
    HostileText("paragraphs of one letter", repeating: "a\n\n"),
    HostileText("combining marks", repeating: "\u{301}"),
    HostileText("replacement characters", repeating: "\u{FFFD}"),
    HostileText("soft hyphens", repeating: "\u{AD}"),
    HostileText("zero width", repeating: "S\u{200B}E\u{200B}C "),
    HostileText("emoji", repeating: "👩‍👩‍👧"),
    HostileText("Chinese", repeating: "加密货币交易所。"),
    HostileText("accents", repeating: "É"),
  ]

  private static let prose: [String] = {
    var documents = GeneratedDocuments()
    return (0..<2000).map { _ in documents.next().text }
  }()
}
