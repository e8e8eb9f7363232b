import Foundation
import TerminalTesting
import TestSupport
import Testing

/// The example polls under Sessions/Examples: one of every kind, each with its bundle.
@Suite("The example polls")
struct ExamplePollTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let examples = root.appending(path: "Sessions/Examples")

  private static var bundles: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: examples.path)
        .filter { $0.hasSuffix(".poll.json") }.sorted()
    }
  }

  @Test("there is one of every kind")
  func kinds() throws {
    let rules = try Self.bundles.map { name in
      let data = try Data(contentsOf: Self.examples.appending(path: name))
      let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let terms = try #require(document["terms"] as? [String: Any])
      let paper = try #require(terms["paper"] as? [String: Any])
      return try #require((paper["rule"] as? [String: Any])?["method"] as? String)
    }
    #expect(
      Set(rules) == [
        "approval", "plurality", "schulze", "scottish-stv", "star", "majority-judgment", "dots",
        "quadratic", "equal-shares-budget", "fist-to-five", "pairwise-survey", "opinion-groups",
      ])
  }

  @Test("every bundle counts again to what it says")
  func audit() throws {
    let house = try House()
    for name in try Self.bundles {
      let done = try house.audit([Self.examples.appending(path: name).path])
      #expect(done.status == 0, "\(done)")
      #expect(done.text.contains("everything agrees"))
    }
  }

  @Test("a bundle with one byte changed, wherever it is, does not agree")
  func changed() throws {
    let house = try House()
    for name in try Self.bundles {
      let bytes = [UInt8](try Data(contentsOf: Self.examples.appending(path: name)))
      // PollingTests change every byte of a small bundle; here some of each, in the program itself.
      for place in stride(from: 7, to: bytes.count, by: bytes.count / 3) {
        var changed = bytes
        changed[place] ^= 1
        try house.write(changed, to: "changed.poll.json")
        let done = try house.audit([house.folder["changed.poll.json"]])
        #expect(done.status == 1, "byte \(place) of \(name): \(done)")
      }
    }
  }

  @Test("played again, every ballot box comes to the same ballots and the same result")
  func replay() throws {
    let house = try House()
    let script = Self.examples.appending(path: "polls.charrette").path
    let done = try house.run(["run", script, "--clock", "2011-10-12T09:30:00Z"])
    #expect(done.status == 0, "\(done.errorText)")
    for name in try Self.bundles {
      let kept = try Data(contentsOf: Self.examples.appending(path: name))
      let played = Data(try house.bytes(of: "\(house.sessions)/\(name)"))
      #expect(try Self.content(of: played) == Self.content(of: kept), "\(name)")
    }
    let report = try String(contentsOf: Self.examples.appending(path: "polls.md"), encoding: .utf8)
    let again = try #require(house.folder.read("Sessions/polls.md"))
    #expect(Self.withoutDigests(again) == Self.withoutDigests(report))
  }

  @Test("polls of before the ways of ballots were told are audited and read as they were")
  func earlier() throws {
    let house = try House()
    let folder = Self.root.appending(path: "Tests/Fixtures/Before")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count { $0.hasSuffix(".poll.json") } == 12)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      try FileManager.default.createDirectory(
        atPath: house.sessions, withIntermediateDirectories: true)
      try house.write(bytes, to: "Sessions/\(name)")
      guard name.hasSuffix(".poll.json") else { continue }
      let done = try house.audit(["\(house.sessions)/\(name)"])
      #expect(done.status == 0 && done.text.contains("everything agrees"), "\(done)")
      #expect(!done.text.contains("entered by the facilitator"))
    }
    let journal = try #require(house.folder.read("Sessions/polls.journal.jsonl"))
    let shown = try house.run(["polls"], input: "/show 5\n")
    #expect(shown.status == 0, "\(shown)")
    #expect(shown.text.contains("6 of 7 voted in secret, 4 from paper, entered by two people."))
    #expect(house.folder.read("Sessions/polls.journal.jsonl") == journal)
  }

  /// The bundle without what is random: the nonces of ballots from paper are the machine's own.
  private static func content(of bundle: Data) throws -> NSDictionary {
    let document = try JSONSerialization.jsonObject(with: bundle) as? [String: Any]
    var members = try #require(document)
    for name in ["commitments", "root", "digest"] { members[name] = nil }
    return members as NSDictionary
  }

  private static func withoutDigests(_ report: String) -> [Substring] {
    report.split(separator: "\n").filter { !$0.contains("digest") && !$0.contains("begins") }
  }
}
