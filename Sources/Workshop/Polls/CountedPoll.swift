package import ExerciseProtocol
import OrderedCollections
import Polling
import Results
package import VotingMethods

/// What a method makes of ballots; an ``Outcome`` here is what a session leaves behind.
typealias Tally = VotingMethods.Outcome

/// A vote that was counted, as everybody is told of it: screen, wall, report, export, what goes on
/// and what other methods are compared with.
///
/// It is made of the counted event and of the terms that were published, and of nothing else: no
/// card, no setting and no plugin is asked. A journal of before has no result in its event; then
/// the bundle, held to the event's digest, has it.
struct CountedPoll {
  let terms: PollTerms
  let verdict: PollVerdict
  /// What the method made of the ballots, with the winners that the verdict chooses and no others;
  /// nil where nothing was counted.
  let outcome: Tally?
  let details: PollDetails
  /// Ballots with answers, and the votes that they stand for.
  let valid: PollCount.Share

  /// From the counted event; nil where the event, of before, does not have it.
  init?(_ terms: PollTerms, _ result: PollResult) {
    guard let count = result.count else { return nil }
    self.init(terms, count: count, result.details ?? PollDetails(), verdict: nil)
  }

  /// From a bundle whose digest is that of the event.
  init?(_ bundle: PollBundle) {
    let count = bundle.recount
    let election = try? count.election()
    self.init(
      bundle.terms, count: bundle.result, PollDetails(count, election), verdict: count.verdict)
  }

  private init?(
    _ terms: PollTerms, count: JSONValue, _ details: PollDetails, verdict known: PollVerdict?
  ) {
    let reader = JSONReader(count, path: "result")
    do throws(JSONShapeError) {
      verdict =
        if let known { known } else { try PollVerdict(reader.required("verdict")) }
      let share = try reader.required("ballots").required("valid")
      valid = PollCount.Share(
        ballots: try share.integer("ballots"), votes: try share.integer("votes"))
      outcome = try reader.optional("tally").map(Tally.init)?
        .choosing(verdict.chosen).naming(terms.paper)
    } catch {
      return nil
    }
    (self.terms, self.details) = (terms, details)
  }

  /// The cards that are chosen, in order of election, each once.
  var chosen: [CardID] {
    var seen: Set<String> = []
    return names(verdict.chosen).filter { seen.insert($0).inserted }.map { CardID($0) }
  }

  /// A scale is about the question itself; where that is one card, the card.
  private func names(_ ids: [String]) -> [String] {
    ids.map { terms.paper.onlyOption?.field == $0 ? terms.paper.onlyOption?.option.id ?? $0 : $0 }
  }

  var particulars: Particulars {
    outcome.map { details.particulars($0, terms) } ?? Particulars()
  }
}

extension Paper {
  /// The one option of a scale, which is counted as the question: agreement with one proposal.
  fileprivate var onlyOption: (field: String, option: PaperOption)? {
    guard let rule, let question = question(rule.field), case .scale = question.form,
      question.options.count == 1
    else { return nil }
    return (rule.field, question.options[0])
  }
}

extension VotingMethods.Outcome {
  /// With no other winners than these.
  package func choosing(_ chosen: [String]) -> VotingMethods.Outcome {
    let left = Set(winners.filter { !chosen.contains(candidates[$0].id) })
    guard !left.isEmpty else { return self }
    var outcome = self
    outcome.choose(noneOf: left)
    return outcome
  }

  /// With the card's label and words in place of the question's, where a scale is about one card.
  package func naming(_ paper: Paper) -> VotingMethods.Outcome {
    guard let (field, option) = paper.onlyOption,
      let place = candidates.firstIndex(where: { $0.id == field })
    else { return self }
    var outcome = self
    outcome.candidates[place] = Candidate(id: option.id, name: option.text)
    return outcome
  }
}

extension Desk {
  /// The activity's last vote, if it was counted by a rule that the host knows.
  func counted(in activity: ActivityID) -> CountedPoll? {
    guard let session, let poll = session.polls(of: activity).last,
      case .counted(let result) = poll.phase, poll.terms.paper.rule != nil
    else { return nil }
    if let counted = CountedPoll(poll.terms, result) { return counted }
    if let known = oldCounts[result.digest] { return known }
    guard let bundle = try? readBundle(of: poll.id, result), let counted = CountedPoll(bundle)
    else { return nil }
    oldCounts[result.digest] = counted
    return counted
  }
}
