import Results
import Testing
import VotingMethods

/// What the explanation of a method that compares in pairs says, checked against the ballots
/// themselves by another way of counting.
@Suite("Numbers of an explanation in pairs")
struct PairwiseExplanationTests {
  static let methods: [MethodID] = [.schulze, .rankedPairs, .minimax, .copeland, .smith]
  private let idea = Particulars.Noun("idea", "ideas")

  /// How many rank one above the other, straight from the ballots.
  private struct Check {
    let orders: [[Int]]
    let count: Int

    func prefer(_ one: Int, _ other: Int) -> Int {
      orders.count { order in
        guard let place = order.firstIndex(of: one) else { return false }
        return order.firstIndex(of: other).map { place < $0 } ?? true
      }
    }

    func margin(_ one: Int, _ other: Int) -> Int { prefer(one, other) - prefer(other, one) }

    var winner: Int? {
      (0..<count).first { one in (0..<count).allSatisfy { $0 == one || margin(one, $0) > 0 } }
    }

    /// The strongest chain, by trying all of them.
    func chain(_ from: Int, _ to: Int, over used: Set<Int> = []) -> Int {
      (0..<count).filter { $0 != from && !used.contains($0) && margin(from, $0) > 0 }
        .map { next in
          let step = prefer(from, next)
          return next == to ? step : min(step, chain(next, to, over: used.union([from])))
        }.max() ?? 0
    }
  }

  private func number(_ text: Substring) -> Int { Int(text.drop { $0 == "k" }) ?? -1 }

  @Test("every score, circle, chain and defeat is that of the ballots", arguments: methods)
  func numbers(method: MethodID) throws {
    var votes = RandomVotes(seed: 5)
    var (unanimous, circular) = (0, 0)
    for _ in 0..<200 {
      let (ballots, orders) = try votes.rankings()
      let check = Check(orders: orders, count: ballots.candidates.count)
      let request = CountRequest(method, tieBreak: TieBreak([.lot(seed: 3)]))
      let outcome = try request.tally(Election(ballots: .rankings(ballots)))
      let text = Explanation(outcome, Particulars(noun: idea)).reasons.joined(separator: " ")
      if let winner = check.winner, check.count > 2 {
        unanimous += 1
        #expect(text.hasPrefix("k\(winner) beats every other idea one to one; closest"))
        let least = (0..<check.count).filter { $0 != winner }.map { check.margin(winner, $0) }.min()
        for match in text.matches(of: /(k\d), (\d+) to (\d+)/) {
          let rival = number(match.1)
          #expect(check.prefer(winner, rival) == Int(match.2))
          #expect(check.prefer(rival, winner) == Int(match.3))
          #expect(check.margin(winner, rival) == least)
        }
        #expect(!text.matches(of: /(k\d), (\d+) to (\d+)/).isEmpty)
      } else {
        #expect(check.count == 2 || !text.contains("beats every other idea one to one;"))
      }
      let steps = text.matches(of: /(k\d) beats (k\d) \((\d+) to (\d+)\)/)
      circular += steps.isEmpty ? 0 : 1
      for match in steps {
        #expect(check.prefer(number(match.1), number(match.2)) == Int(match.3))
        #expect(check.prefer(number(match.2), number(match.1)) == Int(match.4))
        #expect(check.margin(number(match.1), number(match.2)) > 0)
      }
      for (place, match) in steps.enumerated() {
        #expect(match.2 == steps[(place + 1) % steps.count].1)
      }
      checkTheRest(text, check)
    }
    #expect(unanimous > 40)
    #expect(circular > 2 || method == .smith && circular > 0)
  }

  private func checkTheRest(_ text: String, _ check: Check) {
    for match in text.matches(
      of:
        /chain from (k\d) to (k\d) has a strength of (\d+), the strongest one back only (\d+)/
    ) {
      #expect(check.chain(number(match.1), number(match.2)) == Int(match.3))
      #expect(check.chain(number(match.2), number(match.1)) == Int(match.4))
    }
    for match in text.matches(of: /(k\d) over (k\d), (\d+) to (\d+)/) {
      #expect(check.prefer(number(match.1), number(match.2)) == Int(match.3))
      #expect(check.prefer(number(match.2), number(match.1)) == Int(match.4))
    }
    for match in text.matches(
      of: /(k\d)'s worst defeat is the least: (k\d) wins (\d+) to (\d+), by (\d+)/)
    {
      let (one, by) = (number(match.1), number(match.2))
      let worst = (0..<check.count).map { $0 == one ? 0 : check.margin($0, one) }.max()
      #expect(check.margin(by, one) == worst && worst == Int(match.5))
      #expect(check.prefer(by, one) == Int(match.3) && check.prefer(one, by) == Int(match.4))
    }
    for match in text.matches(of: /nothing beats (k\d)\./) {
      #expect((0..<check.count).allSatisfy { check.margin($0, number(match.1)) <= 0 })
    }
  }
}
