enum WebPageReader {
  static func draft(_ text: CleanText, in context: ReadingContext, notes: inout [String]) -> StoryDraft { StoryDraft() }
}
