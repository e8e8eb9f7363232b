import Testing
import VotingMethods

@Suite("What theory promises of proportional methods")
struct ProportionalTheoryTests {
  private let lot = TieBreak([.lot(seed: 1)])

  /// The approvals of a small election: whom a ballot puts on its first two ranks.
  private struct Approvals {
    var candidates: Int
    var sets: [Set<Int>]

    init(_ election: SmallElection) {
      candidates = election.candidates
      sets = election.ballots.map { Set($0.prefix(2).joined()) }
    }

    func ballots() throws -> ApprovalBallots {
      var ballots = ApprovalBallots(
        candidates: Candidate.numbered((0..<candidates).map { "C\($0)" }))
      for set in sets { try ballots.append(set.sorted()) }
      return ballots
    }

    /// Every set of candidates of a size that some voter approves of as a whole.
    func common(_ size: Int) -> [Set<Int>] {
      (0..<1 << candidates).map { bits in Set((0..<candidates).filter { bits >> $0 & 1 == 1 }) }
        .filter { group in group.count == size && sets.contains { $0.isSuperset(of: group) } }
    }
  }

  private static let elections = RandomElections(seed: 61, count: 500).map { Approvals($0) }

  /// Extended justified representation (H. Aziz and others, “Justified representation in
  /// approval-based committee voting”, Social Choice and Welfare 48, 2017): of every group with n/k
  /// voters for each of ℓ candidates that all of them approve of, somebody has ℓ of the elected.
  /// Equal shares give that (Peters and Skowron 2020), filled up or not.
  @Test("Equal shares: extended justified representation")
  func extended() throws {
    for election in Self.elections {
      for seats in 1...min(4, election.candidates) {
        for isCompleted in [false, true] {
          let method = EqualShares(seats: seats, tieBreak: lot, isCompleted: isCompleted)
          let elected = Set(try method.tally(election.ballots()).winners)
          for size in 1...seats {
            for group in election.common(size) {
              let poor = election.sets.count {
                $0.isSuperset(of: group) && $0.intersection(elected).count < size
              }
              #expect(poor * seats < size * election.sets.count, "\(election.sets)")
            }
          }
        }
      }
    }
  }

  /// Proportional justified representation (L. Sánchez-Fernández and others, “Proportional
  /// justified representation”, AAAI 2017): such a group has ℓ of the elected between them.
  /// Phragmén's sequential rule gives that (Brill and others 2017).
  @Test("Phragmén: proportional justified representation")
  func proportional() throws {
    for election in Self.elections {
      for seats in 1...min(4, election.candidates) {
        let method = SequentialPhragmen(seats: seats, tieBreak: lot)
        let elected = Set(try method.tally(election.ballots()).winners)
        for size in 1...seats {
          for few in Self.subsets(of: elected.sorted(), below: size) {
            for group in election.common(size) {
              let poor = election.sets.count {
                $0.isSuperset(of: group) && $0.intersection(elected).isSubset(of: few)
              }
              #expect(poor * seats < size * election.sets.count, "\(election.sets)")
            }
          }
        }
      }
    }
  }

  private static func subsets(of all: [Int], below size: Int) -> [Set<Int>] {
    (0..<1 << all.count).map { bits in
      Set(all.indices.filter { bits >> $0 & 1 == 1 }.map { all[$0] })
    }.filter { $0.count < size }
  }

  /// Sánchez-Fernández and others 2017: up to five seats, sequential PAV leaves no group of n/k
  /// voters without anybody if they agree on one.
  @Test("Sequential PAV: justified representation for few seats")
  func justified() throws {
    for election in Self.elections {
      for seats in 1...min(5, election.candidates) {
        let method = SequentialPAV(seats: seats, tieBreak: lot)
        let elected = Set(try method.tally(election.ballots()).winners)
        for candidate in 0..<election.candidates {
          let bare = election.sets.count {
            $0.contains(candidate) && $0.isDisjoint(with: elected)
          }
          #expect(bare * seats < election.sets.count || bare == 0, "\(election.sets)")
        }
      }
    }
  }

