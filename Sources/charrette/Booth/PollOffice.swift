import ExerciseProtocol
import Polling
import Terminal
import Workshop

/// The booth's office over the box of one poll: who may vote is what the terms published, what was
/// cast is what lies in the box.
final class PollOffice: BoothOffice {
  let poll: BoothPoll
  private let box: any BallotBox
  private let terms: PollTerms
  /// By what the papers of whoever was let in last are cast, in the papers' order.
  private var rights: [Voter] = []

  init(_ box: any BallotBox) {
    self.box = box
    terms = box.terms
    poll = BoothPoll(
      terms.title, focus: terms.focus ?? "", paper: terms.paper,
      identification: terms.identification == .names
        ? .names(terms.namesAtTheBooth) : .codes(group: 4),
      receipts: BoothPoll.Receipts(terms.receipts), isBlind: terms.isBlind,
      takesPaper: terms.allows(.paper), takesEntered: terms.allows(.entered))
  }

  func turnout() -> BoothTurnout? {
    (try? box.turnout()).map { BoothTurnout(cast: $0.cast, expected: $0.possible) }
  }

  func standing() -> BoothStanding {
    switch try? box.state() {
    case .open?: .open
    case .closed?: .closed
    case .emptied?: .over
    case nil: .unreachable
    }
  }

  func enter() { box.enterBooth() }
  func leave() { box.leaveBooth() }

  func admit(_ typed: String) -> BoothVoter? {
    let papers = papers(of: typed).filter { isFree($0.voter) }
    rights = papers.map(\.voter)
    guard !papers.isEmpty else { return nil }
    return BoothVoter(
      token: typed, name: terms.identification == .names ? typed : "",
      papers: papers.map(\.paper))
  }

  private func papers(of typed: String) -> [(voter: Voter, paper: BoothPaper)] {
    guard terms.identification == .names else {
      guard let code = try? BallotCode(reading: typed) else { return [] }
      return [(.code(code.hash(in: terms.poll)), BoothPaper())]
    }
    guard let place = terms.namesAtTheBooth.firstIndex(of: typed) else { return [] }
    let person = terms.peopleAtTheBooth[place]
    return terms.ballots(castBy: person.id).map { entry in
      (
        .person(entry.id),
        BoothPaper(proxyFor: entry.id == person.id ? nil : entry.name, weight: entry.weight)
      )
    }
  }

  private func isFree(_ voter: Voter) -> Bool {
    do throws(BallotBoxFailure) {
      return try box.refusal(of: voter) == nil
    } catch {
      // Where the box can't be read a ballot could not be cast either.
      return false
    }
  }

  func cast(
    _ ballot: Ballot, by voter: BoothVoter, as paper: Int
  ) throws(Problem) -> [String] {
    guard rights.indices.contains(paper) else {
      throw Problem("This paper is not there any more.", hint: "Begin again at the first screen.")
    }
    var chance = SystemRandomNumberGenerator()
    let sealed = SealedBallot(sealing: ballot, on: terms.paper, using: &chance)
    do throws(BallotBoxFailure) {
      try box.cast(sealed, spending: rights[paper], by: .booth)
    } catch {
      throw error.problem
    }
    return Receipt(terms.receipts, for: sealed, in: terms.poll).map { [$0.text] } ?? []
  }
}

extension PollTerms {
  /// Those who come to the booth: who gave a proxy does not.
  fileprivate var peopleAtTheBooth: [RollEntry] {
    roll.filter { !ballots(castBy: $0.id).isEmpty }
  }

  /// What they are called there, no two alike.
  fileprivate var namesAtTheBooth: [String] {
    let names = peopleAtTheBooth.map(\.name)
    return peopleAtTheBooth.map { person in
      names.count { $0 == person.name } > 1 ? "\(person.name) (\(person.id))" : person.name
    }
  }
}

extension BoothPoll.Receipts {
  fileprivate init(_ kind: ReceiptKind) {
    switch kind {
    case .none: self = .none
    case .inclusion: self = .inclusion
    case .full: self = .full
    }
  }
}
