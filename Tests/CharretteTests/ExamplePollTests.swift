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
      let done = try house.run(["audit", Self.examples.appending(path: name).path])
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
        let done = try house.run(["audit", house.folder["changed.poll.json"]])
        #expect(done.status == 1, "byte \(place) of \(name): \(done)")
      }
    }
  }

  @Test("played again, every ballot box comes to the same bytes")
  func replay() throws {
    let house = try House()
    let script = Self.examples.appending(path: "polls.charrette").path
    let done = try house.run(["run", script, "--clock", "2011-10-12T09:30:00Z"])
    #expect(done.status == 0, "\(done.errorText)")
    for name in try Self.bundles {
      let kept = [UInt8](try Data(contentsOf: Self.examples.appending(path: name)))
      #expect(try house.bytes(of: "\(house.sessions)/\(name)") == kept, "\(name)")
    }
    let report = try String(contentsOf: Self.examples.appending(path: "polls.md"), encoding: .utf8)
    #expect(house.folder.read("Sessions/polls.md") == report)
  }
}
