import ExerciseTesting

extension CheckRule {
  static let declarations = CheckRule(
    id: "CP007",
    title: "Names are unique; fields are typed, described and bounded",
    severity: .error,
    reason: """
      From what a field declares come its help, its question, its checks and their messages. \
      People must be able to know what they may type before they type it.
      """,
    mend: """
      Give each action and field a name of its own, a summary that reads as a question, and \
      bounds; and to whatever may be left out a default that its type takes.
      """,
    example: #"@Field("How many dots each person has", 1...20) var dots = 3"#,
    needs: .manifest
  ) { subject in
    verdict(of: "CP007", from: subject.findings(in: .manifest, steps: 0))
  }
}
