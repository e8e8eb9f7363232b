package import ExerciseProtocol
package import Polling

/// What a bundle says held against what the session's journal says of the same vote.
package struct PollComparison: Sendable {
  /// Empty where they agree.
  package let differences: [Difference]
  /// The vote that was held in its place afterwards: then its result stands no more.
  package let replacement: PollID?
  /// What came before its count.
  package let history: PollHistory

  /// One thing that the two say differently.
  package struct Difference: Hashable, Sendable {
    /// What it is, in one word for programs; for ever.
    package var kind: String
    package var bundle: JSONValue
    package var journal: JSONValue
    /// In a sentence.
    package var message: String
  }

  /// - Parameter events: the journal's, undone ones too: that a vote was held is not undone.
  package init(_ bundle: PollBundle, digest: Fingerprint, _ events: [LoggedEvent]) {
    let id = bundle.terms.poll
    var terms: PollTerms?
    var counted: PollResult?
    var replacement: PollID?
    for entry in events {
      switch entry.event {
      case .poll(.opened(let opened, _)) where opened.poll == id: terms = opened
      case .poll(.counted(id, let result)): counted = result
      case .poll(.opened(let later, _)) where terms?.activity == later.activity:
        replacement = replacement ?? later.poll
      default: break
      }
    }
    self.replacement = replacement
    history = PollHistory(of: id, events)
    guard let terms, let counted else {
      let what = terms == nil ? "knows no vote \(id)" : "says that \(id) was never counted"
      differences = [
        Difference(
          kind: "poll", bundle: id.json, journal: .null, message: "The journal \(what).")
      ]
      return
    }
    differences =
      Self.of(bundle, digest, counted) + Self.results(bundle, counted)
      + (terms == bundle.terms
        ? []
        : [
          Difference(
            kind: "terms", bundle: bundle.terms.json, journal: terms.json,
            message: "The terms in the bundle are not those that the journal published.")
        ])
  }

  private static func of(
    _ bundle: PollBundle, _ digest: Fingerprint, _ counted: PollResult
  ) -> [Difference] {
    let shares = bundle.recount.shares
    return [
      compare("digest", "the digest", digest.json, counted.digest.json),
      compare("seed", "the seed", .integer(bundle.seed), .integer(counted.seed)),
      compare("words", "the words", .string(bundle.words), .string(counted.words)),
      compare(
        "ballots", "the number of ballots", .integer(bundle.ballots.count),
        .integer(counted.ballots)),
      compare(
        "blank", "the number of blank ballots", .integer(shares.blank.ballots),
        .integer(counted.blank)),
      compare(
        "spoilt", "the number of spoilt ballots", .integer(shares.spoilt.ballots),
        .integer(counted.spoilt)),
      compare(
        "papers", "the number of ballots from paper", .integer(bundle.papers),
        .integer(counted.papers)),
    ].compactMap(\.self)
  }

  /// Who is chosen, and the numbers; a journal of before has them in its bundle alone.
  private static func results(_ bundle: PollBundle, _ counted: PollResult) -> [Difference] {
    guard let count = counted.count else { return [] }
    let chosen = bundle.recount.verdict.json
    let verdict = compare("winners", "what is chosen", chosen, count["verdict"] ?? .null)
    let isOtherwise = bundle.result != count
    return [
      verdict,
      verdict == nil && isOtherwise
        ? Difference(
          kind: "result", bundle: bundle.result, journal: count,
          message: "The numbers of the result are not those in the journal.") : nil,
    ].compactMap(\.self)
  }

  private static func compare(
    _ kind: String, _ what: String, _ bundle: JSONValue, _ journal: JSONValue
  ) -> Difference? {
    bundle == journal
      ? nil
      : Difference(
        kind: kind, bundle: bundle, journal: journal,
        message: "By the bundle \(what) is \(plain(bundle)), by the journal \(plain(journal)).")
  }

  private static func plain(_ value: JSONValue) -> String {
    if case .string(let text) = value { return "“\(text)”" }
    return value.text()
  }

  /// For programs.
  package var json: JSONValue {
    [
      "agrees": .bool(differences.isEmpty),
      "differences": .array(
        differences.map {
          [
            "kind": .string($0.kind), "message": .string($0.message), "bundle": $0.bundle,
            "journal": $0.journal,
          ]
        }),
    ]
  }
}
