import EntityExtraction
import RegulatoryModel
import Testing

struct ReintroductionTests {
  @Test(arguments: [
    ("Lawmakers like the Blockchain Regulatory Certainty Act.", "2023-06-01", "us/118/hr/1747", "us/117/hr/5045", "the same title"),
    ("Emmer's Anti-CBDC Surveillance State Act is short.", "2025-06-01", "us/119/hr/1919", "us/118/hr/5403", "the same words"),
    ("S. 954, the BITCOIN Act, is a bill on reserves.", "2025-06-01", "us/119/s/954", "us/118/s/4912", "by number"),
    (
      "H.R. 9579, a crypto bill, was first introduced in the 118th Congress as H.R. 9401.", "2025-06-01", "us/119/hr/9579",
      "us/118/hr/9401", "as the story says"
    ),
    (
      "The bill H.R. 9401 of the 118th Congress, on crypto, was reintroduced as H.R. 9579.", "2025-06-01", "us/119/hr/9579",
      "us/118/hr/9401", "the other way round"
    ),
    ("The CLARITY Act is the successor to FIT21, lawmakers say.", "2025-06-01", "us/119/hr/3633", "us/118/hr/4763", "by name"),
  ])
  func aReintroducedBillNamesTheOneBeforeIt(text: String, date: String, id: String, before: String, note: Comment) throws {
    let found = FindingsOfText.bills(text, date)
    #expect(try #require(found.first { $0.id == id }, note).predecessor == before, note)
    #expect(found.first { $0.id == before }?.predecessor != id, "the earlier one does not bring back the later one")
  }

  @Test(arguments: [
    "The STABLE Act of 2025 shares a nickname with a bill of 2020.", "Unlike FIT21, the CLARITY Act is in the Senate.",
    "S. 1582, the GENIUS Act, was introduced after S. 919.",
  ])
  func whatOnlyLooksAlikeIsNoReintroduction(_ text: String) {
    let found = FindingsOfText.bills(text)
    #expect(!found.isEmpty)
    for bill in found { #expect(bill.predecessor == nil) }
  }
}
