import ExerciseTesting

extension CheckRule {
  static let folding = CheckRule(
    id: "CP009",
    title: "The same seed gives the same; a state restored is as it was",
    severity: .error,
    reason: """
      A crash, an undo, a second terminal, a rehearsal and a replay are one thing: the events are \
      folded again, perhaps in another process. Then everybody must see what they saw before.
      """,
    mend: """
      Let `decide` propose and change nothing; take chance from the seed of the call and time from \
      its `at`; put what comes of it into events; and change the state in `evolve` alone.
      """,
    example: "static func evolve(_ state: inout State, _ event: Event, at: Timestamp) { … }",
    needs: .manifest
  ) { subject in
    verdict(of: "CP009", from: subject.findings(in: .walk, steps: min(80, subject.options.fuzz)))
  }
}
