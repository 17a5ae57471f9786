extension Array where Element: Comparable {
  /// Whether an array in ascending order holds an element: by halving.
  func holdsAscending(_ element: Element) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element
  }
}
