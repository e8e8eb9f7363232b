import ExerciseProtocol
import Foundation
import TestSupport
import Testing
import VotingMethods

/// The guide's page "How ties are broken" is complete enough to draw a lot again: `Tests/lot.py`
/// does it in another language, from the page alone.
@Suite("A lot, drawn again in Python")
struct LotByPythonTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "lot.py").path

  @Test(
    "as the kit draws it",
    .enabled(
      if: Tool.python.isUsable, "\(Tool.python.fault): nobody recomputes lots in another language"))
  func orders() throws {
    var chance = Chance(seed: 1999)
    var draws: [(seed: UInt64, count: Int)] = [(0, 1), (0, 2), (.max, 2), (42, 4), (7, 1000)]
    for _ in 0..<400 {
      draws.append((UInt64.random(in: 0 ... .max, using: &chance), 1 + chance.below(90)))
    }
    for seed in UInt64(0)..<100 { draws.append((seed, 3)) }
    let place = FileManager.default.temporaryDirectory
      .appending(path: "charrette-lots-\(UUID().uuidString)")
    try Data(draws.map { "\($0.seed) \($0.count)\n" }.joined().utf8).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    let lines = try Tool.python.run([Self.script, place.path]).split(separator: "\n")
    try #require(lines.count == draws.count)
    for (line, draw) in zip(lines, draws) {
      let order = Lot(seed: draw.seed, candidates: draw.count).order
      #expect(order.map(String.init).joined(separator: " ") == String(line), "\(draw)")
    }
  }

  /// From the lot to who is elected: the first of it among those who are tied.
  @Test("and the first of the tied in it is elected", arguments: UInt64(0)..<40)
  func elected(seed: UInt64) throws {
    var ballots = ApprovalBallots(candidates: Candidate.numbered((0..<7).map { "C\($0)" }))
    try ballots.append([1, 3, 4, 6])
    let outcome = try Approval(seats: 1, tieBreak: TieBreak([.lot(seed: seed)])).tally(ballots)
    let first = Lot(seed: seed, candidates: 7).order.first { [1, 3, 4, 6].contains($0) }
    #expect(outcome.winners == [first].compactMap(\.self))
  }
}
