import ExerciseProtocol

/// One thing that the doctor looked at.
struct Finding: Hashable, Sendable {
  enum State: String, Sendable {
    case good
    /// Worth knowing, and nothing to mend.
    case remark
    /// Something to mend.
    case problem
  }

  var state: State
  var text: String
  /// The mend.
  var hint: String?

  static func good(_ text: String) -> Finding { Finding(state: .good, text: text) }

  static func remark(_ text: String, hint: String? = nil) -> Finding {
    Finding(state: .remark, text: text, hint: hint)
  }

  static func problem(_ text: String, hint: String?) -> Finding {
    Finding(state: .problem, text: text, hint: hint)
  }
}

/// What was found about one part of the house.
struct Examination: Sendable {
  /// As `--format json` calls it.
  var area: String
  var title: String
  var findings: [Finding]
  /// More about it for programs, beside the findings.
  var details: [JSONValue.Member] = []

  var json: JSONValue {
    let findings = findings.map { finding -> JSONValue in
      [
        "state": .string(finding.state.rawValue), "text": .string(finding.text),
        "hint": finding.hint.map(JSONValue.string),
      ]
    }
    return .object(
      [.init("area", .string(area)), .init("findings", .array(findings))] + details)
  }

  /// As blocks of a view; a problem and a remark have their hint right below them.
  var blocks: [View.Block] {
    [.heading(title, level: 2)]
      + findings.flatMap { finding -> [View.Block] in
        let note: View.Block =
          switch finding.state {
          case .good: .note(finding.text, .success)
          case .remark: .text(finding.text)
          case .problem: .note(finding.text, .failure)
          }
        return [note] + (finding.hint.map { [.note($0, .hint)] } ?? [])
      }
  }
}
