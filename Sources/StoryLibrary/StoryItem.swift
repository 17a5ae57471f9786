import RegulatoryModel

/// What a story is called within its file, from one reading to the next.
enum StoryItem {
  /// By identity where the format has one ("=guid"), else, or where two share it, by place ("#3").
  static func names(of stories: [Story]) -> [String] {
    var taken: Set<String> = []
    return stories.map { story in
      if let identity = story.identity, taken.insert("=" + identity).inserted { return "=" + identity }
      var place = story.index
      while !taken.insert("#\(place)").inserted { place += 1 }
      return "#\(place)"
    }
  }
}
