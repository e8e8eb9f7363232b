import ExerciseKit
import ExerciseTesting
import Testing
import Voting

/// Before the count is revealed nobody can tell from what is shown who got how many dots.
@Suite struct SecrecyTests {
  private static let people = (1...6).map { "Person \($0)" }

  /// Everything that anybody could see while `ballots` are given, one after another.
  private func seen(_ ballots: [JSONValue]) throws -> (shown: [String], harness: Harness) {
    let harness = try Harness(
      plugin, exercise: "dot-voting", settings: ["dots": 3, "max-per-card": 3],
      cards: ["Guide", "Training", "Time", "Trust"], people: Self.people)
    var shown: [String] = []
    for (person, dots) in zip(Self.people, ballots) {
      let step = try harness.run("dots", ["dots": dots], as: person)
      shown.append(step.notice ?? "")
      shown += try Audience.allCases.map { try harness.view(for: $0).json.text() }
      shown += try harness.give().map(\.rawValue)
    }
    return (shown, harness)
  }

  /// Three dots on random cards.
  private func ballot(_ random: inout Chance) -> JSONValue {
    var dots: [CardID: Int] = [:]
    for _ in 0..<3 { dots[CardID("c\(Int.random(in: 1...4, using: &random))"), default: 0] += 1 }
    return dots.json ?? [:]
  }

  @Test func `what is shown does not depend on who got the dots`() throws {
    var random = Chance(seed: 2011)
    let same = Array(repeating: ["c1": 3] as JSONValue, count: Self.people.count)
    let (expected, _) = try seen(same)
    for _ in 0..<20 {
      let ballots = Self.people.map { _ in ballot(&random) }
      let (shown, harness) = try seen(ballots)
      #expect(shown == expected)
      #expect(try harness.give() == [])
    }
  }

  @Test(arguments: Audience.allCases)
  func `no view before the reveal has a count`(audience: Audience) throws {
    let (_, harness) = try seen([["c1": 3], ["c2": 2, "c3": 1]])
    let view = try harness.view(for: audience)
    for block in view.blocks {
      if case .bars = block { Issue.record("bars before the reveal") }
    }
    guard case .table(let table)? = view.blocks.dropFirst().first else {
      Issue.record("no table of the cards")
      return
    }
    #expect(
      table.rows == [["c1", "Guide"], ["c2", "Training"], ["c3", "Time"], ["c4", "Trust"]])
  }

  @Test func `opened again, the count is covered again`() throws {
    let (_, harness) = try seen([["c1": 3]])
    let covered = try harness.view(for: .facilitator)
    try harness.run("reveal")
    #expect(try harness.view(for: .facilitator) != covered)
    try harness.run("reopen")
    #expect(try harness.view(for: .facilitator) == covered)
  }
}
