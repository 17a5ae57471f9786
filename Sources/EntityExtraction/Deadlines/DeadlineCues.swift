import RegulatoryModel

/// The words by which a sentence tells a deadline, and those that lead in its day.
enum DeadlineCues {
  /// A phrase that may be followed by a day, tried in this order.
  static let all: [(PhraseSet, Deadline.Kind)] = [
    (
      PhraseSet(
        """
        comments|comment period|comment deadline|comment window|comment closes|comment ends|comment until|comment by|public comment|consultation|responses|responses by
        submissions|submissions are due|feedback|consider comments|comment letters|written comments|respond|to comment|to respond|comment
        """), .comment
    ),
    (
      PhraseSet(
        """
        effective date|is effective|are effective|becomes effective|become effective|became effective|will be effective|shall be effective|takes effect
        take effect|took effect|taking effect|goes into effect|go into effect|went into effect|comes into force|come into force|came into force
        enters into force|enter into force|entered into force|coming into force|in force|into force|in effect|comes into operation|come into operation|came into operation|effective on|effective
        """), .effective
    ),
    (
      PhraseSet(
        """
        compliance date|compliance dates|compliance is required|compliance by|must comply|mandatory compliance|comply by|to comply|compliance deadline
        deadline for compliance|compliance with|compliance begins|have to comply|shall comply|will comply|apply from|applies from|applied from
        applicable from|apply as of|applies as of|applies beginning|applies starting|applicability date|applicability|applicable as of|apply on|applies on|apply starting|apply beginning|transition period|transitional period|transitional provisions|grandfathering|become applicable|becomes applicable|became applicable
        grandfathering period|grace period|date of application|application date|compliance
        """), .compliance
    ),
    (
      PhraseSet(
        """
        hearing|public hearing|public meeting|open meeting|meeting will be held|meeting is scheduled|meeting will take place|will hold a meeting
        meeting to be held|meeting scheduled|roundtable|markup|mark-up|will meet|will testify|hearings|sunshine act meeting|meeting set
        """), .hearing
    ),
  ]

  /// The words that a cue begins with.
  static let starts = KeywordSet(all.flatMap { $0.0.firstKeys })
  /// Each cue has one of these.
  static let needed = KeywordSet(
    """
    operation comments comment consultation responses submissions feedback respond effective effect force compliance comply apply applies applied applicable applicability
    transition transitional grandfathering grace application hearing hearings meeting meet roundtable markup mark-up testify
    """)

  // MARK: What leads in the day

  static let due = KeywordSet("by before until due than through till")
  static let ends = KeywordSet(
    "ends end ended ending closes close closed closing expires expire expired runs ran is deadline date due extended reopened")
  static let commentLeads = KeywordSet("by before until due than through till ends closes closed ended expires deadline is")
  static let effectiveLeads = KeywordSet("on is from of beginning starting effective was date effect force are")
  static let complianceLeads = KeywordSet(
    "by before until from than is begins ends ended expires starting beginning of till through date are")
  static let hearingLeads = KeywordSet("on for is hearing meeting roundtable")
  static let required = KeywordSet(
    "required begins begin starts start ends end expires date apply applies due as applicable starting beginning")

  /// The day behind one of these replaces the one before: "extended from 2 May to 1 June".
  static let to = KeywordSet("to until through")
  static let extensions = KeywordSet(
    "extended extends extending extension reopened reopens reopening instead now delayed delays delaying postponed postpones deferred moved rescheduled pushed"
  )
  /// The day behind one of these is of something else.
  static let past = KeywordSet(
    "published dated issued adopted proposed signed filed announced opened launched released approved introduced")
  static let breaks = KeywordSet("which after if unless when whether because although who whose where alleging saying said since")
  static let fillers = KeywordSet(
    "on the p.m a.m pm am eastern time monday tuesday wednesday thursday friday saturday sunday midnight close of business et est edt noon or local cet cest bst gmt utc at"
  )
  static let hours = KeywordSet("p.m a.m pm am eastern time midnight close business et est edt noon local cet cest bst gmt utc at")
  static let pastTense = KeywordSet("took came entered became closed ended went held applied ran expired")
  static let events = KeywordSet("hearing hearings meeting roundtable markup mark-up")
  static let heads = KeywordSet("on by from until starting beginning effective before")
  static let allowance = KeywordSet("until by")
}
