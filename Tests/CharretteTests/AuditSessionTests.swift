import ExerciseProtocol
import Foundation
import Polling
import TerminalTesting
import Testing

/// `charrette audit --session`: the bundle held against the journal of the vote.
@Suite struct AuditSessionTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Before")

  /// A session with a counted vote, and its bundle.
  private func held(_ words: String = "river", cast: String = "Ruth: c2") throws -> House {
    let house = try House()
    try house.write(
      Array(
        """
        /new Day
        /agenda add discussion Needs
        /people add Ruth, Roger
        /start
        Benches
        Trees
        /agenda add rank Choice
        /next
        /vote open quorum=1 entered=yes
        /vote cast \(cast)
        /vote close
        /vote count \(words)

        """.utf8), to: "day.charrette")
    let done = try house.run(["run", house.folder["day.charrette"]])
    try #require(done.status == 0, "\(done.errorText)")
    return house
  }

  private func bundle(_ house: House) -> String { "\(house.sessions)/Day.a2-1.poll.json" }

  @Test func `a journal that says the same`() throws {
    let house = try held()
    let journal = "\(house.sessions)/Day.journal.jsonl"
    for session in ["Day", journal, "\(house.sessions)/Day", "\(house.sessions)/Day.json"] {
      let done = try house.audit([bundle(house), "--session", session])
      #expect(done.status == 0, "\(done)")
      #expect(done.text.contains("Turnout: 1 valid, 0 blank, 0 spoilt; 1 of 2 voted."))
      #expect(done.text.contains("Chosen: c2 Trees"))
      #expect(done.text.contains("Session: the journal \(journal) says the same."))
    }
    let json = try house.audit([bundle(house), "--session", "Day", "--format", "json"])
    guard case .array(let files) = try JSONValue(parsing: json.output) else {
      Issue.record("\(json.text)")
      return
    }
    #expect(files[0]["verdict"]?["chosen"] == ["c2"])
    #expect(files[0]["turnout"]?["voted"] == 1)
    #expect(files[0]["session"]?["agrees"] == true)
  }

  @Test func `a bundle of the same vote with other ballots, and one of no vote of it`() throws {
    let (house, other) = (try held(), try held("lamp", cast: "Roger: c1"))
    let done = try house.audit([
      bundle(other), "--session", "\(house.sessions)/Day.journal.jsonl",
    ])
    #expect(done.status == 1)
    for what in ["the digest", "the words", "what is chosen"] {
      #expect(done.text.contains("- By the bundle \(what) is "), "\(what): \(done.text)")
    }
    let json = try house.audit([
      bundle(other), "--session", "\(house.sessions)/Day.journal.jsonl", "--format", "json",
    ])
    #expect(json.status == 1 && json.text.contains(#""kind": "winners""#))
    let missing = try house.audit([bundle(house), "--session", "Other"])
    #expect(missing.status == 1 && missing.text.contains("can't be compared"))
    for near in ["Dya", "\(house.sessions)/Dya", "\(house.sessions)/Dya.journal.jsonl"] {
      let done = try house.audit([bundle(house), "--session", near])
      #expect(done.text.contains("There is no session “Dya” in "), "\(done)")
      #expect(done.status == 1 && done.text.contains("Did you mean Day?"), "\(done)")
    }
  }

  @Test func `a result that was voted on again says that it stands no more`() throws {
    let house = try held()
    try house.meanwhile(
      "/vote reopen Three were still on the train", "/vote cast Roger: c1", "/vote close",
      "/vote count lamp")
    let first = try house.audit([bundle(house), "--session", "Day"])
    #expect(first.status == 0, "\(first)")
    #expect(first.text.contains("the vote was held again as a2-2, and this result stands no more."))
    let json = try house.audit([bundle(house), "--session", "Day", "--format", "json"])
    #expect(json.text.contains(#""replaced-by": "a2-2""#))
    let second = try house.audit(["\(house.sessions)/Day.a2-2.poll.json", "--session", "Day"])
    #expect(second.status == 0 && !second.text.contains("this result stands no more"), "\(second)")
    for told in ["An earlier count stands no more. Chosen: ", "Three were still on the train"] {
      #expect(second.text.contains(told), "\(second)")
    }
  }

  @Test func `bundles and journals of before agree as ever`() throws {
    let house = try House()
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path)
    for name in names.filter({ $0.hasSuffix(".poll.json") }) {
      let path = Self.fixtures.appending(path: name).path
      let done = try house.audit([path, "--session", "polls"])
      #expect(done.status == 0, "\(done.text)")
      #expect(done.text.contains("everything agrees."))
    }
  }
}
