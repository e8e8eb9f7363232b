import VotingMethods

extension CSVBallots.Scale {
  /// "0..5", or words with commas between.
  init?(_ text: String) {
    let ends = text.split(separator: ".", omittingEmptySubsequences: false)
    if ends.count == 3, ends[1].isEmpty {
      guard let least = Int(ends[0]), let most = Int(ends[2]), least < most,
        least >= -1_000_000, most <= 1_000_000
      else { return nil }
      self = .numbers(least...most)
      return
    }
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard words.count > 1, !words.contains(""), Set(words).count == words.count else {
      return nil
    }
    self = .words(words)
  }
}
