import ExerciseProtocol
import Foundation
import TerminalTesting
import TestSupport
import Testing

/// Installing through the real program, in a home of its own.
@Suite struct PluginInstallTests {
  @Test func `installed without a question, listed, told of, used and removed`() throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    let installed = try house.plugin(["install", folder, "--yes"])
    #expect(installed.status == 0, "\(installed)")
    for words in ["Misbehaving 1.0.0", "exercise energy (Misbehave)", "not signed", "✓ Installed"] {
      #expect(installed.text.contains(words), "\(installed)")
    }
    let list = try house.plugin(["list", "--format", "json"])
    #expect(list.status == 0 && list.text.contains(#""plugin": "energy""#))
    let info = try JSONValue(
      parsing: try house.plugin(["info", "energy", "--format", "json"]).output)
    let hash = try #require(info["sha256"])
    #expect(installed.text.contains(hash.string), "\(installed)")
    #expect(info["source"] == .string(folder))
    let used = try house.run(input: "/new Day\n/agenda add energy\n/start\n/show\n/plugins\n")
    #expect(used.status == 0 && used.text.contains("all well"), "\(used)")
    #expect(try house.plugin(["remove", "energy"]).status == 0)
    #expect(try house.plugin(["list"]).text.contains("No plugin is installed."))
  }

  @Test(
    arguments: [
      (["install"], 2), (["install", "nowhere"], 1), (["info", "none"], 2),
      (["remove", "none"], 2),
      (["enable", "none"], 2), (["update", "none", "x"], 2), (["list", "--format", "xml"], 2),
      (["trust", "0123"], 2), (["sign", "x", "--key", "none"], 1), (["none"], 2),
    ] as [([String], CInt)])
  func `what is asked wrongly, and what went wrong`(arguments: [String], status: CInt) throws {
    let done = try PluginHouse().plugin(arguments)
    #expect(done.status == status, "\(done)")
    #expect(done.errorText.hasPrefix("Error: ") && done.text.isEmpty)
  }

  @Test func `where nobody can be asked, it says how to go on`() throws {
    let house = try PluginHouse()
    let done = try house.plugin(["install", try house.plugin("energy")])
    #expect(done.status == 2)
    #expect(done.errorText.contains("Hint: --yes installs without a question."))
    #expect(try house.plugin(["list"]).text.contains("No plugin is installed."))
  }

  @Test(arguments: ["y", "n"]) func `it asks once`(answer: String) throws {
    let house = try PluginHouse()
    let terminal = try house.pluginTerminal(["install", try house.plugin("energy")])
    try terminal.waitFor("Install it? [y/N]")
    #expect(terminal.screen.words.contains("not signed: nobody vouches for it"))
    try terminal.send("\(answer)\r")
    try terminal.waitFor(answer == "y" ? "✓ Installed: Misbehaving 1.0.0" : "Nothing was installed")
    let list = try house.plugin(["list"]).text
    #expect(list.contains("energy") == (answer == "y"))
  }

  @Test func `killed while it asks: nothing is installed, and nothing stays`() throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    do {
      let terminal = try house.pluginTerminal(["install", folder])
      try terminal.waitFor("Install it? [y/N]")
      // It is killed with its terminal.
    }
    #expect(try house.plugin(["list"]).text.contains("No plugin is installed."))
    #expect(try house.plugin(["install", folder, "--yes"]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: house.shelf)
    #expect(names.sorted() == [".lock", "energy"])
  }

  @Test(arguments: ["crash-at-load", "exit-at-once", "no-manifest", "bad-id", "wrong-major"])
  func `what can't tell what it is can't be installed, and does no harm`(name: String) throws {
    let house = try PluginHouse()
    let done = try house.plugin(["install", try house.plugin(name), "--yes"])
    #expect(done.status == 1 && done.errorText.contains("Hint: Nothing was installed."), "\(done)")
    let names = try FileManager.default.contentsOfDirectory(atPath: house.shelf)
    #expect(names == [".lock"])
  }

  @Test func `updated: what changes is shown, and older is refused`() throws {
    let house = try PluginHouse()
    #expect(try house.plugin(["install", try house.plugin("energy"), "--yes"]).status == 0)
    let newer = try house.plugin("energy", version: "1.2.0")
    #expect(
      try house.plugin(["install", newer, "--yes"]).errorText.contains(
        "Hint: charrette plugin update energy FILE"))
    let updated = try house.plugin(["update", "energy", newer, "--yes"])
    #expect(updated.status == 0 && updated.text.contains("1.0.0 → 1.2.0"), "\(updated)")
    let older = try house.plugin("energy", version: "1.1.0")
    let refused = try house.plugin(["update", "energy", older, "--yes"])
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("1.1.0 is older than the installed 1.2.0 of “energy”."))
    let forced = try house.plugin(["update", "energy", older, "--yes", "--allow-downgrade"])
    #expect(forced.status == 0, "\(forced)")
    let other = try house.plugin(["update", "energy", try house.plugin("other"), "--yes"])
    #expect(other.errorText.contains("This is the plugin “other”, not “energy”."))
  }

  @Test(arguments: [
    ("taken-action", "the action “next” of “taken-action” is named like one of Charrette"),
    ("similar-action", "the action “Next” of “similar-action” is named like one of Charrette"),
    ("empty-action", "the action “” of “empty-action” has no name"),
    ("parted-action", "the action “go on” of “parted-action” has a name that is not of small"),
    ("odd-action", "of “odd-action” has a name that is not of small letters, digits, and hyphens"),
  ])
  func `an action that could be mistaken for a command can't be installed`(
    id: String, words: String
  ) throws {
    let house = try PluginHouse()
    let done = try house.plugin(["install", try house.plugin(id), "--yes"])
    #expect(done.status == 1)
    #expect(done.errorText.contains("It can't be installed: "), "\(done)")
    #expect(done.errorText.contains(words), "\(done)")
    #expect(done.errorText.contains("Hint: Nothing was installed."))
    #expect(try house.plugin(["list"]).text.contains("No plugin is installed."))
  }

  /// It grows once it is where plugins are installed; the message says so, and nothing of it works.
  @Test func `what was not shown is not offered, and is told of`() throws {
    let house = try PluginHouse()
    #expect(try house.plugin(["install", try house.plugin("growing"), "--yes"]).status == 0)
    let done = try house.run(input: "/new Day\n/plugins\n/agenda add growing Talk\n")
    #expect(done.status == 0, "\(done)")
    let words = done.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("brings what was not shown when it was installed"), "\(done)")
    #expect(try house.run(["Day"], input: "/agenda add unshown Talk\n").status == 1)
    #expect(try house.run(["Day"], input: "/start\n/show\n").text.contains("all well"))
  }

  @Test func `two install at once: both end, and one whole plugin is there`() throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    let children = try (0..<4).map { _ in try house.startPlugin(["install", folder, "--yes"]) }
    let done = try children.map { try $0.finish() }
    #expect(done.contains { $0.status == 0 })
    #expect(done.allSatisfy { $0.status == 0 || $0.status == 1 }, "\(done)")
    #expect(try house.plugin(["list"]).status == 0)
  }
}

extension JSONValue {
  fileprivate var string: String { if case .string(let text) = self { text } else { "" } }
}
