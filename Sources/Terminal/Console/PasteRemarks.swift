import ExerciseProtocol
import Workshop

/// What was remarked on the lines of a long paste, whose answers are not shown one by one: each
/// remark once, with the lines that it is about.
struct PasteRemarks {
  /// Remarks that say the same of several lines.
  struct Group {
    /// As it was said of the first.
    var text: String
    /// Where in the paste they are.
    var numbers: [Int]
  }

  private(set) var groups: [Group] = []
  private var places: [String: Int] = [:]

  /// Takes in what was said of a line: its hints and warnings, and the exercise's own word.
  mutating func add(_ response: Response, of number: Int) {
    if case .string(let notice)? = response.result?["notice"] { add(notice, number) }
    for block in response.view.blocks {
      if case .note(let text, let role) = block, role != .success { add(text, number) }
    }
  }

  mutating func add(_ text: String, _ number: Int) {
    let kind = text.kind
    if let place = places[kind] {
      groups[place].numbers.append(number)
    } else {
      places[kind] = groups.count
      groups.append(Group(text: text, numbers: [number]))
    }
  }
}

extension String {
  /// What is the same in remarks on several lines: without what stands in quotes, and without
  /// numbers.
  fileprivate var kind: String {
    var (kind, isQuoted) = ("", false)
    for character in self {
      if character == "“" { isQuoted = true }
      if character == "”" { isQuoted = false }
      if !isQuoted, !character.isNumber { kind.append(character) }
    }
    return kind
  }
}
