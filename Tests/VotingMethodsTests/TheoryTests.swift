import Testing
import VotingMethods

/// What is proved of methods for one winner. The elections are small and full of ties, so that
/// statements are about sets of winners: all of them where nothing breaks the tie.
@Suite("What theory promises of one winner")
struct TheoryTests {
  private static let weak = Array(RandomElections(seed: 51, count: 800))
  private static let strict: [SmallElection] = {
    var elections = RandomElections(seed: 52, count: 800)
    (elections.hasTies, elections.isTruncated) = (false, false)
    return Array(elections)
  }()

  private func winners(_ method: some VotingMethod<RankedBallots>, _ election: SmallElection) throws
    -> Set<Int>
  {
    Set(try method.tally(election.ranked()).winners)
  }

  /// N. Tideman, “Collective Decisions and Voting” (2006), chapter 13.
  @Test("A winner whom a voter raises still wins: Copeland, ranked pairs, minimax by winning votes")
  func monotonicity() throws {
    for election in Self.weak {
      for method in [
        Copeland() as any VotingMethod<RankedBallots>, RankedPairs(universes: 100_000),
        Minimax(strength: .winningVotes), Schulze(strength: .margins),
      ] {
        for winner in try winners(method, election) {
          let still = try winners(method, election.raised(winner))
          #expect(still.contains(winner), "\(method) \(election.ballots)")
        }
      }
    }
  }

  /// P. C. Fishburn and S. J. Brams, “Paradoxes of preferential voting”, Mathematics Magazine 56
  /// (1983): more can be less. Ten voters who raise A above B and C make A lose.
  @Test("Instant runoff and two rounds are not monotone: the recorded example")
  func moreIsLess() throws {
    let before = try Textbook.election("ABC", [(39, "ABC"), (35, "BCA"), (26, "CAB")])
    let after = try Textbook.election("ABC", [(49, "ABC"), (25, "BCA"), (26, "CAB")])
    #expect(try InstantRunoff(tieBreak: .none).tally(before).winners == [0])
    #expect(try InstantRunoff(tieBreak: .none).tally(after).winners == [2])
    #expect(try TwoRound().tally(before).winners == [0])
    #expect(try TwoRound().tally(after).winners == [2])
  }

  /// D. G. Saari, “Basic Geometry of Voting” (1995): turned round, the ballots don't give the same
  /// single winner. It fails for plurality, runoffs and minimax.
  @Test("A single winner loses when every ballot is turned round: Borda, Copeland, ranked pairs")
  func reversal() throws {
    for election in Self.weak where election.candidates > 1 {
      for method in [
        Borda() as any VotingMethod<RankedBallots>, Copeland(), RankedPairs(universes: 100_000),
      ] {
        let one = try winners(method, election)
        guard one.count == 1 else { continue }
        #expect(try winners(method, election.reversed) != one, "\(method) \(election.ballots)")
      }
    }
  }

  /// T. N. Tideman, “Independence of clones as a criterion for voting rules”, Social Choice and
  /// Welfare 4 (1987): a twin beside a candidate on every ballot changes nothing but who of the two
  /// wins. For ranked pairs this is promised only where no two majorities are equally strong.
  @Test("A twin neither helps nor harms: Schulze, instant runoff, ranked pairs")
  func clones() throws {
    let runoff = InstantRunoff(ties: .parallelUniverses(most: 100_000))
    for (place, election) in Self.strict.enumerated() {
      let original = place % election.candidates
      let cloned = election.cloned(original)
      var methods: [any VotingMethod<RankedBallots>] = [
        Schulze(), Schulze(strength: .margins), runoff,
      ]
      if try hasDistinctMajorities(election) { methods.append(RankedPairs(universes: 100_000)) }
      for method in methods {
        let with = try winners(method, cloned).map { $0 == election.candidates ? original : $0 }
        #expect(try Set(with) == winners(method, election), "\(method) \(election.ballots)")
      }
    }
  }

