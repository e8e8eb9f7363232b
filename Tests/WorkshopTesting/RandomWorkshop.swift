internal import ExerciseProtocol
package import Workshop

/// Lines as a room might type them, by a seed: the same seed gives the same lines. Many of them are
/// refused; that is part of it.
package struct RandomWorkshop {
  private var generator: Chance

  package init(seed: Int) { generator = Chance(seed: seed) }

  /// The lines with which every workshop begins.
  package static let beginning = [
    "/new Random", "/agenda add discussion One minutes=10", "/agenda add dot-voting Two",
    "/agenda add discussion Three takes=all", "/people add Roger White, Ruth Hyde", "/start",
  ]

  package mutating func line() -> String {
    let card = "c\(number(14))"
    let person = ["@Roger ", "@Ruth ", "@Zoe\(number(3)) ", "", ""].randomElement(using: &generator)
    let lines = [
      "\(person ?? "")Something \(number(100)) #idea", "\(person ?? "")>\(card) A reply",
      "@Ruth \(card) c\(number(9))", "\(person ?? "")\(card) \(card)", "/reveal", "/reopen",
      "/next", "/back", "/goto \(number(4))", "/start", "/time +\(number(9))", "/time -3",
      "/time pause", "/time resume", "/tag \(card) skills -idea",
      "/edit \(card) Other \(number(9))",
      "/hide \(card) off topic", "/unhide \(card)", "/fold \(card)", "/sort newest",
      "/people add Newcomer \(number(30))", "/people change Ruth organisation=O\(number(9))",
      "/people remove Zoe\(number(3))", "/outcome decision \(card)",
      "/outcome action \(card) Do it owner=Roger due=2026-12-0\(number(9))",
      "/agenda add discussion Extra\(number(9)) minutes=5",
      "/agenda move \(number(4)) \(number(4))",
      "/agenda remove \(number(5))", "/agenda change \(number(3)) focus=\"Why \(number(9))?\"",
      "/agenda change 1 set=anonymous=yes", "/agenda change 1 set=anonymous=no",
      "/undo", "/undo \(number(60))", "/undo \(number(60))", "/redo", "/redo \(number(60))",
    ]
    return lines.randomElement(using: &generator) ?? ""
  }

  private mutating func number(_ most: Int) -> Int { .random(in: 1...most, using: &generator) }
}

extension Timeline {
  /// The session as somebody gets it who reads the events from the first one on.
  package var foldedAgain: Timeline {
    var timeline = Timeline()
    timeline.append(events)
    return timeline
  }
}
