import ExerciseKit
import ExerciseTesting
import Foundation
import TestSupport
import Testing

/// A plugin made from the header alone, in a language that this package knows nothing of.
@Suite(.enabled(if: Tool.rustc.isUsable, "\(Tool.rustc.fault): the plugin in Rust is untested"))
struct RustPluginTests {
  @Test func `it is loaded unchanged and keeps every rule`() throws {
    let library = try Rust.library()
    defer { try? FileManager.default.removeItem(atPath: library) }
    let runner = try #require(BuildProducts.program("exercise-runner"))
    let process = try PluginProcess(library: library, runner: runner)
    let harness = try Harness(exercise: "marbles", asking: process.answer)
    try harness.enter("3")
    try harness.enter("/drop 2")
    #expect(throws: Refusal.self) { try harness.enter("12") }
    #expect(try harness.show() == "Marbles:  5\n")
    let conformance = Conformance(seed: 1) {
      let process = try PluginProcess(library: library, runner: runner)
      return { try process.answer($0) }
    }
    #expect(conformance.findings() == [])
  }
}

private enum Rust {
  static func library() throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let library = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("libmarbles-\(UUID().uuidString).so").path
    try Tool.rustc.run([
      "--edition", "2021", "--crate-type", "cdylib", "-C", "panic=abort", "-D", "warnings", "-o",
      library, folder.appendingPathComponent("Fixtures/Guide/Rust/lib.rs").path,
    ])
    return library
  }
}
