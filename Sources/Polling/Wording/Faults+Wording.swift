extension TermsFault {
  /// What is wrong, in a sentence.
  public var message: String {
    switch self {
    case .badID(let id):
      "“\(id)” is no id of a poll: small letters, digits and hyphens, at most 40, make one."
    case .emptyRoll: "Nobody may vote: the roll is empty."
    case .twiceOnRoll(let id): "“\(id)” stands twice on the roll."
    case .badWeight(let id, let weight):
      "“\(id)” has the weight \(weight), and a weight is from 1 to \(PollTerms.largestWeight)."
    case .proxyOfStranger(let id, let holder):
      "“\(holder)” holds a proxy of “\(id)”, who is not on the roll."
    case .proxyOfOneself(let id): "“\(id)” can't hold their own proxy."
    case .proxyHeldTwice(let id): "The proxy of “\(id)” is held twice."
    case .proxyChain(let id):
      "“\(id)” gave a proxy, so can't hold one: the two would have to vote through each other."
    case .weightWithCodes(let id): "“\(id)” has a weight, which a code can't know."
    case .proxyWithCodes(let id): "“\(id)” holds a proxy, which a code can't know."
    case .badCodeCount(let count):
      "\(count) codes can't be made; 1 to \(PollTerms.mostCodes) can."
    case .badQuorum(.votes(let votes)): "A quorum of \(votes) votes can't be met, or asks nothing."
    case .badQuorum(.percentage(let share)):
      "A quorum of \(share) % is none; 1 to 100 can be asked for."
    case .badRule(let field, let method):
      "The answers to “\(field)” can't be counted by \(method) as the rule says."
    case .tooFewOptions(let field): "“\(field)” asks about options, and has fewer than two."
    case .unanswerable(let field): "No answer to “\(field)” can be within its bounds."
    }
  }
}

extension BoxRefusal {
  /// What was refused and why, and what to do about it. A booth has words of its own for the first
  /// three, which all read the same.
  public var wording: (what: String, hint: String?) {
    switch self {
    case .unknownVoter: ("This name or code is none of this poll's.", "See the roll of the poll.")
    case .alreadyUsed: ("This name or code has cast its ballot.", nil)
    case .closed: ("The poll is not open.", "It can be opened again by a recorded decision.")
    case .invalidBallot(let faults):
      (
        "The ballot is not valid: "
          + faults.map { $0.fault.words(in: $0.field) }.joined(separator: "; ") + ".",
        "Put it right, or hand it in as spoilt."
      )
    case .notCanonical:
      ("The ballot is not written in the order of the paper.", "This is a mistake in the program.")
    case .wrongWeight(let weight, let published):
      ("The ballot weighs \(weight), and \(published) was published.", nil)
    case .noHandEntry:
      (
        "The terms of this poll allow nothing entered by hand.",
        "Open the next poll with entry by hand."
      )
    case .notByThisWay(.booth): ("This poll takes no ballots from a booth.", nil)
    case .notByThisWay(.paper):
      ("A ballot on paper comes into the box when two people have read it alike.", nil)
    case .notByThisWay(.entered):
      (
        "The terms of this poll allow no ballots entered by the facilitator.",
        "Its voters cast them in the booth."
      )
    case .voterCount(let voters, let papers):
      (
        "There are \(papers) papers that two people read alike, and \(voters) names.",
        "Tick one name for each paper; with codes, none."
      )
    case .stillOpen: ("The poll is still open.", "Close it first.")
    case .emptied: ("The poll has been counted, and its box was emptied.", "See its bundle.")
    case .entry(let fault): fault.wording
    }
  }
}

extension EntryFault {
  /// What was refused and why, and what to do about it.
  public var wording: (what: String, hint: String?) {
    switch self {
    case .badNumber(let number): ("\(number) is no number of a paper.", "Number them from 1.")
    case .samePerson(let number, let person):
      (
        "“\(person)” has read paper \(number) already.",
        "Somebody else must read it the second time."
      )
    case .thirdPerson(let number, _):
      (
        "Two people have read paper \(number), and differ.",
        "Both look at it again; who was wrong enters it anew."
      )
    case .alreadyAgreed(let number): ("Two people have read paper \(number) alike.", nil)
    case .alreadyInTheBox(let number): ("Paper \(number) is in the box.", nil)
    }
  }
}

extension CodeFault {
  /// What is wrong with a code as it was typed, in a sentence.
  public var message: String {
    switch self {
    case .unknownCharacter(let character): "A code has no “\(character)”."
    case .wrongLength(let count):
      "A code has \(BallotCode.length) letters and digits, and these are \(count)."
    case .mistyped: "A letter or digit of the code is wrong."
    }
  }
}

extension ReceiptFault {
  /// What is wrong with a receipt as it was typed, in a sentence.
  public var message: String {
    switch self {
    case .noPoll: "A receipt begins with the poll's id and a space, such as “a3-1 ”."
    case .unknownCharacter(let character): "A receipt has no “\(character)”."
    case .wrongLength(let count):
      "A receipt has 24 letters and digits after the poll's id, or 80, and these are \(count)."
    case .mistyped: "A letter or digit of the receipt is wrong."
    }
  }
}
