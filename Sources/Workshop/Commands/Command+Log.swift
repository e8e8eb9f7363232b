import ExerciseProtocol
import OrderedCollections

extension Command {
  static let log = Command(
    "log", "List the latest steps with their numbers, for /undo and /redo", group: .session,
    parameters: [Parameter("count", .field(.integer(1...10_000)), "How many; 15 if not given")],
    examples: ["/log", "/log 50"]
  ) { desk, invocation throws(Problem) in
    let timeline = try desk.open().timeline
    let undone = Set(timeline.undone)
    let starts = timeline.events.filter { $0.step == $0.sequence }
      .suffix(invocation.arguments.integer("count") ?? 15)
    // A script reads the same everywhere.
    let offset = desk.surroundings.isInteractive ? desk.surroundings.utcOffset : nil
    let rows = starts.map { first in
      let time = first.at.advanced(bySeconds: Double(offset?(first.at) ?? 0))
      return [
        "\(first.step)",
        // The day too, for a session of several; 16 columns are as many as there is room for.
        offset == nil
          ? String("\(time)".dropFirst(11).prefix(8))
          : String("\(time)".prefix(16)).replacing("T", with: " "),
        undone.contains(first.step) ? "undone" : "", timeline.loggedLine(first.step),
      ]
    }
    let columns: [View.Table.Column] = [
      .init("Step", isNumeric: true), .init(offset == nil ? "UTC" : "Time"), .init(""),
      .init("What"),
    ]
    return Response(
      View([.table(View.Table(columns, rows))]),
      result: [
        "steps": .array(
          starts.map { first in
            [
              "step": .integer(first.step), "at": first.at.json,
              "what": .string(timeline.loggedLine(first.step)),
              "undone": .bool(undone.contains(first.step)),
            ]
          })
      ])
  }
}
