/// Tells names that stand in any text from names that mean something.
enum CommonWords {
  /// Why a name is dangerous by itself; nil where it is not.
  ///
  /// A name with two capitals matches only with them: three letters are then a name ("OKX", "BoE"), and two with a digit ("G7").
  static func danger(of name: String) -> String? {
    let bytes = Array(name.utf8)
    let letters = bytes.count { LetterBytes.isLetter($0) || LetterBytes.isDigit($0) || $0 >= 0x80 }
    let isOneWord = !bytes.contains(32)
    let capitals = bytes.count(where: LetterBytes.isUpper)
    let hasDigit = bytes.contains(where: LetterBytes.isDigit)
    if words.contains(name.lowercased()) { return "is an everyday word" }
    guard isOneWord else { return nil }
    if letters <= 2, !(hasDigit && letters == 2) { return "has only \(letters == 1 ? "one letter" : "two letters")" }
    if letters == 3, capitals < 2, !hasDigit { return "has only three letters" }
    return nil
  }

  /// Whether any text can have the name.
  static func canMatch(_ name: String) -> Bool {
    var bytes: [UInt8] = []
    var text = name
    return !name.utf8.contains(10) && text.withUTF8 { AliasAutomaton.appendNormalised($0, to: &bytes) }
  }

  /// Words that English texts are full of, with abbreviations that everybody writes in capitals.
  static let words = Set(
    """
    a able about above account across act action actually add address after again against age agency ago agreement ahead air all allow almost \
    alone along already also although always am among amount an analysis and announce annual another answer any anyone anything appear apply \
    approach april are area around arrive as ask asset at august authority available away back bad balance bank base be become been before begin \
    behind believe below benefit best better between beyond big bill bit block board body book both bring build business but buy by call can \
    capital card care carry case cash cause center central certain chain chair chance change charge check chief child choose city claim class \
    clear close code coin cold come commission committee common company compare complete concern condition consider contact continue contract \
    control cost could council country county course court cover create credit crime crisis current customer cut daily data date day deal \
    december decide decision deep defense demand department describe design detail develop did differ digital direct director discuss district \
    do document does dollar done door down draft drive drop due during each early earth east easy economy edge education effect effort eight \
    either elect else end energy enforce enough enter entire entity equal especially establish estimate even event ever every everyone exact \
    example except exchange executive exist expect explain express face fact factor fail fair fall false family far fast father fear february \
    federal fee feel few field fight figure file fill final finance find fine finish fire firm first fit five fix flow focus follow food for \
    force foreign form former forward found four free friday friend from front full fund further future gain game gate gather gemini general get \
    give global go goal gold good govern great green ground group grow growth guess guide had half hand happen hard has have he head health hear \
    heart heavy help her here high him his history hit hold home hope host hour house how however huge human hundred i ice idea if impact \
    important in include income increase indeed industry inform inside instead institute interest into invest is issue it item its january job \
    join judge july june just keep key kind know kraken labor lack land large last late later law lay lead learn least leave legal less let letter \
    level license lie life light like limit line link list little live loan local long look lose loss lot low machine made main major make man \
    manage many march mark market matter may me mean measure media meet member mention message method middle might million mind minute miss \
    model moment monday money month more morning most move much must my name nation near need network never new news next night nine no none nor \
    north not note nothing notice november now number october of off offer office official often oil old on once one only open operate option or \
    orange order other our out outside over own owner page paid panel paper parent part party pass past pay people per percent perhaps period \
    permit person phone pick place plan plant play point policy poor position power present press price private probably problem process produce \
    product profit program project proof property propose protect prove provide public pull purpose push put question quick quite raise range \
    rate rather reach read ready real reason receive recent record red reduce refer reform region relate release remain remember report request \
    require research reserve rest result return revenue review right rise risk road role rule run safe said sale same saturday save say scale \
    second secretary section sector security see seek seem sell senate send senior september series serious serve service set seven several shall \
    share she shift short should show side sign similar simple since single sit site six size small so social some son soon sort source south \
    space speak special spend staff stage stand standard start state station stay step still stock stop store story street strong structure study \
    such suggest summer sunday supply support sure system table take talk target tax team tell ten term test than thank that the their them then \
    there these they thing think third this those though thousand threat three through thursday time title to today together token too top total \
    toward trade treasury treat trial trust try tuesday turn two type under union unit until up upon us use user usual value very view visit vote \
    wait walk wall want war was watch water way we wednesday week well west what when where which while white who whole whose why will win window \
    wish with within without woman wonder word work world worry would write wrong year yes yet you young your zero \
    ai api atm ceo cfo coo cto etf eu faq fed gdp ico ipo it llc ltd nft otc pdf sec un uk url us usa usd eur gbp
    """.split(separator: " ").map(String.init))
}
