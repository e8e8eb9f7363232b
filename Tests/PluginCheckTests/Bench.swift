import Foundation
import PluginCheck
import PluginHost
import TerminalTesting
import TestSupport
import Testing

/// A bundle in a folder of its own, and what is found in it.
final class Bench {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    chmod(folder.path, 0o755)
  }

  var library: String { folder["libexample.so"] }

  /// The sound C example of the guide, spoilt in the thing that `mode` names.
  func compile(_ mode: String, _ flags: [String] = []) throws {
    try Compiler.compile(
      "Tests/Fixtures/UnsoundPlugin/unsound.c", ["-D\(mode)"] + flags, to: library)
  }

  func addPapers() throws {
    try folder.write("# Example\n", to: "README.md")
    try folder.write("CC0-1.0\n", to: "LICENSE")
  }

  /// Generous, so that a busy machine does not fail a test.
  func subject(fuzz: Int = 60, question: Double = 60) throws -> Subject {
    var runner = RunnerSettings(
      program: try #require(BuildProducts.program("exercise-runner")), host: "tests")
    runner.deadlines.load = 60
    runner.deadlines.open = 60
    runner.deadlines.question = question
    runner.deadlines.close = 60
    let place = try Place(folder.path)
    return Subject(
      place, bytes: try Place.read(place.library),
      options: Subject.Options(runner: runner, fuzz: fuzz))
  }

  func report(fuzz: Int = 60) throws -> CheckReport {
    CheckReport(on: try subject(fuzz: fuzz), called: "example")
  }

  /// One rule alone.
  func verdict(of id: String, fuzz: Int = 60, question: Double = 60) throws -> Verdict {
    let rule = try #require(CheckRule.called(id))
    let report = CheckReport(
      on: try subject(fuzz: fuzz, question: question), called: "example", rules: [rule])
    return report.results[0].verdict
  }
}

extension CheckReport {
  /// The ids of the rules that are broken.
  var failed: [String] { results.filter(\.verdict.hasError).map(\.id) }

  /// Everything that was found, for a test that expects nothing.
  var told: String { text(columns: 100, usesUnicode: true) }
}
