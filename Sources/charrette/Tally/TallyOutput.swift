import ExerciseProtocol
import Rendering
import Terminal
import VotingMethods

/// The result of one file.
struct TallyResult {
  /// The file's name, where there are several.
  var file: String?
  var election: Election
  var outcome: Outcome
}

/// Results as text, JSON or a page.
struct TallyOutput {
  let format: TallyFormat
  let capabilities: TerminalCapabilities
  let isLinear: Bool

  func text(of results: [TallyResult]) -> String {
    switch format {
    case .json:
      results.map { $0.outcome.json(file: $0.file).text() + "\n" }.joined()
    case .text: text(of: view(of: results))
    case .html: page(of: view(of: results))
    }
  }

  func text(of view: View) -> String {
    Presentation(style).text(of: view)
  }

  private var style: TerminalStyle {
    TerminalStyle(
      columns: capabilities.columns, usesColour: capabilities.usesColour,
      usesUnicode: capabilities.usesUnicode, isLinear: isLinear)
  }

  private func view(of results: [TallyResult]) -> View {
    View(results.flatMap { result in OutcomeView(result, columns: style.columns).view.blocks })
  }

  /// A page of its own, with the same text as in a wide terminal.
  private func page(of view: View) -> String {
    let text = TerminalRenderer(TerminalStyle(columns: 120)).render(view)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Result</title>
      <pre>
      \(Self.escaped(text))</pre>
      </html>

      """
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }
}

extension MethodID {
  /// All methods, for the eye.
  static var list: View {
    View([
      .heading("Methods", level: 2),
      .facts(allCases.map { View.Fact($0.rawValue, $0.summary) }),
      .heading("Options", level: 2),
      .facts(
        CountOption.allCases.map { option in
          let method = MethodID.allCases.first { $0.traits.options.contains(option) }
          let values = method.map { ": " + option.values(for: $0).words } ?? ""
          return View.Fact(option.rawValue, option.meaning + values)
        }),
    ])
  }

  private var summary: String {
    let choice =
      switch traits.choice {
      case .one: "chooses one"
      case .seats: "chooses --seats"
      case .budget: "spends --budget"
      case .all: "chooses all that pass"
      }
    let options = traits.options.map(\.rawValue).joined(separator: ", ")
    return
      "\(traits.title); counts \(traits.ballots.map(\.words).joined(separator: ", ")); \(choice)"
      + (options.isEmpty ? "" : "; options \(options)")
  }
}
