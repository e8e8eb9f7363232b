extension CountFault: CustomStringConvertible {
  public var description: String { message() }

  /// What is wrong, in a sentence; `source` is what the ballots are from, `line` where the ballot
  /// stands that it is about, if that is known.
  public func message(source: String = "this file", line: Int? = nil) -> String {
    let ballot = line.map { "the ballot on line \($0)" } ?? "ballot \((ballot ?? 0) + 1)"
    return switch self {
    case .ballots(let method, let have):
      "\(method) counts \(method.traits.ballots[0].words), and \(source) has \(have.words)."
    case .oneVote(let method, _):
      "\(method) counts one vote a ballot, and \(ballot) has more."
    case .onePoint(let method, _):
      "\(method) counts approvals, and \(ballot) gives other points than one."
    case .parts(let method, .votes):
      "\(method) counts whole votes, and some weights in \(source) have decimals."
    case .parts(let method, .points):
      "\(method) counts whole points, and some scores in \(source) have decimals."
    case .seats(let method, let seats):
      switch method.traits.choice {
      case .one: "\(method) elects one, and \(seats) are to be elected."
      default: "\(method) has no number of seats."
      }
    case .budget(let method): "\(method) spends no budget."
    case .amount(let amount): "A budget of \(amount) can't be spent."
    case .unknownOption(let name, let method): "\(method) has no option “\(name)”."
    case .optionValue(let option, let method, let value):
      "“\(value)” is not a value for the option \(option) of \(method)."
    case .optionNeeded(let option, let method): "\(method) can't count without \(option)."
    case .allWithdrew(let all):
      "Nobody is left to choose between: "
        + (all.count == 1 ? "the only candidate" : "all \(all.count) candidates") + " withdrew."
    case .tally(let method, let fault, let candidates):
      fault.message(method: method, candidates: candidates, source: source, ballot: ballot)
    }
  }

  /// What can be done about it.
  public var hint: String? {
    switch self {
    case .ballots(_, let have):
      "These methods count \(have.words): \(Self.list(MethodID.counting(have)))."
    case .oneVote(let method, _):
      "Count several votes a ballot with approval or block"
        + ([.plurality, .sntv].contains(method)
          ? ", or set such ballots aside with --overvotes invalid." : ".")
    case .onePoint: "Count the points with greedy-budget or equal-shares-budget."
    case .parts(_, .votes):
      "These count parts of votes: plurality, two-round, irv, approval, block, sntv, score, star, "
        + "and all that compare in pairs."
    case .parts(_, .points): "These count parts of points: score, score-mean, star."
    case .seats(let method, _):
      method.traits.choice == .one
        ? "These elect several: \(Self.list(MethodID.electingSeveral))."
        : "Leave the number of seats out."
    case .budget: "Leave the budget out."
    case .amount: "Give a whole number, at least 0 and below a million million."
    case .unknownOption(_, let method):
      method.traits.options.isEmpty
        ? "It has none." : "It has these: \(Self.list(method.traits.options))."
    case .optionValue(let option, let method, _): "Write \(option.values(for: method).words)."
    case .optionNeeded(let option, let method):
      "Say \(option.meaning(for: method)): \(option)=VALUE, which is "
        + "\(option.values(for: method).words)."
    case .allWithdrew:
      "A withdrawal is a number with a minus, such as -2, behind the first line of the file: take "
        + "out those that are none."
    case .tally(let method, let fault, _): fault.hint(for: method)
    }
  }

  private static func list(_ words: [some CustomStringConvertible]) -> String {
    words.map(\.description).joined(separator: ", ")
  }
}

extension MethodID {
  /// The names of the methods that compare in pairs, for a sentence.
  fileprivate static var comparingPairs: String {
    allCases.filter(\.comparesPairs).map(\.rawValue).joined(separator: ", ")
  }

  fileprivate static var electingSeveral: [MethodID] {
    allCases.filter { $0.traits.choice == .seats }
  }
}

extension BallotKind {
  /// What ballots of this kind are called in a sentence.
  public var words: String {
    switch self {
    case .rankings: "rankings"
    case .approvals: "approvals"
    case .scores: "scores"
    case .projects: "votes on projects"
    case .parties: "votes for parties"
    case .duels: "duels"
    case .opinions: "opinions on statements"
    }
  }
}

extension CountOption.Values {
  /// What may be written, in a sentence.
  public var words: String {
    switch self {
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .share: "a part of the whole, such as 3/4, 0.75 or 75%"
    case .words(let words): "one of \(words.joined(separator: " | "))"
    }
  }
}

extension TallyFault {
  fileprivate func message(
    method: MethodID, candidates: [Candidate], source: String, ballot: String
  ) -> String {
    switch self {
    case .unbrokenTie(let tie):
      "\(TallyFault.names(tie.candidates, candidates)) are tied\(tie.place), and "
        + "\(tie.question.words) can't be told without breaking the tie."
    case .seats(let seats, let count) where count > 0 && seats > count:
      "\(seats) are to be elected, and there are only \(count) candidates."
    case .seats(let seats, _): "\(seats) can't be elected."
    case .noCandidates: "There is nobody to choose between."
    case .equalRanks: "\(method) counts strict rankings, and \(ballot) ranks two alike."
    case .scale(let have, let expected):
      "\(method) grades from \(expected.lowerBound) to \(expected.upperBound), and \(source) from "
        + "\(have.lowerBound) to \(have.upperBound)."
    case .tooManyVotes:
      ballot.prefix(1).uppercased() + ballot.dropFirst() + " has more votes than it may have."
    case .tooManyInCircles(let count, let most):
      "\(count) candidates beat one another in circles, and \(method) can put no more than \(most) "
        + "of them in order."
    case .tooManyUniverses(let most):
      "There are more than \(most) ways to break the ties."
    case .tooLarge: "The numbers are too large to be counted."
    }
  }

  fileprivate func hint(for method: MethodID) -> String? {
    switch self {
    case .unbrokenTie: "Declare a lot that everyone can check, such as lot:42, as the tie-break."
    case .seats: "Give a number from 1 to that of the candidates."
    case .equalRanks:
      "These count equal ranks: \(MethodID.comparingPairs). Or say what becomes of such ballots: "
        + "--overvotes skip, exhaust or invalid."
    case .scale: "Give the ballots' own scale, or choose a method that takes any, such as score."
    case .tooManyVotes: "Set such ballots aside with --overvotes invalid, or raise what is allowed."
    case .tooManyInCircles: "These count any number of them: schulze, ranked-pairs, minimax."
    case .tooManyUniverses: "Declare a lot, such as lot:42, as the tie-break."
    case .noCandidates: "Look whether it is the right file: it names no candidates."
    case .tooLarge: nil
    }
  }

  /// The names of some candidates, with commas and “and”.
  private static func names(_ some: [Int], _ candidates: [Candidate]) -> String {
    let names = some.map { candidates.indices.contains($0) ? candidates[$0].name : "\($0 + 1)" }
    guard names.count > 1, let last = names.last else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Tie {
  fileprivate var place: String { stage.map { " at stage \($0 + 1)" } ?? "" }
}

extension Tie.Question {
  fileprivate var words: String {
    switch self {
    case .election: "who is elected"
    case .exclusion: "who is excluded"
    case .surplus: "whose surplus is transferred first"
    case .order: "who comes first"
    }
  }
}
