import Workshop

/// Whether a line costs the same late in a long session as early in a short one; and what it costs
/// there to take one back, which folds everything again.
func growingSession(_ ground: Ground) throws -> [Row] {
  let short = try Meeting(ground, "short", events: 100, called: "100")
  let long = try Meeting(ground, "long", events: 98_000, called: "98,000")
  let firsts = try inTurns(
    1, warmup: 0, [long.line("the first line"), short.line("the first line")])
  let lines = try inTurns(1000, warmup: 10, [long.line("a line"), short.line("a line")])
  let undone = try inTurns(
    7, [long.undo, short.undo, long.line("the line after it"), short.line("the line after it")])
  return [
    .measured(lines[0], against: lines[1]), .measured(firsts[0], against: firsts[1]),
    .measured(undone[0], against: undone[1]), .measured(undone[2], against: undone[3]),
  ]
}

/// An open session and how it is spoken of.
private struct Meeting {
  let desk: Desk
  let size: String

  init(_ ground: Ground, _ name: String, events: Int, called size: String) throws {
    let place = try Workplace(ground)
    try place.openSession(name, events: events)
    desk = place.desk
    self.size = size
  }

  func line(_ what: String) -> Contestant {
    .timed("\(what), at \(size) events") {
      _ = try desk.perform("@Person1 \(Workplace.sentence)")
    }
  }

  var undo: Contestant {
    .timed("/undo, at \(size) events") { _ = try desk.perform("/undo") }
  }
}
