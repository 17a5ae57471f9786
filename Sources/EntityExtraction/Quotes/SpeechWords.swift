/// The words around quotations.
enum SpeechWords {
  static let verbs = KeywordSet(
    """
    said says say told tells wrote writes added adds tweeted posted stated states argued argues noted notes warned warns explained explains testified
    asked asks replied commented announced declared insisted insists continued remarked cautioned claimed claims recalled concluded acknowledged
    emphasized emphasised stressed observed exclaimed responded countered quipped predicted conceded admitted suggested called calls described
    contended lamented joked complained reiterated urged
    """)
  /// Tell of a part of a sentence only: "writing that the order “…”".
  static let participles = KeywordSet("writing saying adding calling arguing noting warning describing telling stating")
  /// What papers say, and what things are called: no person's words.
  static let papers = KeywordSet(
    "alleges alleged reads titled entitled defines defined dubbed known named means term phrase word words labeled labelled quoted so-called alleging complaint"
  )
  static let pronouns = KeywordSet("he she")
  static let adverbs = KeywordSet("also later then has had have once again today yesterday")

  /// Words with capitals that no name begins with.
  static let noNames = KeywordSet(
    """
    the a an he she they it we i you in on at but and this that these those his her their its our my according as when while after before if so then there
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december one
    both some many no yes what who how why where which for from by with to of or not all most another other asked separately meanwhile however instead
    today yesterday here under since such following see id despite given besides citing noting although though like unlike then among during through until once
    """)
  /// Words with capitals before a name that tell what the person is.
  static let titles = KeywordSet(
    """
    sen sens senator rep reps representative congressman congresswoman chair chairman chairwoman commissioner secretary director governor president ceo
    cfo coo cto attorney general judge justice minister mr mrs ms dr prof professor deputy acting under undersecretary assistant chief founder co-founder
    cofounder superintendent comptroller counsel officer analyst economist spokesperson spokesman spokeswoman lord sir majority leader speaker executive
    head managing vice gov treasurer inspector prosecutor member ranking special agent minority advocate ombudsman lawyer strategist partner
    commissioners whip mayor ambassador chancellor captain detective supervisor administrator regulator
    """)
  /// Of people who speak for others, and bodies: "the agency", "a spokesperson for Kraken".
  static let voices = KeywordSet(
    """
    spokesperson spokesman spokeswoman spokespeople official officials representative lawyer attorney prosecutor prosecutors employee investigator regulators lawyers source analysts staffer executive
    """)
  static let bodies = KeywordSet(
    """
    agency regulator regulators commission bureau company exchange firm bank group department authority watchdog ministry committee court judge agencies
    council association board union office organization organisation foundation commissioners supervisor
    """)
  static let particles = KeywordSet("de van der von bin al da la del den du ten")
  static let firmEndings = KeywordSet(
    "capital inc llc ltd labs group bank markets exchange holdings ventures partners foundation protocol finance global trust technologies corp institute university association council act"
  )
}
