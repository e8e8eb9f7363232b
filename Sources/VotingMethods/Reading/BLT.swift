/// An election in the BLT format of Hill, Wichmann and Woodall's STV program, which OpenSTV,
/// OpaVote and the Scottish councils use.
///
/// ```
/// 4 2            # candidates and seats
/// -3             # withdrawn candidates, if any
/// 12 1 4 2 0     # voters, their preferences from the first on, 0
/// 3 2=4 0        # candidates ranked alike
/// 0              # after the last ballot
/// "Ada" "Ben" "Cleo" "Dan" "The title"
/// ```
///
/// A ballot may have an id in parentheses before it, and the number of voters decimals (`1.5`).
/// After the title may stand its source and a comment, and after each name, on the same line, the
/// party. Names may stand without quotation marks, each on a line of its own: see `BLTNames`.
///
/// Source: B. A. Wichmann, “A conventional format for election data”, and OpaVote's description,
/// https://www.opavote.com/help/overview. “#” begins a comment; “-” is a preference left out;
/// several ballots may share a line. Wichmann lets a ballot run over several lines, too; here it
/// ends on the line on which it begins, because else one whose 0 is missing would swallow the next.
/// Withdrawn candidates are taken out of all ballots; the others keep their numbers as ids.
public struct BLT: Hashable, Sendable {
  /// The name of the election; empty if it has none.
  public var title: String
  /// How many are to be elected.
  public var seats: Int
  /// The ballots, without the withdrawn.
  public var ballots: RankedBallots
  /// Those who may not be elected.
  public var withdrawn: [Candidate]
  /// How it was read.
  public var reading = Reading(.blt)
  /// On which line each ballot stands.
  var lines: [Int32] = []
  /// How many decimals the numbers of voters have, which the ballots count in such parts.
  var voteDecimals = 0

  /// Reads a file. Nothing but a well-formed whole is taken.
  public init(
    reading bytes: [UInt8], policy: ReadingPolicy = ReadingPolicy()
  ) throws(ReadingFault) {
    var reader = BLTReader(ByteCursor(bytes), policy: policy, keepsLines: true)
    let (election, ballots) = try reader.read { count in
      RankedBallots(candidates: Array(repeating: Candidate(id: "", name: ""), count: count))
    }
    let candidates = election.ballots.candidates
    self = election
    self.ballots = ballots
    self.ballots.candidates = candidates
  }

  init(title: String, seats: Int, ballots: RankedBallots, withdrawn: [Candidate]) {
    (self.title, self.seats, self.ballots, self.withdrawn) = (title, seats, ballots, withdrawn)
  }
}