  private func hasDistinctMajorities(_ election: SmallElection) throws -> Bool {
    let matrix = PairwiseMatrix(try election.ranked())
    let margins = (0..<matrix.count).flatMap { one in
      (0..<one).map { abs(matrix.margin(one, $0)) }
    }
    return Set(margins).count == margins.count && !margins.contains(0)
  }

  /// A candidate who loses to everybody else wins neither by Borda's points (which are the
  /// margins' sums) nor by the methods that look for the strongest majorities.
  @Test("Whoever loses to all doesn't win")
  func condorcetLoser() throws {
    for election in Self.weak where election.candidates > 1 {
      let matrix = PairwiseMatrix(try election.ranked())
      let everybody = 0..<election.candidates
      guard
        let loser = everybody.first(where: { one in
          everybody.allSatisfy { $0 == one || matrix.beats($0, one) }
        })
      else { continue }
      for method in [
        Borda() as any VotingMethod<RankedBallots>, Schulze(), Copeland(),
        RankedPairs(universes: 100_000),
      ] {
        #expect(try !winners(method, election).contains(loser), "\(method)")
      }
    }
  }

  /// J. H. Smith 1973, H. P. Young, “Social choice scoring functions” (1975): who wins in both
  /// halves of the voters wins in the whole, and nobody else.
  @Test("Plurality and Borda are consistent")
  func consistency() throws {
    for (one, two) in zip(Self.strict, Self.strict.dropFirst())
    where one.candidates == two.candidates {
      let both = SmallElection(candidates: one.candidates, ballots: one.ballots + two.ballots)
      for method in [Plurality() as any VotingMethod<RankedBallots>, Borda()] {
        let common = try winners(method, one).intersection(winners(method, two))
        guard !common.isEmpty else { continue }
        #expect(try winners(method, both) == common, "\(method)")
      }
    }
  }

  /// Points and grades from the same rankings: the more somebody gives a winner, the better; names
  /// and order don't matter.
  @Test("Approval, points and majority judgment: monotone, anonymous, neutral")
  func scored() throws {
    for election in Self.weak {
      for method in [
        Score() as any VotingMethod<ScoreBallots>, ScoreMean(), MajorityJudgment(),
        MajorityJudgmentGauge(),
      ] {
        let winners = Set(try method.tally(election.scored()).winners)
        for winner in winners {
          let raised = try method.tally(election.scored(best: winner))
          #expect(raised.winners.contains(winner), "\(method) \(election.ballots)")
        }
        var other = election.relabelled
        other.ballots.reverse()
        let expected = Set(winners.map { ($0 + 1) % election.candidates })
        #expect(try Set(method.tally(other.scored()).winners) == expected)
      }
    }
  }
}

extension SmallElection {
  /// With a twin of one candidate, the last in number, on either side of them by turns.
  func cloned(_ candidate: Int) -> SmallElection {
    SmallElection(
      candidates: candidates + 1,
      ballots: ballots.enumerated().map { place, ballot in
        ballot.flatMap { rank -> [[Int]] in
          guard rank == [candidate] else { return [rank] }
          return place % 3 == 0 ? [[candidates], rank] : [rank, [candidates]]
        }
      })
  }

  /// Points from 5 down by rank, none for those left out; one candidate has 5 from the first voter
  /// if that is asked.
  func scored(best: Int? = nil) throws -> ScoreBallots {
    let names = (0..<candidates).map { "C\($0)" }
    var result = ScoreBallots(candidates: Candidate.numbered(names), range: 0...5)
    for (place, ballot) in ballots.enumerated() {
      var points = Array(repeating: 0, count: candidates)
      for (rank, tied) in ballot.enumerated() {
        for candidate in tied { points[candidate] = max(0, 5 - 2 * rank) }
      }
      if let best, place == 0 { points[best] = 5 }
      try result.append(points)
    }
    return result
  }
}
