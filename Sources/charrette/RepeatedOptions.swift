import ArgumentParser

/// Options that stand twice in a call. Of two values the parser would take the last, and pass over
/// the first without a word.
enum RepeatedOptions {
  /// Those that may stand several times.
  private static let repeatable: Set<Substring> = [
    "--alias", "--candidates", "--columns", "--ignore", "--lot", "--option", "--plugins",
    "--templates",
  ]

  /// - Parameter arguments: the call without the program's name.
  static func check(_ arguments: some Sequence<String>) throws {
    var seen: Set<Substring> = []
    for argument in arguments {
      if argument == "--" { return }
      guard argument.hasPrefix("--") else { continue }
      let name = argument.prefix { $0 != "=" }
      guard repeatable.contains(name) || seen.insert(name).inserted else {
        throw ValidationError("\(name) is given twice.\nHint: Leave one of them out.")
      }
    }
  }
}
