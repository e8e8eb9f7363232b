import ExerciseProtocol
import Polling
import Results
import VotingMethods

/// The sheet that is printed and signed: what was counted, how, and what came of it.
extension TallyResult {
  var declaration: [View.Block] {
    let result = verdict?.flaw == nil ? view.declared : view.numbers
    return [
      .heading("Declaration of the result", level: 1), .facts(origin),
    ] + void + result + (isTied ? waysOn : []) + TallyFigures(self).blocks
      + (election.reading?.blocks ?? [])
      + [
        .text(
          officer.files.count == 1
            ? "Whoever has this file can count it again, and comes to the same: the SHA-256 digest "
              + "tells whether it is the same file."
            : "Whoever has these files can count them again, added up in this order, and comes to "
              + "the same: the SHA-256 digests tell whether they are the same files.")
      ]
  }

  private var void: [View.Block] {
    verdict?.flaw.map { [.note("The vote is \($0.message) Nobody is chosen.", .warning)] } ?? []
  }

  private var origin: [View.Fact] {
    var facts: [View.Fact] = []
    if !election.title.isEmpty { facts.append(View.Fact("Election", election.title)) }
    for file in officer.files {
      facts += [
        View.Fact("Counted from", "\(file.name) (\(file.bytes) bytes)"),
        View.Fact("Its SHA-256", file.digest),
      ]
    }
    if let reading = election.reading { facts.append(View.Fact("Format", reading.form)) }
    facts.append(
      View.Fact("Method", "\(outcome.method.traits.title) (\(outcome.method.rawValue))"))
    if let source = outcome.method.source { facts.append(View.Fact("Its source", source)) }
    return facts + [View.Fact("Counted by", "charrette \(Charrette.version)")]
  }
}
