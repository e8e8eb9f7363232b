import PluginCheck
import TerminalTesting
import TestSupport
import Testing

/// That each rule finds what it is for, and no other rule does.
@Suite(.enabled(if: Compiler.isThere, Compiler.isMissing))
struct RuleTests {
  /// A way to spoil a sound plugin, the one rule that it breaks, and a part of what is said.
  struct Spoilt: CustomTestStringConvertible, Sendable {
    var mode: String
    var id: String
    var saying: String
    var flags: [String] = []
    var testDescription: String { "\(id): \(mode)" }

    init(_ mode: String, _ id: String, _ saying: String, flags: [String] = []) {
      (self.mode, self.id, self.saying, self.flags) = (mode, id, saying, flags)
    }
  }

  static let all = [
    Spoilt(
      "SOUND", "CP001", "it needs libreadline.so",
      flags: ["-Wl,--no-as-needed", "-lreadline"]),
    Spoilt("BREAKS_CP002", "CP002", "it also exports helper_that_nobody_hid"),
    Spoilt(
      "SOUND", "CP003", "a folder of the machine that built it",
      flags: ["-Wl,-rpath,/srv/ci/example/.build/debug"]),
    Spoilt("SOUND", "CP003", "of the current folder", flags: ["-Wl,-rpath,lib"]),
    Spoilt("BREAKS_CP004", "CP004", "it printed before anything was asked"),
    Spoilt("CRASHES_AT_LOAD", "CP004", "stopped unexpectedly"),
    Spoilt("CRASHES_AT_END", "CP004", "it crashed at its end"),
    Spoilt("BREAKS_CP005", "CP005", "it does not refuse a newer major version"),
    Spoilt("LOOKS_BEHIND", "CP005", "it looks behind the end of a smaller"),
    Spoilt("BREAKS_SIZES", "CP005", "with a host that takes back what it lent"),
    Spoilt("BREAKS_CP006", "CP006", #""discreet" is none of "open""#),
    Spoilt("BREAKS_CP007", "CP007", "“level” has no summary"),
    Spoilt("BREAKS_DEFAULTS", "CP007", "“level” has the default 9"),
    Spoilt("BREAKS_CP008", "CP008", "plenty"),
    Spoilt("BREAKS_CP009", "CP009", "asked twice, it gives two answers"),
    Spoilt("BREAKS_CP010", "CP010", "“open” was answered with “done”"),
    Spoilt("BREAKS_CP011", "CP011", "got no reply: it stopped unexpectedly"),
    Spoilt("BREAKS_CP012", "CP012", "“as you like” is no SPDX expression"),
    Spoilt("ASKS_HOST", "CP012", "“org.example.clock”, which it does not declare"),
  ]

  @Test(arguments: all)
  func `a breach is found by its rule alone`(spoilt: Spoilt) throws {
    let bench = try Bench()
    try bench.compile(spoilt.mode, spoilt.flags)
    try bench.addPapers()
    let report = try bench.report()
    #expect(report.failed == [spoilt.id], "\(report.told)")
    #expect(!report.passes)
    let found = report.results.flatMap(\.verdict.breaches).map(\.what)
    #expect(found.contains { $0.contains(spoilt.saying) }, "\(report.told)")
  }

  /// The suite of an author's tests has no host, and so can't know.
  @Test func `an action named like a command is found`() throws {
    let bench = try Bench()
    try bench.compile("SHADOWS")
    let breaches = try bench.verdict(of: "CP007").breaches
    #expect(
      breaches.map(\.what) == ["it is named like one of Charrette's own"], "\(breaches)")
    #expect(breaches.map(\.subject) == ["energy next"])
  }

  @Test func `every rule has its breach`() {
    #expect(Set(Self.all.map(\.id)) == Set(CheckRule.all.map(\.id)))
  }

  @Test(arguments: ["SOUND", "DECLARES"])
  func `a sound plugin keeps every rule`(mode: String) throws {
    let bench = try Bench()
    try bench.compile(mode)
    try bench.addPapers()
    let report = try bench.report()
    #expect(report.results.allSatisfy { $0.outcome == "passed" }, "\(report.told)")
    #expect(report.passes)
  }

  /// gold is what clang of the toolchain links with, and so who has no other compiler.
  @Test(.enabled(if: Tool.gold.isUsable, "\(Tool.gold.fault): its marks are untested"))
  func `what a linker marks by itself is no export`() throws {
    let bench = try Bench()
    try bench.compile("SOUND", ["-fuse-ld=gold"])
    let verdict = try bench.verdict(of: "CP002")
    #expect(verdict.breaches == [], "\(verdict)")
    try bench.compile("BREAKS_CP002", ["-fuse-ld=gold"])
    let found = try bench.verdict(of: "CP002").breaches.map(\.what)
    #expect(found == ["it also exports helper_that_nobody_hid"])
  }

  @Test func `one that never answers is not waited for longer than a host would`() throws {
    let bench = try Bench()
    try bench.compile("HANGS")
    let verdict = try bench.verdict(of: "CP011", question: 1)
    #expect(verdict.breaches.contains { $0.what.contains("did not answer within 1 s") })
  }

  /// Hosts get along with it, as with every plugin of before.
  @Test func `one that refuses what is no person's to mend is warned`() throws {
    let bench = try Bench()
    try bench.compile("REFUSES_STATES")
    let verdict = try bench.verdict(of: "CP010")
    #expect(verdict.breaches.map(\.severity) == [.warning])
    #expect(verdict.breaches.first?.what.contains("was refused: “not this version”") == true)
  }

  @Test func `one that grows is found`() throws {
    let bench = try Bench()
    try bench.compile("LEAKS")
    let verdict = try bench.verdict(of: "CP011", fuzz: 200)
    #expect(verdict.breaches.count == 1)
    #expect(verdict.breaches.first?.what.hasPrefix("it grew by ") == true)
  }

  @Test func `what is only odd is a warning, and what can't be seen a note`() throws {
    let bench = try Bench()
    try bench.addPapers()
    try bench.compile("MISSPELLS")
    var report = try bench.report()
    #expect(report.passes, "\(report.told)")
    #expect(report.results[5].verdict.breaches.map(\.subject) == ["manifest.athor"])
    #expect(report.results[5].outcome == "warned")
    try bench.compile("DECLINES_EXAMPLE")
    report = try bench.report()
    #expect(report.results[7].outcome == "passed", "\(report.told)")
    #expect(report.results[7].verdict.breaches.map(\.severity) == [.note])
    #expect(report.told.contains("Note: energy: understood, and declined in each moment"))
  }

  /// What has not been seen is not called kept.
  @Test func `what could not be judged says so, and does not pass`() throws {
    let bench = try Bench()
    try bench.addPapers()
    try bench.compile("CRASHES_AT_LOAD")
    let report = try bench.report()
    #expect(report.results.count { $0.outcome == "not-judged" } == 8, "\(report.told)")
    #expect(report.results[0].outcome == "passed")
    #expect(report.told.contains("Because it could not be loaded: see CP004."))
  }

  @Test func `papers are looked for where there is a bundle`() throws {
    let bench = try Bench()
    try bench.compile("SOUND")
    #expect(try bench.report().failed == ["CP012"])
    let place = try Place(bench.library)
    let alone = CheckReport(
      on: Subject(
        place, bytes: try Place.read(bench.library), options: try bench.subject().options),
      called: "x", rules: CheckRule.all.suffix(1))
    #expect(alone.passes && alone.results[0].outcome == "warned")
  }
}
