import TerminalTesting
import Testing

/// A whole workshop, as a script plays it: each line, and what is said to it.
@Suite struct WalkTests {
  /// Where the tests' own files are, told by this one.
  private static let page =
    #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
    + "/CommentsTests/Fixtures/proposition-4-public-services-in-a-networked-world.txt"

  private static let steps: [(line: String, answer: String)] = [
    ("/new Solace Summit 2011 template=proposition", "✓ The session “Solace Summit 2011” begins."),
    ("/people add Ruth Hyde, Roger White", "✓ Ruth Hyde and Roger White joined"),
    ("/start", "Frame the proposition\n═════════════════════\n"),
    ("/import \(page)", "✓ 4 cards: c1 to c4"),
    ("/show proposition", "Public Services in a Networked"),
    ("/next", "Skills and behaviours\n═════════════════════\n"),
    ("@Ruth Trust comes first #idea", "✓ c5  Ruth Hyde  #idea"),
    ("@Roger A guide to working in the open #idea #skills", "✓ c6  Roger White  #idea  #skills"),
    ("@Dorothy >c5 I would read it", "✓ Dorothy joined. c7  Dorothy  in reply to c5"),
    (">7 And so would I", "✓ c8  in reply to c7"),
    ("Said by mistake", "✓ c9"),
    ("/undo", "✓ Undone: step "),
    ("/redo", "✓ Redone: step "),
    ("/undo", "✓ Undone: step "),
    ("/tag c8 idea", "✓ c8 #idea"),
    ("/show", "c5  Ruth Hyde  #idea\n│   Trust comes first\n│\n└─ c7  Dorothy\n"),
    (
      "/goto 6",
      "c5    Trust comes first\nc6    A guide to working in the open\nc8    And so would I"
    ),
    ("@Ruth c5 c5 c6", "✓ Ruth Hyde has voted. All dots are placed."),
    ("@Roger c6=2 c8", "✓ Roger White has voted. All dots are placed."),
    ("@Dorothy c6", "✓ Dorothy has voted. 2 dots not used."),
    ("@Dorothy c6 c8", "✓ Dorothy has voted again, in place of the first time. 1 dot not used."),
    ("/show", "3 of 3 have voted. Everybody has 3 dots, at most 2 on one card."),
    ("/reveal", "✓ The count is revealed"),
    ("/show", " 4 dots, chosen\n"),
    (
      "/next",
      "Brought in\n──────────\n• c6  A guide to working in the open\n• c5  Trust comes first\n"
    ),
    ("/outcome action c6 Write the guide owner=Ruth due=2026-12-01", "✓ Action: Write the guide"),
    ("/outcome decision c5", "✓ Decision: Trust comes first"),
    ("/outcome insight We share more than we thought", "✓ Insight: We share more than we thought"),
    ("/outcome", "Write the guide (Ruth Hyde, by 2026-12-01, from c6)"),
    ("/back", "What matters most\n═════════════════\n"),
    ("/goto Skills", "Skills and behaviours\n═════════════════════\n"),
    ("/goto 7", "From votes to outcomes\n══════════════════════\n"),
    ("/next", "“From votes to outcomes” was the last activity on the agenda."),
    ("/report", "✓ The report is in "),
  ]

  @Test func fromThePropositionToTheReport() throws {
    let house = try House()
    let child = try house.start(["run", "-", "--clock", "2011-10-12T09:30:00Z"])
    for (line, answer) in Self.steps { try child.feed(line + "\n", until: answer) }
    let done = try child.finish()
    #expect(done.status == 0, "\(done)")
    let report = try #require(house.folder.read("Sessions/Solace Summit 2011.md"))
    for part in Self.reported { #expect(report.contains(part), "\(part)") }
    #expect(!report.contains("Said by mistake"))
  }

  private static let reported = [
    "# Solace Summit 2011\n", "Wednesday 12 October 2011.", "## Proposition 4",
    "* Ruth Hyde\n* Roger White\n", "* Dorothy\n",
    "| Skills and behaviours | What skills and behaviours do leaders need",
    "| 20:00 | not held |", "**c2** · Roger White", "**c7** · Dorothy\n\n    I would read it",
    "| ✓ **c6 A guide to working in the open** |", "| 4 dots, chosen |",
    "Write the guide (Ruth Hyde, by 2026-12-01, from c6)",
  ]

  @Test(arguments: [
    ("@Ruth c1 c1 c1", "c1 has 3 dots; one card may have 2."),
    ("@Ruth c1=2 c2=2", "That is 4 dots, and there are 3."),
    ("@Ruth c9", "There is no card c9."), ("c1", "“who” is missing."),
    ("@Ruth trust", "“trust” is not cards and numbers such as c1=2 c3."),
    ("/reveal", "Nobody has voted yet."), ("/import page.txt", "This activity can't import."),
    ("/undo 99", "There is no step 99."), ("/back 3", "“3” is one word too many here."),
  ])
  func whatAVoteRefuses(line: String, answer: String) throws {
    let house = try House()
    try house.prepare(
      "/new Day", "/agenda add discussion Talk", "/agenda add dot-voting Vote",
      "/people add Ruth Hyde", "/start", "trust", "openness", "/next")
    let before = house.journal()
    let done = try house.run(["Day"], input: line + "\n")
    #expect(done.status == 1)
    #expect(done.errorText.contains(answer), "\(done)")
    #expect(house.journal() == before)
  }
}
