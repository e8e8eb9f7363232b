import ExerciseProtocol

/// What the sub-words of a command are, and which of its parameters each of them takes: `/people
/// add` takes names, `/people` alone takes nothing.
///
/// A sub-word is a choice, the first parameter, that may be left out. Whatever is given and not
/// taken is refused: else a misspelt sub-word (`/outcome decison: We do it`) would become words
/// that nobody reads.
package struct Subwords: Hashable, Sendable {
  /// By sub-word, and `""` where none is given: the names of what it takes besides itself.
  private let taken: [String: [String]]
  /// By sub-word: the names of what it can't do without.
  private let needed: [String: [String]]

  /// - Parameters:
  ///   - taken: an entry for every sub-word there is, and one for `""`.
  ///   - needed: for those that can't do without something.
  package init(_ taken: [String: [String]], needed: [String: [String]] = [:]) {
    self.taken = taken
    self.needed = needed
  }

  /// The sub-words, and `""`.
  package var names: Set<String> { Set(taken.keys) }

  package func takes(_ parameter: String, after subword: String) -> Bool {
    taken[subword]?.contains(parameter) ?? false
  }

  package func needs(_ parameter: String, after subword: String) -> Bool {
    needed[subword]?.contains(parameter) ?? false
  }

  /// The sub-words that take it, in the order of `choices`.
  func takers(of parameter: String, among choices: [String]) -> [String] {
    choices.filter { takes(parameter, after: $0) }
  }
}

extension Parameter {
  /// What can be chosen; nil where it is no choice.
  package var choices: [String]? {
    guard case .field(.choice(let names)) = kind else { return nil }
    return names
  }
}