  /// S. Janson, “Phragmén's and Thiele's election methods” (2016), section 7: another vote for one
  /// of the elected, all else being the same, doesn't unseat them.
  @Test("Phragmén and sequential PAV: another approval doesn't unseat")
  func monotonicity() throws {
    for election in Self.elections {
      let seats = min(2, election.candidates)
      for method in [
        SequentialPhragmen(seats: seats, tieBreak: lot) as any VotingMethod<ApprovalBallots>,
        SequentialPAV(seats: seats, tieBreak: lot), Approval(seats: seats, tieBreak: lot),
      ] {
        for winner in try method.tally(election.ballots()).winners {
          var more = election
          more.sets.append([winner])
          #expect(try method.tally(more.ballots()).winners.contains(winner), "\(election.sets)")
        }
      }
    }
  }

  @Test("Neither the order of ballots nor names matter to committees without ties")
  func symmetry() throws {
    for election in Self.elections {
      let seats = min(2, election.candidates)
      for method in [
        SequentialPhragmen(seats: seats, tieBreak: .none) as any VotingMethod<ApprovalBallots>,
        SequentialPAV(seats: seats, tieBreak: .none), EqualShares(seats: seats, tieBreak: .none),
      ] {
        guard let one = try? method.tally(election.ballots()).winners else { continue }
        var other = election
        other.sets = election.sets.reversed().map { set in
          Set(set.map { ($0 + 1) % election.candidates })
        }
        let expected = one.map { ($0 + 1) % election.candidates }
        #expect(try method.tally(other.ballots()).winners == expected, "\(election.sets)")
      }
    }
  }
}

/// F. Pukelsheim, “Proportional Representation” (Springer 2014), chapters 4, 9 and 11; M. L.
/// Balinski and H. P. Young, “Fair Representation” (1982).
@Suite("What theory promises of divisor methods")
struct DivisorTheoryTests {
  private static let elections: [[Int]] = (1...400).map { seed in
    (0..<2 + seed % 4).map { ((seed * 7919 + $0 * 104_729) ^ (seed << $0)) % 97 + 1 }
  }

  private func seats(_ method: some VotingMethod<PartyVotes>, _ votes: [Int]) throws -> [Int] {
    let parties = Candidate.numbered(votes.map(String.init))
    let outcome = try method.tally(PartyVotes(parties, votes: votes))
    return votes.indices.map { party in outcome.winners.count { $0 == party } }
  }

  @Test("A seat more takes none away; d'Hondt gives at least the quota rounded down")
  func house() throws {
    let lot = TieBreak([.lot(seed: 2)])
    for votes in Self.elections {
      var before: [[Int]] = [votes.map { _ in 0 }, votes.map { _ in 0 }]
      for count in 1...12 {
        let now = [
          try seats(DHondt(seats: count, tieBreak: lot), votes),
          try seats(SainteLague(seats: count, tieBreak: lot), votes),
        ]
        for (old, new) in zip(before, now) {
          #expect(zip(old, new).allSatisfy { $0 <= $1 }, "\(votes) \(count)")
          #expect(new.reduce(0, +) == count)
        }
        for (party, given) in now[0].enumerated() {
          #expect(given >= votes[party] * count / votes.reduce(0, +), "\(votes) \(count)")
        }
        before = now
      }
    }
  }

  /// The max-min inequality that marks a divisor method, and what each favours: d'Hondt never gives
  /// fewer seats to a coalition than to its parts, Sainte-Laguë treats the small as the large.
  @Test("No seat has a better claim elsewhere; parties that join don't lose by d'Hondt")
  func claims() throws {
    let lot = TieBreak([.lot(seed: 2)])
    for votes in Self.elections {
      let sainteLague = try seats(SainteLague(seats: 7, tieBreak: lot), votes)
      let dHondt = try seats(DHondt(seats: 7, tieBreak: lot), votes)
      for (one, held) in sainteLague.enumerated() where held > 0 {
        for (other, next) in sainteLague.enumerated() where other != one {
          #expect(votes[one] * (2 * next + 1) >= votes[other] * (2 * held - 1), "\(votes)")
        }
      }
      for (one, held) in dHondt.enumerated() where held > 0 {
        for (other, next) in dHondt.enumerated() where other != one {
          #expect(votes[one] * (next + 1) >= votes[other] * held, "\(votes)")
        }
      }
      guard votes.count > 2 else { continue }
      guard
        let apart = try? seats(DHondt(seats: 7), votes),
        let joined = try? seats(DHondt(seats: 7), [votes[0] + votes[1]] + votes.dropFirst(2))
      else { continue }
      #expect(joined[0] >= apart[0] + apart[1], "\(votes)")
    }
  }
}
