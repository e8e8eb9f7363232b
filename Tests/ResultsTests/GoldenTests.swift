import ExerciseProtocol
import Rendering
import Results
import TestSupport
import Testing
import VotingMethods

/// One outcome of each method as it is shown, kept as files that a person can read.
@Suite("Results as they are shown")
struct GoldenTests {
  private static let goldens = Goldens(beside: #filePath)

  static let audiences: [(Audience, TerminalStyle, String)] = [
    (.room, TerminalStyle(columns: 80), "room"), (.report, TerminalStyle(columns: 80), "report"),
  ]

  private func blocks(_ method: MethodID, _ audience: Audience) throws -> [View.Block] {
    let (election, request) = try Votes.election(method)
    let particulars = Votes.particulars(election, method)
    let outcome = try request.tally(election)
    var blocks = ResultView(outcome, particulars).blocks(for: audience)
    if audience == .report {
      blocks +=
        WhatIf(outcome, particulars, election: election, request: request).blocks
    }
    return blocks
  }

  @Test("as they were", arguments: MethodID.allCases)
  func golden(method: MethodID) throws {
    var text = ""
    for (audience, style, name) in Self.audiences {
      let view = View(try blocks(method, audience))
      text += "==== \(name)\n\n" + TerminalRenderer(style).render(view) + "\n"
    }
    #expect(try text == Self.goldens.kept("\(method.rawValue).txt", now: text))
  }

  @Test("a page, as it was", arguments: [MethodID.wigSTV, .rankedPairs, .greedyBudget])
  func page(method: MethodID) throws {
    let page = HTMLRenderer().page(View(try blocks(method, .report)), title: "What we chose")
    #expect(try page == Self.goldens.kept("\(method.rawValue).html", now: page))
  }
}
