import EntityExtraction
import RegulatoryModel
import Testing

struct BillNumberTests {
  @Test(arguments: [
    LegislationRow("The House took up H.R. 3633 on crypto markets, a bill.", "us/119/hr/3633"),
    LegislationRow("The House took up HR 3633, the bill on crypto markets.", "us/119/hr/3633"),
    LegislationRow("The House took up H. R. 3633, a bill.", "us/119/hr/3633"),
    LegislationRow("The House took up H.R.3633, a bill.", "us/119/hr/3633"),
    LegislationRow("The House took up HR3633, a bill on crypto.", "us/119/hr/3633"),
    LegislationRow("Senators discussed S. 1582, the stablecoin bill.", "us/119/s/1582"),
    LegislationRow("Senators discussed S.1582, the stablecoin bill.", "us/119/s/1582"),
    LegislationRow("Senators discussed S 394, the GENIUS Act, a stablecoin bill.", "us/119/s/394"),
    LegislationRow("Lawmakers debated H.J.Res. 25 on crypto brokers, and S.J. Res. 3.", "us/119/hjres/25", "us/119/sjres/3"),
    LegislationRow("Lawmakers debated H.J. Res. 25 on crypto brokers.", "us/119/hjres/25"),
    LegislationRow("The House adopted H.Con.Res. 14, a crypto resolution.", "us/119/hconres/14 passed-house"),
    LegislationRow("Lawmakers in Austin read Senate Bill 21, on bitcoin, in Texas.", "us-tx/89/sb/21"),
    LegislationRow("New Hampshire lawmakers like House Bill 302 on bitcoin.", "us-nh/2025/hb/302"),
    LegislationRow("In Texas, HBs 882 and 518 on bitcoin were introduced.", "us-tx/2025/hb/882 introduced", "us-tx/2025/hb/518 introduced"),
    LegislationRow("The House debates H.R. 3633 and 1919, two crypto bills.", "us/119/hr/3633", "us/119/hr/1919"),
    LegislationRow("Arizona lawmakers sent SB 1025 and SB 1373 on bitcoin.", "us-az/2025/sb/1025", "us-az/2025/sb/1373"),
    LegislationRow("The bill S. 2669 (118th) on crypto mixers lapsed.", "us/118/s/2669"),
    LegislationRow("The bill H.R. 4763 of the 118th Congress, on crypto, lapsed.", "us/118/hr/4763"),
    LegislationRow("The New York Senate passed S. 6486 on crypto mining.", "us-ny/2021/s/6486 passed-senate"),
  ])
  func numbersAreFoundInEverySpelling(_ row: LegislationRow) { #expect(row.listed == row.bills) }

  @Test(arguments: [
    LegislationRow("U.S. 2024 medal table, as Congress passed a bill on crypto."),
    LegislationRow("Bitcoin was worth 64,000 vs. 70,000 when the Senate met over a bill."),
    LegislationRow("See 5 U.S. 137 and 15 U.S.C. 78, said the crypto bill's foes in the Senate."),
    LegislationRow("Sec. 5 of the rule binds crypto firms, senators said of a bill."),
    LegislationRow("S. 2024 Main Street, the old post office, was sold for bitcoin as the Senate debated a bill."),
    LegislationRow("Judge had HR 58 by the end of the season, and a bitcoin endorsement."),
    LegislationRow("Act 2 of the crypto musical ran 63 minutes. Bill 1 drew 9,000 people, Bill 2 half as many."),
    LegislationRow("A clarity act it was not; the genius act of the night was a bitcoin joke."),
    LegislationRow("Under Exchange Act Rule 15c3-3 custody of crypto is hard."),
    LegislationRow("The S&P 500 fell and Section 230 of the code does not name bitcoin. The Senate and a bill."),
  ])
  func whatOnlyLooksLikeANumberIsNone(_ row: LegislationRow) { #expect(row.listed == []) }

  @Test func theCongressTurnsOnTheThirdOfJanuary() {
    #expect(FindingsOfText.bills("The Senate has a crypto bill, S. 77.", "2025-01-02").map(\.id) == ["us/118/s/77"])
    #expect(FindingsOfText.bills("The Senate has a crypto bill, S. 77.", "2025-01-03").map(\.id) == ["us/119/s/77"])
  }
}
