import TerminalTesting

extension House {
  /// `charrette tally` of what comes on its standard input.
  static func tally(_ arguments: [String], _ input: String) throws -> Finished {
    let house = try House()
    return try Child(house.program, ["tally", "-"] + arguments, environment: house.environment)
      .finish(feeding: Array(input.utf8))
  }
}
