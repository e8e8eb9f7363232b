import Glibc
import TerminalTesting
import TestSupport
import Testing

/// What becomes of sessions while their plugins come and go.
@Suite struct PluginSessionTests {
  @Test func `removed, a session opens and says what is missing; back, it goes on`() throws {
    let house = try PluginHouse()
    let folder = try house.plugin("energy")
    #expect(try house.plugin(["install", folder, "--yes"]).status == 0)
    let lines = "/new Day\n/agenda add energy\n/start\n/answer\n"
    #expect(try house.run(input: lines).status == 0)
    let journal = house.house.journal()
    #expect(try house.plugin(["remove", "energy"]).status == 0)
    let missing = try house.run(["Day"], input: "/outcome insight Still here\n/show\n")
    #expect(missing.text.contains("✓ Insight: Still here"), "\(missing)")
    #expect(missing.text.contains("No installed plugin provides the exercise “energy”."))
    #expect(house.house.journal().hasPrefix(journal))
    #expect(try house.plugin(["install", folder, "--yes"]).status == 0)
    let back = try house.run(["Day"], input: "/show\n/answer\n")
    #expect(back.status == 0 && back.text.contains("all well"), "\(back)")
  }

  @Test func `switched off, it says so and how to have it back`() throws {
    let house = try PluginHouse()
    #expect(try house.plugin(["install", try house.plugin("energy"), "--yes"]).status == 0)
    #expect(try house.run(input: "/new Day\n/agenda add energy\n/start\n").status == 0)
    #expect(try house.plugin(["disable", "energy"]).text == "✓ “energy” is off now.\n")
    #expect(try house.plugin(["disable", "energy"]).text == "“energy” was off already.\n")
    let listed = try house.run(["Day", "--json"], input: "/plugins\n")
    #expect(listed.text.contains("The plugin “energy” is switched off."), "\(listed)")
    let off = try house.run(["Day"], input: "/show\n")
    #expect(off.text.contains("charrette plugin enable energy"), "\(off)")
    // While a console is open, too.
    let console = try house.house.start(["Day", "--json"])
    try console.feed("/plugins\n", until: "switched off")
    #expect(try house.plugin(["enable", "energy"]).status == 0)
    try console.feed("/plugins enable energy\n/show\n", until: "all well")
    #expect(try console.finish().status == 0)
  }

  /// The new version can't read the state that the old one left in the snapshot.
  @Test func `updated, a state of another version is folded again`() throws {
    let house = try PluginHouse()
    let id = "stale-state"
    #expect(try house.plugin(["install", try house.plugin(id), "--yes"]).status == 0)
    let lines = "/new Day\n/agenda add \(id)\n/start\n" + String(repeating: "/answer\n", count: 70)
    #expect(try house.run(input: lines).status == 0)
    let newer = try house.plugin(id, version: "2.0.0")
    #expect(try house.plugin(["update", id, newer, "--yes"]).status == 0)
    let done = try house.run(["Day", "--json"], input: "/show\n/answer\n")
    #expect(done.status == 0 && done.errorText.isEmpty, "\(done)")
    #expect(house.house.journal().contains(#""folded":70,"#))
  }

  @Test func `templates, importers and sections of an installed plugin`() throws {
    let house = try PluginHouse()
    let folder = try house.contributingPlugin()
    let installed = try house.plugin(["install", folder, "--yes"])
    for words in [
      "importer lines (Lines): reads the files you name (.lines)",
      "report section mood (Mood through the day): sees the activities of its own exercises",
      "template check-in-day.yaml",
    ] { #expect(installed.words.contains(words), "\(installed)") }
    try house.house.write(Array("# How was it?\nRuth: Tired\nFine\n".utf8), to: "evening.lines")
    let done = try house.run(
      input: """
        /new Day template=check-in-day
        /start
        @Ruth Wide awake
        /next
        /import \(house.house.folder["evening.lines"])
        /report \(house.house.folder["report.md"])

        """)
    #expect(done.status == 0 && done.text.contains("✓ 2 cards: c2 to c3"), "\(done)")
    let report = try #require(house.house.folder.read("report.md"))
    #expect(report.contains("## Mood through the day"))
    #expect(report.contains("Morning: 1 said how they are"))
    #expect(report.contains("Evening: 2 said how they are"))
  }
}

extension PluginHouse {
  /// The plugin of the page about contributions, with its template.
  fileprivate func contributingPlugin() throws -> String {
    let library = try #require(BuildProducts.library("contributing-plugin"))
    for name in ["new/check-in", "new/check-in/Templates"] {
      mkdir(house.folder[name], 0o755)
    }
    try house.write(try house.bytes(of: library), to: "new/check-in/libcheck-in.so")
    let template = GuidePages.path(
      "Tests/Fixtures/ContributingPlugin/Templates/check-in-day.yaml")
    let name = "new/check-in/Templates/check-in-day.yaml"
    try house.write(try house.bytes(of: template), to: name)
    for file in ["new/check-in/libcheck-in.so", name] { chmod(house.folder[file], 0o644) }
    return house.folder["new/check-in"]
  }
}
