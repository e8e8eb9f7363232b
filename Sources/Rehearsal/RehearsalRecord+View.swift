package import ExerciseProtocol
import Workshop

extension RehearsalRecord {
  /// The plan against the clock, and what went wrong.
  package var planView: View {
    View(
      [.heading(Wording.plan, level: 1), .table(planTable)]
        + (refused > 0 ? [.text(Wording.refused(refused))] : []) + verdict)
  }

  package var heading: View { View([.heading(Wording.heading(self), level: 1)]) }

  private var verdict: [View.Block] {
    guard !failures.isEmpty else { return [.note(Wording.passed, .success)] }
    return failures.flatMap { failure -> [View.Block] in
      [.note(Wording.failure(failure), .failure)]
        + (failure.hint.map { [.note($0, .hint)] } ?? [])
    }
  }

  private var planTable: View.Table {
    let rows = activities.enumerated().map { index, timing in
      row("\(index + 1)", timing)
    }
    let planned = activities.compactMap(\.planned)
    let total = Timing(
      title: Wording.total, planned: planned.isEmpty ? nil : planned.reduce(0, +),
      used: activities.reduce(0) { $0 + $1.used }, heard: people,
      cards: activities.reduce(0) { $0 + $1.cards },
      ballots: activities.reduce(0) { $0 + $1.ballots })
    var last = row("", total)
    last[5] = ""
    return View.Table(
      [
        .init("No.", isNumeric: true), .init("Activity"), .init("Planned", isNumeric: true),
        .init("Used", isNumeric: true), .init("Over", isNumeric: true),
        .init("Heard", isNumeric: true), .init("Cards", isNumeric: true),
      ], activities.count > 1 ? rows + [last] : rows)
  }

  private func row(_ number: String, _ timing: Timing) -> [String] {
    [
      number, timing.title, timing.planned?.clockText ?? "", timing.used.clockText,
      timing.planned.map { Wording.difference(timing.used - $0) } ?? "",
      timing.heard.map { Wording.heard($0, of: people) } ?? Wording.together, "\(timing.cards)",
    ]
  }
}

extension RehearsalRecord {
  /// All of it but the answers of the screen, for a program.
  package var json: JSONValue {
    [
      "template": .string(template), "title": .string(title), "participants": .integer(people),
      "seed": .integer(seed), "refused": .integer(refused),
      "activities": .array(activities.map(\.json)), "failures": .array(failures.map(\.json)),
      "lines": .array(transcript.compactMap { $0.line.map(JSONValue.string) }),
    ]
  }
}

extension RehearsalRecord.Timing {
  fileprivate var json: JSONValue {
    [
      "title": .string(title), "planned": planned.map { .integer(Int($0)) },
      "used": .integer(Int(used)), "heard": heard.map(JSONValue.integer), "cards": .integer(cards),
      "ballots": .integer(ballots),
    ]
  }
}

extension RehearsalRecord.Failure {
  fileprivate var json: JSONValue {
    [
      "step": .integer(step), "title": .string(title), "message": .string(message),
      "hint": hint.map(JSONValue.string),
    ]
  }
}
