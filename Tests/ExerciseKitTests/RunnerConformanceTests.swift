import ExerciseKit
import ExerciseTesting
import PluginHost
import TestSupport
import Testing

/// The same suite on the libraries as they are built, each in its own process behind the sandbox.
@Suite struct RunnerConformanceTests {
  /// Generous, so that a busy machine does not fail a test.
  private static let deadline = 60.0

  @Test(arguments: [
    "charrette-codesign", "charrette-comments", "charrette-design-thinking", "charrette-voting",
  ])
  func `a library of ours keeps every rule in its own process`(library: String) throws {
    let program = try #require(BuildProducts.program("exercise-runner"))
    let path = try #require(BuildProducts.library(library))
    let conformance = Conformance(seed: 2011) {
      let process = try RunnerProcess(runner: program, library: path, plugin: library)
      // The first frame tells that the library is loaded.
      _ = try process.receive(deadline: Self.deadline)
      return { request in try process.call(request, deadline: Self.deadline) }
    }
    #expect(conformance.findings() == [])
  }
}
