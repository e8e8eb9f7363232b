import ExerciseProtocol
package import Workshop

/// Runs lines that nobody types: from a file, or from a pipe. The same lines as at the prompt; the
/// first that fails ends it.
package struct Script {
  private let desk: Desk
  private let presentation: Presentation
  /// Standard output; throws the system's reason where it can't be written.
  private let output: (String) throws -> Void
  /// Where messages for people go when standard output is for a program.
  private let errors: (String) -> Void
  private let printsJSON: Bool

  package init(
    desk: Desk, presentation: Presentation, printsJSON: Bool,
    output: @escaping (String) throws -> Void, errors: @escaping (String) -> Void
  ) {
    self.desk = desk
    self.presentation = presentation
    self.printsJSON = printsJSON
    self.output = output
    self.errors = errors
  }

  /// How a script ended: what the process exits with.
  package enum Ending: Int32, Sendable {
    case done = 0
    case failed = 1
    case usage = 2
    /// `/quit` ended it before its end.
    case left = 100
  }

  /// Takes one line. `file` and `number` are what a message calls it. Where its answer can't be
  /// written the script ends: nobody would know what became of the lines after it.
  ///
  /// - Returns: nil to go on with the next line.
  package func take(_ line: String, file: String, number: Int) -> Ending? {
    if line.isComment { return nil }
    let response: Response
    do throws(Problem) {
      response = try desk.perform(line)
    } catch {
      return fail(error, line, file: file, number: number)
    }
    do {
      try report(response, line, number)
    } catch {
      errors(presentation.plainText(of: Wording.unheard(error, file: file, line: number), in: nil))
      return .failed
    }
    if case .leave = response.next { return .left }
    return nil
  }

  /// Says what is wrong with a line that could not even be read.
  package func refuse(_ refusal: LineRefusal, file: String) -> Ending {
    fail(refusal.problem, nil, file: file, number: refusal.line)
  }

  private func report(_ response: Response, _ line: String, _ number: Int) throws {
    let timeUp = desk.takeTimeUp()
    guard printsJSON else {
      var view = response.view
      view.blocks += timeUp?.blocks ?? []
      return try output(presentation.text(of: view))
    }
    if case .note(let words, _)? = timeUp?.blocks.first { errors(words + "\n") }
    guard !line.trimmed.isEmpty else { return }
    // What has no values of its own, such as help, is what it shows.
    let result = response.result ?? ["view": response.view.json]
    try print(["line": .integer(number), "ok": true, "result": result])
  }

  private func fail(_ problem: Problem, _ line: String?, file: String, number: Int) -> Ending {
    var located = problem
    located.message = "\(file):\(number): \(problem.message)"
    if printsJSON {
      // It is told on standard error as well.
      try? print([
        "line": .integer(number), "ok": false,
        "error": [
          "message": .string(problem.message), "hint": problem.hint.map(JSONValue.string),
        ],
      ])
    }
    errors(presentation.plainText(of: located, in: line))
    return problem.isAbbreviation ? .usage : .failed
  }

  private func print(_ value: JSONValue) throws { try output(value.text() + "\n") }
}

extension String {
  /// A line for whoever reads the script: `#` alone, or followed by a blank or `!`.
  fileprivate var isComment: Bool {
    guard hasPrefix("#") else { return false }
    let next = dropFirst().first
    return next == nil || next == " " || next == "!"
  }
}
