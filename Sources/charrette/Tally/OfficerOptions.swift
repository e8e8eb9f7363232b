import ArgumentParser
import VotingMethods
import Workshop

/// What a returning officer knows besides the ballots: the options of `charrette tally` about that.
struct OfficerOptions: ParsableArguments {
  @Option(
    help: """
      A lot that was drawn by hand: the names of all who are tied, with commas between, in the \
      order drawn; whoever was drawn first is favoured. A name with a comma is quoted. May be \
      repeated, for several ties, or name everybody; those between the same people serve for one \
      tie after the other.
      """)
  var lot: [String] = []

  @Option(help: "How many may vote: the turnout is told.")
  var electorate: Int?

  func validate() throws {
    if let electorate, !(1...1_000_000_000_000).contains(electorate) {
      throw ValidationError(
        "An electorate of \(electorate) can't be.\nHint: Write how many may vote: 1 or more.")
    }
  }

  /// The lots as entered, for the candidates of a file.
  func drawnLots(_ candidates: [Candidate], in file: String) throws(Problem) -> [DrawnLot] {
    var lots: [DrawnLot] = []
    for text in lot {
      do throws(DrawnLotFault) {
        lots.append(try DrawnLot(text, candidates: candidates))
      } catch {
        throw Problem(
          "\(file): --lot “\(text)”: \(error.message)", hint: error.hint(candidates),
          isUsage: true)
      }
    }
    // The same order again says nothing else.
    return lots.enumerated().filter { !lots[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// The electorate, where it is one that these ballots can come from.
  func voters(of election: Election, in file: String) throws(Problem) -> Int? {
    guard let electorate else { return nil }
    let ballots = election.reading?.ballots ?? election.ballots.voters
    guard ballots <= electorate else {
      throw Problem(
        "\(file): there are \(ballots) ballots, more than --electorate \(electorate).",
        hint: "Check how many may vote.", isUsage: true)
    }
    return electorate
  }
}

extension DrawnLotFault {
  fileprivate var message: String {
    switch self {
    case .unknown(let name) where name.isEmpty: "there is a comma without a name."
    case .unknown(let name): "nobody called “\(name)” stands."
    case .ambiguous(let name, _): "several are called “\(name)”."
    case .twice(let name): "“\(name)” is named twice."
    case .tooFew: "a lot is drawn between two at least."
    case .openQuote: "a quotation mark is not closed."
    }
  }

  fileprivate func hint(_ candidates: [Candidate]) -> String {
    switch self {
    case .unknown:
      "These stand: "
        + candidates.prefix(60).map { DrawnLot.quoted($0.name.isEmpty ? $0.id : $0.name) }
        .joined(separator: ", ") + (candidates.count > 60 ? " and others." : ".")
    case .ambiguous(_, let ids): "Write their ids instead: \(ids.joined(separator: ", "))."
    case .twice, .tooFew: "Name all who are tied, once each, in the order drawn."
    case .openQuote: "Write a quotation mark that is part of a name twice: \"Ben \"\"Bo\"\" Ray\"."
    }
  }
}
