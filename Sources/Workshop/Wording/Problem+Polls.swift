import ExerciseProtocol
import OrderedCollections
import Polling

extension Problem {
  static let noPoll = Problem(
    "No secret vote was opened here yet.", hint: "/vote open opens one.")
  static let pollIsOpen = Problem("The vote is open.", hint: "/vote close ends it.")
  static let pollIsClosed = Problem(
    "The vote is closed, and not counted yet.",
    hint: "/vote count and some words from the room; or /vote reopen and the reason.")
  static let pollIsCounted = Problem(
    "The vote is counted.",
    hint: "/show shows the result; /vote reopen and the reason holds it again.")

  /// - Parameter option: what was asked for, of a vote that is open.
  static func termsStand(_ option: String) -> Problem {
    Problem(
      "The vote is open, and its terms are published: \(option)= can't change them any more.",
      hint: "/vote open returns to the booth. /vote call-off and the reason ends this vote; then "
        + "/vote open again, with other terms.")
  }

  static let noCodes = Problem(
    "There are no codes for this vote yet.", hint: "/vote codes 30 prints thirty.")

  static func noSecretVote(_ title: String, number: Int, canBe: Bool) -> Problem {
    Problem(
      "“\(title)” is not a secret vote.",
      hint: canBe
        ? "/agenda change \(number) set=privacy=sealed makes it one."
        : "/goto turns to one; /agenda add rank adds one.")
  }

  static func boxMissing(_ poll: Poll, _ session: Session) -> Problem {
    Problem(
      "The ballots of the secret vote “\(poll.terms.title)” are not beside this session. If it is "
        + "a copy, they are with the original, and the vote goes on there.",
      hint: session.wayOut(of: poll, hasBox: false))
  }

  /// - Parameter line: what does it all the same.
  static func boothIsOccupied(_ line: String) -> Problem {
    Problem(
      "Somebody is in the booth.",
      hint: "Wait until they have left. “\(line)” does it all the same, and their ballot is not "
        + "cast.")
  }

  static func wordsAreSettled(_ words: String) -> Problem {
    Problem(
      words.isEmpty
        ? "It was settled that no words are mixed in." : "The words are settled: \(words)",
      hint: "/vote count goes on with them.")
  }

  static let handsCantTell = Problem(
    "A hand can't tell what this vote asks for.",
    hint: "Ballots on paper can: /vote enter 1 and what is on it, by=Ruth")

  /// A change to something that a vote rests on, while it is open or waits to be counted.
  static func voteRests(
    on change: PollFooting.Change, _ poll: Poll, _ session: Session, hasBox: Bool
  ) -> Problem {
    let title = session.title(of: poll.terms.activity)
    let state = poll.phase == .open ? "is open" : "waits to be counted"
    let what =
      switch change {
      case .activity, .course: "“\(title)” stays as it is"
      case .settings: "The settings of “\(title)” stay as they are"
      case .focus: "The question of “\(title)” stays as it is"
      case .opening: "The opening of a vote can't be undone, and “\(title)” stays as it is"
      case .card(let id): "\(id) is on the paper of “\(title)” and stays as it is"
      case .gone(let id): "\(id) is on the paper of “\(title)” and stays"
      case .tag(let id): "\(id) was taken into “\(title)” by its tag and keeps it"
      case .person(let name): "\(name) is on the roll of “\(title)” and stays on it"
      }
    return Problem(
      "\(what): its secret vote \(state).", hint: session.wayOut(of: poll, hasBox: hasBox))
  }

  /// - Parameter undecided: a vote that is open, or waits to be counted.
  static func voteStep(_ step: Int, undecided: Poll?, _ session: Session) -> Problem {
    Problem(
      "Step \(step) is part of a secret vote and can't be undone: people relied on it.",
      hint: undecided.map {
        session.way(to: $0) + "/vote call-off and the reason ends a vote that is not counted."
      } ?? "/vote reopen and the reason holds a vote again.")
  }

  static func holdsCountedVote(_ title: String) -> Problem {
    Problem(
      "“\(title)” holds a vote that was counted, and can't be removed.",
      hint: "/next goes past it.")
  }

  static let overtakenOpening = Problem(
    "Something that is voted on was changed at another terminal just now, so the vote was not "
      + "opened.", hint: "/show shows how it is now; then /vote open again.")

  static func builtUponCount(by step: Int) -> Problem {
    Problem(
      "Step \(step) builds on the result, so the vote can't be held again.",
      hint: "/undo \(step) first.")
  }

  /// A box declined; nothing was changed.
  static func refused(_ refusal: BoxRefusal) -> Problem {
    switch refusal {
    case .unknownVoter:
      Problem("That is no name on the roll, and no code of this vote.", hint: "Check the spelling.")
    case .alreadyUsed: Problem("That name or code has voted.")
    case .closed: pollIsClosed
    case .stillOpen: pollIsOpen
    case .emptied: pollIsCounted
    case .invalidBallot(let faults):
      Problem(
        faults.first.map { "\($0.field): \($0.fault.wording)" } ?? "The ballot can't be counted.",
        hint: "Nothing was cast.")
    case .notCanonical: Problem("The ballot is not in the form that it should be.")
    case .wrongWeight(let weight, let published):
      Problem(
        "The ballot stands for \(weight.counted("vote", "votes")), "
          + "and the roll says \(published).")
    case .noHandEntry:
      Problem(
        "This vote takes no ballots on paper.", hint: "It would have to be opened with paper=yes.")
    case .notByThisWay(.entered):
      Problem(
        "This vote takes no ballots entered by the facilitator: its published terms don't say so.",
        hint: "Voters come to the booth. Or hold it anew: /vote call-off and the reason, then "
          + "/vote open entered=yes")
    case .notByThisWay:
      Problem(
        "This vote takes no such ballots.", hint: "/vote shows by which ways they may come.")
    case .voterCount(let voters, let papers):
      Problem(
        "\(papers.counted("paper is", "papers are")) ready, and "
          + "\(voters.counted("name was", "names were")) given.",
        hint: "/vote take Ruth Hyde, Roger White: whose papers they are, in any order.")
    case .entry(let fault): entry(fault)
    }
  }

