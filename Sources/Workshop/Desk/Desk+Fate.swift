import ExerciseProtocol

/// What became of a line on whose way a plugin failed: whoever typed it has to know whether to type
/// it again. A plugin is asked before anything is kept; what is only shown afterwards is shown
/// without it (``Desk/shown(_:for:)``), and fails nothing.
extension Desk {
  /// Carries a line out; where a plugin fails, its problem tells that the line was not kept.
  func tellingFate(
    of command: CommandName, _ body: () throws(Problem) -> Response
  ) throws(Problem) -> Response {
    do throws(Problem) {
      return try body()
    } catch {
      guard let mend = error.afterFailure else { throw error }
      var problem = error
      problem.hint = Fate.notKept(command) + " " + mend
      throw problem
    }
  }
}

/// In words.
private enum Fate {
  static func notKept(_ command: CommandName) -> String {
    switch command {
    case .own: "This line was not carried out: type it again."
    case .action: "This line was not kept: type it again."
    }
  }
}
