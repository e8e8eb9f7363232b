package import ExerciseProtocol
package import Polling

/// What a line led to.
package struct Response: Sendable {
  /// What to show.
  package var view: View
  /// What a program wants to know of it, for `--json`.
  package var result: JSONValue?
  package var next: Next

  package enum Next: Sendable {
    /// Wait for the next line.
    case goOn
    /// Values are missing: ask for them one by one, then carry out the completed invocation.
    case ask(Form)
    /// People vote now, one after another: start the booth of this poll.
    case booth(PollID)
    /// The person wants to leave.
    case leave
  }

  package init(_ view: View = View(), result: JSONValue? = nil, next: Next = .goOn) {
    self.view = view
    self.result = result
    self.next = next
  }

  /// For a change that would have changed nothing.
  static func unchanged(result: JSONValue? = nil) -> Response {
    Response(View([.text("Nothing changed.")]), result: result)
  }

  /// One line that says that something is done.
  package static func done(_ text: String, result: JSONValue? = nil) -> Response {
    Response(View([.note(text, .success)]), result: result)
  }
}

extension Response {
  /// Puts what was found wrong before what is shown; for a program it is in `notices`.
  mutating func warn(of problems: [Problem]) {
    guard !problems.isEmpty else { return }
    view.blocks.insert(contentsOf: View.warnings(problems).blocks, at: 0)
    if case .object(let members)? = result {
      result = .object(members + [.init("notices", .list(problems.map(\.message)) ?? [])])
    }
  }
}

extension View {
  /// What was found wrong and stops nobody: each with what to do about it.
  package static func warnings(_ problems: [Problem]) -> View {
    View(
      problems.flatMap { problem -> [View.Block] in
        [.note(problem.message, .warning)] + (problem.hint.map { [.note($0, .hint)] } ?? [])
      })
  }
}

/// What is still to be asked before a command can be carried out.
package struct Form: Sendable {
  package var invocation: Invocation
  /// The parameters to ask for, in order.
  package var missing: [Parameter]
}
