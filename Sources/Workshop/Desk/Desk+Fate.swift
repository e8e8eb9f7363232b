import ExerciseProtocol

/// What became of a line on whose way a plugin failed: whoever typed it has to know whether to type
/// it again.
extension Desk {
  /// Carries a line out; where a plugin fails, its problem tells whether the line was kept.
  func tellingFate(
    of command: CommandName, _ body: () throws(Problem) -> Response
  ) throws(Problem) -> Response {
    let (session, changes) = (live?.log.name, live?.ownChanges)
    do throws(Problem) {
      return try body()
    } catch {
      guard let mend = error.afterFailure else { throw error }
      let isKept = live?.log.name != session || live?.ownChanges != changes
      var problem = error
      problem.hint = (isKept ? Fate.kept : Fate.notKept(command)) + " " + mend
      throw problem
    }
  }
}

/// In words.
private enum Fate {
  static let kept =
    "This line was kept: don't type it again. Only what the plugin had to show is missing."

  static func notKept(_ command: CommandName) -> String {
    switch command {
    case .own: "This line was not carried out: type it again."
    case .action: "This line was not kept: type it again."
    }
  }
}
