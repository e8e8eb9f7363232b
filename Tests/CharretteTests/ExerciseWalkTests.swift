import TerminalTesting
import Testing

/// Each exercise through the product, as its facilitator goes through it: every answer, a mistake,
/// and the same session opened again.
@Suite struct ExerciseWalkTests {
  @Test(arguments: ExerciseWalk.all.map(\.exercise))
  func walked(exercise: String) throws {
    let walk = try #require(ExerciseWalk.all.first { $0.exercise == exercise })
    let house = try House()
    let child = try house.start(["run", "-", "--clock", "2011-10-12T09:30:00Z"])
    try child.feed(walk.beginning, until: "Here\n════")
    for (line, answer) in walk.steps { try child.feed(line + "\n", until: answer) }
    try child.feed("/show\n/quit\n")
    let done = try child.finish()
    #expect(done.status == 0, "\(done)")
    // Whoever opens it again sees what was seen last.
    let again = try house.run(["Day"], input: "/show\n/report\n")
    #expect(again.status == 0, "\(again)")
    let last = done.text.split(separator: "Here\n════").last.map(String.init) ?? ""
    let first = again.text.split(separator: "Here\n════").last.map(String.init) ?? ""
    #expect(first.hasPrefix(last), "\(last)\n— and again —\n\(first)")
    let before = house.journal()
    let refused = try house.run(["Day"], input: walk.mistake.line + "\n")
    #expect(refused.status != 0)
    #expect(refused.errorText.contains(walk.mistake.answer), "\(refused)")
    #expect(house.journal() == before)
  }

  /// The last session's open actions are offered at the next one's start, and followed there.
  @Test func actionsGoFromOneSessionToTheNext() throws {
    let house = try House()
    let child = try house.start(["run", "-", "--clock", "2011-10-12T09:30:00Z"])
    for (line, answer) in Self.twoSessions { try child.feed(line + "\n", until: answer) }
    let done = try child.finish()
    #expect(done.status == 0, "\(done)")
    let report = try #require(house.folder.read("Sessions/Summer.md"))
    for part in [
      "| c1  Write the guide | Ruth Hyde | 2026-12-01 | done |",
      "| c3  Find money | nobody yet | no date | dropped: The county pays |",
    ] { #expect(report.contains(part), "\(part)") }
  }

  private static let twoSessions: [ExerciseWalk.Step] = [
    ("/new Spring series=team", "✓ The session “Spring” begins."),
    ("/agenda add commit What we do", "on the agenda"),
    ("/people add Ruth Hyde, Roger White", "joined"), ("/start", "Nothing is agreed here yet."),
    ("@Ruth Write the guide by 2026-12-01", "✓ c1  Ruth Hyde  #action  by 2026-12-01\n"),
    ("Ask the drivers", "✓ c2  #action  Who sees to it, and by when? /owner, /due"),
    ("/owner c2 Roger", "✓ Roger White sees to c2."),
    ("/due c2 2026-11-20", "✓ c2 is due on 2026-11-20."),
    ("Find money", "✓ c3"), ("Paint the stop", "✓ c4"), ("/done c4", "✓ c4 is done."),
    ("/new Summer series=team", "“Spring” left 3 open actions:"),
    ("/carry", "/start 1 turns to them."),
    ("/start", "Open from before\n"), ("/done c1", "✓ c1 is done."), ("/keep c2", "still stands."),
    ("/drop c3 The county pays", "✓ c3 is dropped"), ("/undo", "✓ Undone: step "),
    ("/redo", "✓ Redone: step "),
    ("/show", "c2  Ask the drivers  Roger White  2026-11-20  still stands"),
    ("/report", "✓ The report is in "),
    ("/new Autumn series=team", "• Ask the drivers (Roger White, by 2026-11-20)"),
    ("/carry", "1 action from “Summer”"),
  ]
}
