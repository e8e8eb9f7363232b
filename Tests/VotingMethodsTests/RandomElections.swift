import ExerciseProtocol
import VotingMethods

/// Small elections that are full of ties, the same ones at every run.
struct RandomElections: Sequence, IteratorProtocol {
  private var chance: Chance
  private var left: Int
  var hasTies = true
  var isTruncated = true

  init(seed: Int, count: Int) { (chance, left) = (Chance(seed: seed), count) }

  mutating func next() -> SmallElection? {
    guard left > 0 else { return nil }
    left -= 1
    let count = 2 + chance.below(4)
    return SmallElection(
      candidates: count,
      ballots: (0..<1 + chance.below(9)).map { _ in
        var order = Array(0..<count)
        for place in order.indices.dropFirst().reversed() {
          order.swapAt(place, chance.below(place + 1))
        }
        if isTruncated { order.removeLast(chance.below(count)) }
        var ranks: [[Int]] = []
        for candidate in order {
          if hasTies, !ranks.isEmpty, chance.below(4) == 0 {
            ranks[ranks.count - 1].append(candidate)
          } else {
            ranks.append([candidate])
          }
        }
        return ranks
      })
  }
}

/// The ballots of an election as plain values, to be turned about.
struct SmallElection {
  var candidates: Int
  var ballots: [[[Int]]]

  func ranked() throws -> RankedBallots {
    let names = (0..<candidates).map { "C\($0)" }
    var result = RankedBallots(candidates: Candidate.numbered(names))
    for ballot in ballots { try result.append(ballot) }
    return result
  }

  /// Candidate 0 becomes 1, and so on around.
  var relabelled: SmallElection {
    SmallElection(
      candidates: candidates,
      ballots: ballots.map { $0.map { $0.map { ($0 + 1) % candidates } } })
  }

  /// The other way round, those left out coming first and together.
  var reversed: SmallElection {
    SmallElection(
      candidates: candidates,
      ballots: ballots.map { ballot in
        let ranked = Set(ballot.joined())
        let others = (0..<candidates).filter { !ranked.contains($0) }
        return (others.isEmpty ? [] : [others]) + ballot.reversed()
      })
  }

  /// The same with one candidate put alone at the top of the first ballot.
  func raised(_ candidate: Int) -> SmallElection {
    var raised = self
    let rest = ballots[0].map { $0.filter { $0 != candidate } }.filter { !$0.isEmpty }
    raised.ballots[0] = [[candidate]] + rest
    return raised
  }
}
