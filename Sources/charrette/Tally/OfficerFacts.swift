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
    outcome.ties.enumerated().filter { place, tie in
      tie.resolution == .drawn
        && officer.lots.deciding(tie.candidates, after: outcome.ties[..<place]) == lot
    }.map(\.element)
  }

  /// Refuses a lot that was drawn for the open tie and does not name all who are in it. One that
  /// was for an earlier tie, or for none, is no mistake.
  func checkLots() throws(Problem) {
    try checkContradictions()
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

extension TallyResult {
  /// Refuses a lot between people between whom another one was entered, and who were tied less
  /// often than there are such lots: which of them was drawn, only the officer knows.
  private func checkContradictions() throws(Problem) {
    for (place, lot) in officer.lots.enumerated() {
      let others = officer.lots[..<place].filter(lot.isBetween)
      guard !others.isEmpty, ties(decidedBy: lot).isEmpty else { continue }
      let times = others.reduce(0) { $0 + ties(decidedBy: $1).count }
      throw Problem(
        "\(officer.files[0].name): --lot “\(lot)”: these were drawn already, by another --lot, and "
          + (times == 0
            ? "no tie was decided by either."
            : "there was no further tie for it to decide (\(times) in all)."),
        hint: "Enter each lot once: \(others.count) for these.", isUsage: true)
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
