import ExerciseProtocol
import Rendering
import Results
import Testing
import VotingMethods

@Suite("Whatever the vote")
struct EveryExplanationTests {
  /// A one with a plural after it, or a plural of nothing to count.
  private static let plurals = "votes|points|dots|stars|approvals|preferences|ballots|voices|people"

  @Test("sentences are whole, numbers agree with their words", arguments: MethodID.allCases)
  func sentences(method: MethodID) throws {
    var votes = RandomVotes(seed: 9)
    var told = 0
    for _ in 0..<30 {
      let (election, request) = try votes.election(for: method)
      // A tie that the rule can't go on from is no outcome.
      guard let outcome = try? request.tally(election) else { continue }
      told += 1
      let particulars = Particulars(election, noun: .init("idea", "ideas"))
      for text in Explanation.of(outcome, particulars) {
        #expect(text.hasSuffix("."), "\(text)")
        #expect(!text.contains("  ") && !text.contains(" ,") && !text.contains(".."), "\(text)")
        let wrong = try Regex("(^|[^0-9.,])1 (\(Self.plurals))").ignoresCase()
        #expect(text.firstMatch(of: wrong) == nil, "\(text)")
      }
      for audience in Audience.allCases {
        let view = View(ResultView(outcome, particulars).blocks(for: audience))
        for block in view.blocks { check(block) }
      }
      let what = WhatIf(outcome, particulars, election: election, request: request)
      for text in what.sentences { #expect(text.hasSuffix("."), "\(text)") }
    }
    #expect(told > 20)
  }

  private func check(_ block: View.Block) {
    switch block {
    case .table(let table):
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    case .bars(let bars):
      #expect(bars.allSatisfy { !$0.caption.isEmpty && !$0.label.isEmpty && $0.value >= 0 })
      // Whoever is chosen is said to be so in words.
      #expect(
        bars.allSatisfy { !$0.isChosen || $0.caption.contains(/(chosen|elected|funded|adopted)$/) })
    default: break
    }
  }

  @Test("the totals of the winner and of the best other are those of the outcome")
  func totals() throws {
    for method in [MethodID.approval, .sntv, .plurality, .borda, .score, .dots] {
      var votes = RandomVotes(seed: 21)
      for _ in 0..<100 {
        var (election, request) = try votes.election(for: method)
        if request.seats != nil { request.seats = 1 }
        request.tieBreak = TieBreak([.lot(seed: 1)])
        guard let outcome = try? request.tally(election), outcome.winners.count == 1 else {
          continue
        }
        election.title = ""
        let text = Explanation(outcome).reasons.joined(separator: " ")
        let totals = outcome.stages[0].totals
        guard
          let match = text.firstMatch(
            of:
              /(k\d) has ([\d.,]+) .*?, the most; (k\d).*? ha(s|ve) ([\d.,]+) .*lead of ([\d.]+)\./)
        else {
          #expect(!outcome.ties.isEmpty || Set(totals).count == 1, "\(text)")
          continue
        }
        let winner = outcome.winners[0]
        let next = totals.indices.filter { $0 != winner }.map { totals[$0] }.max() ?? 0
        #expect(match.1 == "k\(winner)")
        #expect(String(match.2) == totals[winner].description)
        #expect(String(match.5) == next.description)
        #expect(String(match.6) == (totals[winner] - next).description)
      }
    }
  }

  @Test("what is said of quota, stages and last votes is in the stages")
  func transfers() throws {
    for method in [
      MethodID.scottishSTV, .wigSTV, .meekSTV, .ers97STV, .northernIrelandSTV, .senateSTV,
      .minneapolisSTV, .cambridgeSTV,
    ] {
      var votes = RandomVotes(seed: 33)
      var checked = 0
      for _ in 0..<100 {
        let (election, request) = try votes.election(for: method)
        let outcome = try request.tally(election)
        for text in Explanation(outcome).reasons {
          guard
            let match = text.firstMatch(
              of: /^(k\d) reached the quota at stage (\d+) with (\d+(?:\.\d+)?)/),
            let stage = Int(match.2), let who = Int(match.1.dropFirst()), let said = Double(match.3)
          else { continue }
          let total = outcome.stages[stage - 1].totals[who]
          #expect(outcome.stages[stage - 1].elected.contains(who))
          #expect(total >= outcome.stages[stage - 1].quota ?? 0)
          #expect(abs(said - total.approximation) <= 0.005)
          checked += 1
        }
      }
      #expect(checked > 50)
    }
  }

  @Test("what projects cost together, and what is left, is said as it is")
  func budgets() throws {
    for method in MethodID.allCases where method.traits.choice == .budget {
      var votes = RandomVotes(seed: 55)
      for _ in 0..<100 {
        let (election, request) = try votes.election(for: method)
        guard case .projects(let ballots) = election.ballots,
          let outcome = try? request.tally(election), !outcome.winners.isEmpty
        else { continue }
        let cost = outcome.winners.reduce(0) { $0 + ballots.projects[$1].cost }
        let explanation = Explanation(outcome, Particulars(election, currency: "£"))
        #expect(explanation.headline.contains("for £\(cost) of a budget of £\(ballots.budget)"))
        #expect(explanation.reasons.contains("£\(ballots.budget - cost) of the budget is left."))
        for text in explanation.reasons {
          guard let match = text.firstMatch(of: /costs £(\d+) when £(\d+) was left/) else {
            continue
          }
          #expect((Int(match.1) ?? 0) > (Int(match.2) ?? 0))
        }
      }
    }
  }
}
