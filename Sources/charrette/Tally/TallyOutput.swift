import ExerciseProtocol
import Polling
import Rendering
import Results
import Terminal
import VotingMethods
import Workshop

/// The result of one file.
struct TallyResult {
  /// The file's name, where there are several.
  var file: String?
  var election: Election
  var outcome: VotingMethods.Outcome
  /// What a poll of this kit comes to, and its ballots; nil of any other file.
  var verdict: PollVerdict?
  var count: PollCount?
  /// Where the ballots came from, and what an officer entered.
  var officer: OfficerFacts

  /// The election's own title, or the file's name.
  var title: String { election.title.isEmpty ? file ?? "" : election.title }

  /// Why the winner won, and the whole working.
  var blocks: [View.Block] {
    let heading = title.isEmpty ? outcome.method.traits.title : title
    let view = self.view
    guard let flaw = verdict?.flaw else {
      return [.heading(heading, level: 1)] + view.blocks(for: .report) + waysOn
        + TallyFigures(self).blocks + (election.reading?.blocks ?? [])
    }
    return [
      .heading(heading, level: 1),
      .note("The vote is \(flaw.message) Nobody is chosen.", .warning),
    ] + view.numbers
  }

  /// The outcome as people read it.
  var view: ResultView {
    let shown = count.map { outcome.naming($0.terms.paper) } ?? outcome
    return ResultView(shown, count?.particulars(of: shown) ?? Particulars(election))
  }

  /// The outcome, of which file it is where there are several, and how that was read.
  var json: JSONValue {
    guard case .object(var members) = outcome.json(file: file) else {
      return outcome.json(file: file)
    }
    if let verdict { members.append(.init("verdict", verdict.json)) }
    if let reading = election.reading { members.append(.init("reading", reading.json)) }
    members += stand + [.init("figures", TallyFigures(self).json)]
    return .object(members)
  }
}

/// Results as text, JSON or a page.
struct TallyOutput {
  let format: TallyFormat
  let capabilities: TerminalCapabilities
  let isLinear: Bool

  func text(of results: [TallyResult]) -> String {
    switch format {
    case .json:
      results.map { $0.json.text() + "\n" }.joined()
    case .text: text(of: view(of: results))
    case .html: HTMLRenderer().page(view(of: results), title: title(of: results))
    case .declaration:
      HTMLRenderer().sheets(
        results.map { View($0.declaration) }, title: "Declaration of the result",
        signatures: ["Returning officer", "Witness"])
    }
  }

  private func title(of results: [TallyResult]) -> String {
    let titles = results.map(\.title).filter { !$0.isEmpty }
    return titles.isEmpty ? "Result" : titles.joined(separator: ", ")
  }

  func text(of view: View) -> String {
    Presentation(style).text(of: view)
  }

  private var style: TerminalStyle {
    TerminalStyle(
      columns: capabilities.columns, usesColour: capabilities.usesColour,
      usesUnicode: capabilities.usesUnicode, isLinear: isLinear)
  }

  private func view(of results: [TallyResult]) -> View { View(results.flatMap(\.blocks)) }
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
