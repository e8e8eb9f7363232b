import ExerciseProtocol
import TerminalTesting
import TestSupport
import Testing

/// `charrette plugin check`, as the real program. What the rules find is tested beside them.
@Suite struct PluginCheckCommandTests {
  /// A library of ours that the build made, without its papers: given alone, it passes.
  private static func library() throws -> String {
    try #require(BuildProducts.library("guide-plugin"))
  }

  @Test func `a plugin that passes`() throws {
    let done = try House().plugin(["check", Self.library(), "--fuzz", "20"])
    #expect(done.status == 0 && done.errorText == "", "\(done)")
    #expect(done.text.hasPrefix("Checking fist-of-five 1.0.0, "))
    #expect(done.text.contains("\n✓ CP002 passed: It exports its entry, and nothing else\n"))
    #expect(done.text.contains("\n! CP012 warned: "))
  }

  @Test func `one that does not, for a program`() throws {
    let house = try House()
    try house.folder.write("not a library", to: "libnothing.so")
    let done = try house.plugin(["check", house.folder["libnothing.so"], "--format", "json"])
    #expect(done.status == 1 && done.errorText == "", "\(done)")
    let report = try JSONValue(parsing: done.output)
    #expect(report["passes"] == false)
    guard case .array(let rules)? = report["rules"] else {
      Issue.record("no rules")
      return
    }
    #expect(rules.count == 12 && rules[0]["outcome"] == "failed")
    #expect(rules[4]["outcome"] == "not-judged")
  }

  @Test func `a rule is explained`() throws {
    let done = try House().plugin(["check", "--explain", "cp006"])
    #expect(done.status == 0)
    #expect(done.text.hasPrefix("CP006: What it says of itself matches the schema"))
    for line in done.text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test(arguments: [
    [], ["a", "--explain", "CP001"], ["--explain", "CP099"], ["a", "--fuzz", "0"],
    ["a", "--format", "xml"], ["a", "b"],
  ])
  func `what is asked wrongly`(arguments: [String]) throws {
    let done = try House().plugin(["check"] + arguments)
    #expect(done.status == 2 && done.text == "", "\(done)")
    #expect(done.errorText.hasPrefix("Error: "))
  }

  @Test func `what is not there`() throws {
    let house = try House()
    let missing = try house.plugin(["check", "nowhere"])
    #expect(missing.status == 1)
    #expect(
      missing.errorText == """
        Error: “nowhere” can't be read: No such file or directory.
        Hint: Check the name.

        """)
    let empty = try house.plugin(["check", house.folder.path])
    #expect(empty.status == 1)
    #expect(empty.errorText.contains("There is no plugin in "))
    #expect(empty.errorText.contains("Hint: Build it first"))
    let many = try house.plugin(["check", try #require(BuildProducts.folder)])
    #expect(many.status == 1 && many.errorText.contains("Name one of them: "))
  }
}

extension House {
  /// It needs no session, so that it takes no folder of sessions either.
  func plugin(_ arguments: [String]) throws -> Finished {
    try Child(program, ["plugin"] + arguments, environment: environment).finish()
  }
}
