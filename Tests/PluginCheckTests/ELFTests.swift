import ExerciseProtocol
import Foundation
import PluginCheck
import TerminalTesting
import TestSupport
import Testing

/// The reader of libraries, on real ones and on such as nobody ever linked.
@Suite struct ELFTests {
  private static func runner() throws -> [UInt8] {
    try Place.read(try #require(BuildProducts.program("exercise-runner")))
  }

  @Test func `a library that Swift built`() throws {
    let file = try ELFFile(Place.read(try #require(BuildProducts.library("guide-plugin"))))
    #expect(file.type == 3)
    #expect(file.machine == ELFFile.Machine.here?.rawValue)
    #expect(!file.hasInterpreter)
    #expect(file.needed.contains("libswiftCore.so"))
    #expect(file.exports == ["charrette_plugin_entry"])
    #expect(file.runPaths.flatMap(\.folders).contains("$ORIGIN"))
  }

  @Test func `a program is told from a library`() throws {
    #expect(try ELFFile(Self.runner()).hasInterpreter)
  }

  @Test func `what is no library`() {
    #expect(throws: ELFError.notELF) { try ELFFile([]) }
    #expect(throws: ELFError.notELF) { try ELFFile(Array("#!/bin/sh\n".utf8)) }
    let magic: [UInt8] = [0x7F, 0x45, 0x4C, 0x46]
    #expect(throws: ELFError.otherKind) { try ELFFile(magic + [1, 1]) }
    #expect(throws: ELFError.self) { try ELFFile(magic) }
  }

  @Test func `cut off at any byte it is refused, or read, and never crashes`() throws {
    let whole = try Self.runner()
    // Each byte where the tables are, at both ends; some between, where code and data lie.
    let ends = 4096
    let lengths = Array(0..<ends) + Array(stride(from: ends, to: whole.count - ends, by: 97))
    for length in lengths + Array((whole.count - ends)..<whole.count) {
      _ = try? ELFFile(Array(whole[..<length]))
    }
    #expect(throws: ELFError.self) { try ELFFile(Array(whole[..<1000])) }
  }

  @Test func `with bytes changed it never crashes`() throws {
    let whole = try Self.runner()
    let file = try ELFFile(whole)
    #expect(!file.needed.isEmpty)
    var random = Chance(seed: 2011)
    for _ in 0..<1500 {
      var changed = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        // Mostly where the tables are, which are small and near the beginning.
        let limit = Int.random(in: 0..<4, using: &random) == 0 ? changed.count : 2048
        let value: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)]
        changed[Int.random(in: 0..<limit, using: &random)] =
          value.randomElement(using: &random) ?? 0
      }
      guard let read = try? ELFFile(changed) else { continue }
      for path in read.runPaths { _ = read.keeping([], in: path, of: changed) }
    }
  }
}

/// Run paths, and what is left of them.
@Suite(.enabled(if: Compiler.isThere, Compiler.isMissing))
struct RunPathTests {
  @Test(
    arguments: [
      ("/srv/ci/.build/debug", []), ("/srv/ci/.build/debug:$ORIGIN", ["$ORIGIN"]),
      ("$ORIGIN:/srv/ci/.build/debug", ["$ORIGIN"]),
      ("$ORIGIN/deps::/usr/lib:/srv/x", ["$ORIGIN/deps", "/usr/lib"]),
    ] as [(String, [String])],
    ["--enable-new-dtags", "--disable-new-dtags"])
  func `only the builder's folders go`(path: (String, [String]), tags: String) throws {
    let bench = try Bench()
    try bench.addPapers()
    try bench.compile("SOUND", ["-Wl,\(tags)", "-Wl,-rpath,\(path.0)"])
    let report = try bench.report()
    #expect(report.failed == ["CP003"], "\(report.told)")
    let mended = try bench.subject().mend(report)
    #expect(
      mended.count == 1 && mended[0].hasPrefix("libexample.so: it looks for libraries no more"))
    let file = try ELFFile(Place.read(bench.library))
    #expect(file.runPaths.flatMap(\.folders) == path.1)
    let again = try bench.report()
    #expect(again.passes && again.failed == [], "\(again.told)")
    #expect(try bench.subject().mend(again) == [])
  }

  @Test func `the file keeps its mode, and everything else in it`() throws {
    let bench = try Bench()
    try bench.compile("SOUND", ["-Wl,-rpath,/srv/ci/.build/debug:$ORIGIN"])
    chmod(bench.library, 0o750)
    let before = try Place.read(bench.library)
    _ = try bench.subject().mend(try bench.report())
    let after = try Place.read(bench.library)
    #expect(bench.folder.mode(of: "libexample.so") == 0o750)
    #expect(zip(before, after).count { $0 != $1 } <= 8 && before.count == after.count)
  }

  /// A umask takes something from each of these modes.
  @Test(arguments: [0o666, 0o777] as [UInt32])
  func `a mended file keeps its mode, whatever the umask`(mode: UInt32) throws {
    let folder = try TemporaryFolder()
    try folder.write("before", to: "a", mode: mode)
    try Place.write(Array("after".utf8), to: folder["a"])
    #expect(folder.read("a") == "after")
    #expect(folder.mode(of: "a") == mode)
  }

  @Test func `a README is written where there is none, from the manifest`() throws {
    let bench = try Bench()
    try bench.compile("SOUND")
    let report = try bench.report()
    let mended = try bench.subject().mend(report)
    #expect(mended == ["\(bench.folder["README.md"]): written from the manifest; say more in it"])
    let text = try #require(bench.folder.read("README.md"))
    #expect(text.hasPrefix("# Energy\n\nHow much energy is in the room.\n\n## Energy\n\n"))
    #expect(text.contains("- `/level 4`: Say how much energy you have.\n"))
    #expect(text.hasSuffix("CC0-1.0, by You. Version 1.0.0.\n"))
  }
}
