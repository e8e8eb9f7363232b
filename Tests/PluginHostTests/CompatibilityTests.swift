import ExerciseProtocol
import Foundation
import PluginHost
import TestSupport
import Testing
import Workshop

/// Hosts and plugins of different ages, in both orders: the guide's plugin in C and the runner,
/// each compiled against another header. What is said stands in the guide's page word for word.
@Suite(.enabled(if: Tool.cCompiler.isUsable, "\(Tool.cCompiler.fault): ages are untested"))
struct CompatibilityTests {
  /// A plugin or a runner of another age: what stands otherwise in the header or in its source.
  struct Age: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var header: [(String, String)] = []
    var source: [(String, String)] = []
    /// The message, or nil where the two get along.
    var message: String?
  }

  private static let minor = ("CHARRETTE_ABI_MINOR 0", "CHARRETTE_ABI_MINOR 7")
  private static let major = ("CHARRETTE_ABI_MAJOR 1", "CHARRETTE_ABI_MAJOR 2")
  private static let grownPlugin = (
    "} charrette_plugin;", "  const void *something_new;\n} charrette_plugin;"
  )
  private static let grownHost = (
    "} charrette_host;", "  const void *something_new;\n} charrette_host;"
  )
  private static let trusting = (
    "host->abi_major == CHARRETTE_ABI_MAJOR ? &plugin : NULL", "host != NULL ? &plugin : NULL"
  )

  static let newPlugins = [
    Age(
      testDescription: "a later minor version, with more at the end", header: [minor, grownPlugin]),
    Age(
      testDescription: "a later major version", header: [major],
      message: "The plugin “energy” could not be loaded: it refused this host, which has version "
        + "1.0; its log may say why."),
    Age(
      testDescription: "a later major version that leaves it to the host", header: [major],
      source: [trusting],
      message: "The plugin “energy” does not fit this Charrette: here 1.0, there 2.0."),
    Age(
      testDescription: "later messages alone",
      source: [(#"\"welcome\",\"version\":1"#, #"\"welcome\",\"version\":2"#)],
      message: "The plugin “energy” does not fit this Charrette: here messages 1, there messages 2."
    ),
    Age(
      testDescription: "a structure that is too small",
      source: [(".size = sizeof plugin", ".size = 24")],
      message: "The plugin “energy” does not fit this Charrette: here 1.0 with 48 bytes, there 1.0 "
        + "with 24 bytes."),
  ]

  static let newHosts = [
    Age(testDescription: "a later minor version, with more to offer", header: [minor, grownHost]),
    Age(
      testDescription: "a later major version", header: [major],
      message: "The plugin “energy” could not be loaded: it refused this host, which has version "
        + "2.0; its log may say why."),
  ]

  @Test(arguments: newPlugins) func `an old host with a new plugin`(age: Age) throws {
    let bench = try Workbench()
    let library = try bench.guidePlugin(of: age)
    try bench.expect(age.message, from: library, runner: bench.runner)
  }

  @Test(arguments: newHosts) func `a new host with an old plugin`(age: Age) throws {
    let bench = try Workbench()
    let library = try bench.guidePlugin(of: Age(testDescription: "of today"))
    try bench.expect(age.message, from: library, runner: try bench.runner(of: age))
  }

  /// The Swift plugin brings its own build of the kit; a runner compiled apart loads it.
  @Test func `a Swift plugin in a runner that was built by itself`() throws {
    let bench = try Workbench()
    let runner = try bench.runner(of: Age(testDescription: "of today"))
    let library = try #require(BuildProducts.library("guide-plugin"))
    var settings = bench.settings()
    settings.program = runner
    let supervisor = Supervisor(library: library, plugin: "fist-of-five", runner: settings)
    #expect(try supervisor.manifest().id == "fist-of-five")
  }

  @Test(arguments: (newPlugins + newHosts).compactMap(\.message))
  func `the guide shows the message`(message: String) throws {
    let page = try Source.text("Sources/charrette/Charrette.docc/Compatibility.md")
    #expect(page.contains(message))
  }
}

/// Files of this package.
private enum Source {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}

extension Workbench {
  fileprivate typealias Age = CompatibilityTests.Age

  /// The header of that age, in a folder of its own.
  private func header(of age: Age) throws -> String {
    let header = try Source.text("Sources/CExercise/include/charrette_exercise.h")
    try file("include/charrette_exercise.h", try edited(header, age.header))
    return "\(folder)/include"
  }

  private func edited(_ text: String, _ edits: [(String, String)]) throws -> String {
    try edits.reduce(text) { text, edit in
      try #require(text.contains(edit.0), "“\(edit.0)” is not there to be changed")
      return text.replacing(edit.0, with: edit.1)
    }
  }

  /// `energy.c` as somebody would have compiled it then.
  fileprivate func guidePlugin(of age: Age) throws -> String {
    let source = try edited(try Source.text("Tests/Fixtures/Guide/C/energy.c"), age.source)
    let library = "\(folder)/libenergy.so"
    try Tool.cCompiler.run([
      "-std=c11", "-shared", "-fPIC", "-I", try header(of: age), "-o", library,
      try file("energy.c", source),
    ])
    return library
  }

  /// The runner as it would have been compiled then.
  fileprivate func runner(of age: Age) throws -> String {
    let place = Source.root.appendingPathComponent("Sources/exercise-runner")
    let sources = try FileManager.default.contentsOfDirectory(atPath: place.path)
      .filter { $0.hasSuffix(".c") }.map { place.appendingPathComponent($0).path }
    let program = "\(folder)/runner-of-then"
    try Tool.cCompiler.run(["-std=gnu11", "-I", try header(of: age), "-o", program] + sources)
    return program
  }

  fileprivate func expect(_ message: String?, from library: String, runner: String) throws {
    var settings = settings()
    settings.program = runner
    let supervisor = Supervisor(library: library, plugin: "energy", runner: settings)
    let failed = failure { try supervisor.manifest() }
    #expect(failed?.problem.message == message)
    guard message == nil else { return }
    let brief = ActivityBrief(
      id: .first, exercise: "energy", title: "Energy", focus: nil, settings: [:])
    let view = try supervisor.ask(.view(.room), of: .first) { brief }
    guard case .view = view else {
      Issue.record("no view: \(view)")
      return
    }
  }
}
