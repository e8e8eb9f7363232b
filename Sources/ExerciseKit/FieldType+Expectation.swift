import ExerciseProtocol

extension FieldType {
  /// Whether a value that has the right shape keeps within the bounds too.
  func allows(_ json: JSONValue) -> Bool {
    switch (self, json) {
    case (.integer(let range), .integer(let integer)): range.contains(integer)
    case (.points(let range), .object(let members)):
      members.allSatisfy { member in
        if case .integer(let points) = member.value { range.contains(points) } else { false }
      }
    default: true
    }
  }

  /// What a value must be, in the words of a refusal: “must be …”.
  var expectation: String {
    switch self {
    case .text: "a text"
    case .integer(let range): "a whole number\(range.wording)"
    case .flag: "true or false"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .card: "a card's label"
    case .cards: "a list of cards' labels"
    case .person: "a participant's id"
    case .points(let range): "cards, each with a whole number\(range.wording)"
    case .ranking: "a list of ranks, each a list of cards' labels"
    case .duels: "a list of pairs of cards' labels"
    case .tags: "a list of tags"
    case .date: "a date such as 2011-10-12"
    case .file: "a file's name and bytes"
    }
  }
}

extension ClosedRange<Int> {
  /// Only the bounds that anybody set.
  fileprivate var wording: String {
    switch (lowerBound == .min, upperBound == .max) {
    case (true, true): ""
    case (true, false): " up to \(upperBound)"
    case (false, true): " from \(lowerBound)"
    case (false, false): " from \(lowerBound) to \(upperBound)"
    }
  }
}
