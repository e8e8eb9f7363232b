import ExerciseTesting

extension CheckRule {
  static let savedStates = CheckRule(
    id: "CP010",
    title: "Empty, damaged and future states end in no crash",
    severity: .error,
    reason: """
      A session is opened years later, by another version of the plugin, from a file that somebody \
      edited. The host has all events: a state that can't be read costs nothing.
      """,
    mend: """
      Answer a state of a version that this build does not know with a fault; a refusal is for the \
      person who typed. Read every other as if a stranger had written it: a number may be any \
      number, and a name may be of nobody.
      """,
    example: """
      static func migrate(_ state: JSONValue, from version: Int) throws(Refusal) -> State? { nil }
      """,
    needs: .manifest
  ) { subject in
    let findings = subject.findings(in: .savedStates, steps: min(40, subject.options.fuzz))
    guard case .judged(let breaches) = verdict(of: "CP010", from: findings) else {
      return verdict(of: "CP010", from: findings)
    }
    let refused = findings.filter { $0.rule == .onlyDecisionsAreRefused }
    return .judged(breaches + refused.prefix(1).map { Breach($0) })
  }
}
