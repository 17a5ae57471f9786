import QueryLanguage

extension MoveBound {
  /// Whether a move of that many signed hundredths of a percent is within the bound.
  func holds(for signed: Int) -> Bool {
    switch relation {
    case .more: signed > basisPoints
    case .atLeast: signed >= basisPoints
    case .less: signed < basisPoints
    case .atMost: signed <= basisPoints
    case .size: abs(signed) >= abs(basisPoints)
    }
  }
}
