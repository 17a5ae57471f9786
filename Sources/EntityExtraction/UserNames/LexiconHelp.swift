/// The user's names in one example: help prints it, and a test reads it.
package enum LexiconHelp {
  package static let example = """
    [[exchange]]                      # known id: added to; new id: new
    id = "kraken"
    aliases = ["Payward", "?Krak"]    # “?”: counts only on evidence
    cues = ["jesse powell", "-rum"]   # words near by; “-”: against it

    [[agency]]
    id = "zmo"
    name = "Zembla Monetary Office"
    country = "zz"
    role = "central-bank"

    [[asset]]
    id = "ZEM"                        # the ticker
    name = "Zemblacoin"

    [[person]]
    id = "kinbote"
    name = "Charles Kinbote"
    chamber = "senate"

    [[deny]]                          # never take this name for that thing
    kind = "agency"
    id = "federal-reserve"
    alias = "the Fed"                 # without it: none of its names

    [[deny]]                          # this sentence tells no price move
    kind = "move"
    sentence = "Bitcoin fell 15% in our model portfolio."
    """
}

extension Lexicon {
  /// How many of the user's entries count.
  package var entryCount: Int { userEntries.count }
}