  private static func entry(_ fault: EntryFault) -> Problem {
    switch fault {
    case .badNumber(let number):
      Problem("\(number) is no number of a paper.", hint: "Number them from 1.")
    case .samePerson(let number, _):
      Problem(
        "Paper \(number) was read by the same person already.",
        hint: "Somebody else reads it now, without seeing the first reading.")
    case .thirdPerson(let number, _):
      Problem(
        "Two people have read paper \(number), and differently.",
        hint: "The two look at it again; one of them enters it anew.")
    case .alreadyAgreed(let number):
      Problem("Paper \(number) was read alike by two people already.")
    case .alreadyInTheBox(let number): Problem("Paper \(number) is in the box already.")
    }
  }

  /// - Parameter cards: how many came in.
  static func tooFewToVoteOn(_ cards: Int) -> Problem {
    Problem(
      "There is nothing to choose between: of the \(cards) cards here, fewer than two can be "
        + "voted on as they are.", hint: "/show tells what they lack.")
  }

  /// Terms that can't stand, in the words of whoever opens the vote.
  static func terms(_ fault: TermsFault, named name: (ParticipantID) -> String) -> Problem {
    switch fault {
    case .badID(let id): Problem("“\(id)” can't be the name of a vote's files.")
    case .emptyRoll:
      Problem(
        "Nobody is on the roster, so nobody could vote.", hint: "/people add, or /vote codes 30")
    case .twiceOnRoll(let id): Problem("\(name(id)) is on the roll twice.")
    case .badWeight(let id, let weight):
      Problem("\(name(id)) can't have \(weight) votes.", hint: "/vote weight \(name(id)) 1")
    case .proxyOfStranger(let id, let holder):
      Problem(
        "\(name(holder)) holds the proxy of \(id), who left.", hint: "/people shows who is here.")
    case .proxyOfOneself(let id): Problem("\(name(id)) can't give a proxy to themselves.")
    case .proxyHeldTwice(let id): Problem("The proxy of \(name(id)) is held twice.")
    case .proxyChain(let id):
      Problem(
        "\(name(id)) gave a proxy away and so can't hold one.",
        hint: "/vote proxy \(name(id)) takes it back.")
    case .weightWithCodes(let id):
      Problem("\(name(id)) has a weight, and a code knows no name.", hint: "/vote open by=names")
    case .proxyWithCodes(let id):
      Problem("\(name(id)) holds a proxy, and a code knows no name.", hint: "/vote open by=names")
    case .badCodeCount(let count): Problem("\(count) codes are no number to vote with.")
    case .badQuorum: Problem("So large a quorum could never be met.", hint: "quorum=50%")
    case .badRule(let field, let method):
      Problem("“\(method)” can't count the answers to “\(field)”.", hint: "Choose another method.")
    case .tooFewOptions:
      Problem(
        "There is nothing to choose between: fewer than two cards came in.",
        hint: "/back, collect some, and come again.")
    case .unanswerable(let field): Problem("Nobody could answer “\(field)” within its bounds.")
    }
  }
}

extension Session {
  /// How a vote that is not decided is brought to an end, from wherever the room is.
  ///
  /// - Parameter hasBox: without its box, as in a copy of the session, it can only be called off.
  func wayOut(of poll: Poll, hasBox: Bool) -> String {
    let way = way(to: poll)
    guard hasBox else { return way + PollWording.callOffHere }
    let end = poll.phase == .open ? "/vote close and /vote count end it" : "/vote count ends it"
    return "\(way)\(end); /vote call-off and the reason destroys its ballots."
  }

  /// How the room comes to where a vote is held; nothing where it is there.
  fileprivate func way(to poll: Poll) -> String {
    let place = poll.terms.activity
    return current == place ? "" : "/goto \((index(of: place) ?? 0) + 1) first. "
  }
}

extension AnswerFault {
  /// What is wrong, after the name of the question.
  var wording: String {
    switch self {
    case .wrongForm: "that is not how it is answered"
    case .missing: "it must be answered"
    case .unknownOption(let id): "\(id) is not on the paper"
    case .repeated(let id): "\(id) stands there twice"
    case .tooMany(let used, let allowed): "\(used), and at most \(allowed) may be given"
    case .tooFew(let used, let needed): "\(used), and at least \(needed) must be given"
    case .outOfBounds(let option, let value, let allowed):
      "\(option) can't have \(value): it goes from \(allowed.lowerBound) to \(allowed.upperBound)"
    case .tiedRank: "no two may share a rank"
    }
  }
}
