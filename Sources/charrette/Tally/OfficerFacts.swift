import Polling
import VotingMethods
import Workshop

/// What is told of a count besides its result: where the ballots came from, and what an officer
/// entered.
struct OfficerFacts {
  /// The file, and those that were added to it.
  var files: [CountedFile]
  /// How many may vote; nil where nobody said.
  var electorate: Int?
  /// The lots drawn by hand.
  var lots: [DrawnLot]
}

/// A file whose ballots were counted.
struct CountedFile {
  /// What it is called.
  var name: String
  /// Its SHA-256, as 64 hexadecimal digits.
  var digest: String
  /// How long it is.
  var bytes: Int

  /// Of a file that was read to its end.
  init(_ source: BallotSource) {
    (name, digest, bytes) = (source.name, source.digest.text, source.digest.bytes)
  }
}

extension TallyResult {
  /// Whether somebody has to break a tie before there is a result. Of a poll that is not valid
  /// nobody is chosen, whatever is tied.
  var isTied: Bool { verdict?.flaw == nil && outcome.openTie != nil }

  /// The ties that a lot decided.
  func ties(decidedBy lot: DrawnLot) -> [Tie] {
    outcome.ties.filter { $0.resolution == .drawn && decider(of: $0) == lot }
  }

  /// Of the lots that name all of the tied, that which names just them, else the first.
  private func decider(of tie: Tie) -> DrawnLot? {
    let fitting = officer.lots.filter { $0.names(tie.candidates) }
    return fitting.first { $0.order.count == tie.candidates.count } ?? fitting.first
  }

  /// Refuses a lot that was drawn for the open tie and does not name all who are in it. One that
  /// was for an earlier tie, or for none, is no mistake.
  func checkLots() throws(Problem) {
    guard isTied, let tie = outcome.openTie else { return }
    for lot in officer.lots where !lot.names(tie.candidates) {
      let shared = tie.candidates.filter(lot.order.contains)
      // One that decided another tie was drawn for that one, whoever is in both.
      guard !shared.isEmpty, ties(decidedBy: lot).isEmpty else { continue }
      let names = tie.candidates.map { outcome.candidates[$0].name }
      let missing = tie.candidates.filter { !lot.order.contains($0) }
        .map { outcome.candidates[$0].name }
      throw Problem(
        "\(officer.files[0].name): --lot “\(lot)” does not name all who are tied"
          + (tie.stage.map { " at stage \($0 + 1)" } ?? "") + ": \(names.inSentence). "
          + "\(missing.inSentence) \(missing.count == 1 ? "is" : "are") missing.",
        hint: "Draw between all of them, and enter all in the order drawn: "
          + "\(DrawnLot.entry(of: tie.candidates, outcome.candidates)).", isUsage: true)
    }
  }
}

extension DrawnLot {
  /// What is typed to enter a lot between these, drawn in this order.
  static func entry(of tied: [Int], _ candidates: [Candidate]) -> String {
    let names = tied.map { candidates[$0] }
    let isUnique = Set(candidates.map(\.name)).count == candidates.count
    let words = names.map { quoted(isUnique && !$0.name.isEmpty ? $0.name : $0.id) }
    return "--lot " + shellQuoted(words.joined(separator: ", "))
  }

  /// As one word of a command line: in double quotation marks, unless a shell reads something in
  /// there.
  private static func shellQuoted(_ text: String) -> String {
    guard text.contains(where: { "\"$`\\!".contains($0) }) else { return "\"\(text)\"" }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

extension [String] {
  /// With commas and “and”.
  var inSentence: String {
    guard count > 1, let last else { return joined() }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
