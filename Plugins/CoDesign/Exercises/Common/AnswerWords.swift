import ExerciseKit

/// Answers of a closed question as people say them: the one whose words match most of what was
/// said, from its beginning on; what follows is the reason.
///
/// Capitals, punctuation between the words and the form of an apostrophe do not matter.
struct AnswerWords {
  private let answers: [(words: [String], value: Int)]

  /// - Parameter answers: the words of each and what it stands for. Of equal ones the first wins.
  init(_ answers: [(words: String, value: Int)]) {
    self.answers = answers.map { (Self.words(of: $0.words[...]).map(\.folded), $0.value) }
  }

  /// The answer and the reason, which may be empty; nil where no answer begins the text.
  func read(_ text: String) -> (grade: Int, reason: String)? {
    let said = Self.words(of: text[...])
    var best: (count: Int, value: Int)?
    for (words, value) in answers where !words.isEmpty && words.count > best?.count ?? 0 {
      if said.prefix(words.count).map(\.folded) == words { best = (words.count, value) }
    }
    guard let best else { return nil }
    let end = said[best.count - 1].text.endIndex
    let reason = text[end...].drop { $0.isWhitespace || ":;,.!–—-".contains($0) }
    return (best.value, reason.trimmed)
  }

  private struct Spoken {
    var text: Substring
    var folded: String
  }

  private static func words(of text: Substring) -> [Spoken] {
    text.split { !$0.isLetter && !$0.isNumber && !"'’".contains($0) }.map {
      Spoken(text: $0, folded: $0.lowercased().replacing("’", with: "'"))
    }
  }
}
