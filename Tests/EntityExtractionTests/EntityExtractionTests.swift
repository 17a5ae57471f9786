import RegulatoryModel
import Testing

@testable import EntityExtraction

@Test func aScanFindsNamesAcrossLineBreaks() {
  let text = "Officials of the Financial Crimes\nEnforcement Network and the “SEC” met\nthe U.S. Treasury’s. Binance’s chief left."
  let story = Story(title: "", text: text, date: CalendarDay(daysSinceEpoch: 0), dateOrigin: .fileTime)
  let scan = TextScan(story, lexicon: .builtIn)
  let found = scan.hits.map { scan.text($0.span) }
  #expect(found == ["Financial Crimes Enforcement Network", "SEC", "U.S. Treasury", "Binance"])
  #expect(scan.sentences.count == 2)
}
