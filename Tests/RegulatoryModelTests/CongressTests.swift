import RegulatoryModel
import Testing

@Suite struct CongressTests {
  @Test(arguments: [
    ("2025-01-02", 118, "the day before the turn"), ("2025-01-03", 119, "the day of the turn"), ("2026-11-22", 119, "the second year"),
    ("2027-01-03", 120, "the next turn"), ("1789-03-04", 1, "the first"),
  ])
  func theCongressOfADay(day: String, number: Int, note: Comment) throws {
    #expect(Congress.number(on: try #require(CalendarDay(iso: day))) == number, note)
  }

  @Test(arguments: [
    ("us/118/hr/4763", true, "its Congress is over"), ("us/119/hr/3633", false, "its Congress sits"),
    ("us-tx/2023/sb/21", false, "a state's bill"),
    ("eu/2023/1114", false, "a regulation"), ("us/named/genius-act", false, "no Congress known"),
  ])
  func aBillDiesWithItsCongress(id: String, hasLapsed: Bool, note: Comment) throws {
    #expect(Congress.hasLapsed(bill: id, on: try #require(CalendarDay(iso: "2026-11-22"))) == hasLapsed, note)
  }

  @Test(arguments: [
    ("us/118/hr/4763", "H.R. 4763 of the 118th Congress"), ("us/101/s/2", "S. 2 of the 101st Congress"),
    ("us/112/hjres/3", "H.J.Res. 3 of the 112th Congress"), ("us/122/s/1", "S. 1 of the 122nd Congress"), ("us/named/genius-act", nil),
    ("us-tx/2023/sb/21", nil),
  ])
  func aFederalBillIsNamedWithItsCongress(id: String, words: String?) { #expect(Congress.words(forBill: id) == words) }
}
