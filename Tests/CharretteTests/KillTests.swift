import ExerciseProtocol
import Glibc
import TerminalTesting
import Testing

/// `kill -9` in the middle of a session: what was acknowledged is there.
@Suite struct KillTests {
  @Test func atTheTerminalAfterSoManyCards() throws {
    let house = try House()
    try house.prepareDiscussion()
    var cards = 0
    for round in 1...3 {
      let terminal = try house.terminal(["Day"])
      try terminal.waitForPrompt()
      for _ in 0..<round {
        cards += 1
        try terminal.enter("card number \(cards)")
        #expect(terminal.screen.text.contains("✓ c\(cards)"))
      }
      try terminal.send("never entered")
      try terminal.waitForPrompt("never entered")
      terminal.signal(SIGKILL)
      #expect(try terminal.waitForExit() == .signal(SIGKILL))
      try expectWhole(house, atLeast: cards)
    }
    #expect(!house.journal().contains("never entered"))
  }

  /// Twenty times, at points that only the seed knows: while a line is read, decided, appended,
  /// synced or answered.
  @Test func inTheMiddleOfAScript() throws {
    let house = try House()
    try house.prepareDiscussion()
    var random = Chance(seed: 2011)
    var cards = 0
    for _ in 1...20 {
      let script = (1...200).map { "card number \(cards + $0)\n" }.joined()
      let child = try house.start(["Day"])
      let stop = cards + Int.random(in: 1...60, using: &random)
      try child.feed(script, until: "✓ c\(stop)\n")
      // So many more turns of a loop: the host is anywhere by then.
      for _ in 0..<Int.random(in: 0...200_000, using: &random) { _ = getppid() }
      child.signal(SIGKILL)
      let killed = try child.finish()
      #expect(killed.status == -SIGKILL)
      let acknowledged = killed.text.matches(of: /✓ c(\d+)\n/).last.flatMap { Int($0.1) }
      cards = try expectWhole(house, atLeast: try #require(acknowledged))
    }
  }

  /// All cards from the first to the last, each with its words, and nothing amiss.
  @discardableResult
  private func expectWhole(_ house: House, atLeast acknowledged: Int) throws -> Int {
    let done = try house.run(["Day"], input: "/cards\n/people\n")
    #expect(done.status == 0, "\(done)")
    let found = done.text.matches(of: /\nc(\d+) +card number (\d+)(?=\n)/).map { ($0.1, $0.2) }
    #expect(found.count >= acknowledged)
    for (index, card) in found.enumerated() {
      #expect(card.0 == card.1 && card.0 == "\(index + 1)")
    }
    return found.count
  }
}
