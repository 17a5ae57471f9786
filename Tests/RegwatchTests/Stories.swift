/// Documents for the whole-program tests, with one thing of each kind in them.
enum Stories {
  static let lobbying = """
    Exchange lobbies the Treasury

    WASHINGTON, March 4, 2026 — Binance met with Treasury Department officials seven times, according to the filing. The Financial Crimes
    Enforcement Network (FinCEN) declined to comment.

    Senator Elizabeth Warren introduced legislation on Tuesday that would tighten anti-money laundering rules for digital asset firms.

    Bitcoin fell 15.2% over the past week.
    """

  static let sued = """
    Regulator sues an exchange

    NEW YORK, March 6, 2026 — The Securities and Exchange Commission sued Kraken on Friday. The House passed H.R. 3633, the CLARITY Act,
    on March 5, 2026.
    """

  static let football = """
    Kraken rally past Kings

    SEATTLE, January 18, 2026 — The Kraken scored twice in the third period and won 4-3 in a shootout on Saturday night. Hockey fans cheered.
    """
}
