import ExerciseKit
import ExerciseTesting
import Testing

/// The guide's example of a state that has grown: compiled, and given what version 1 wrote.
@Suite struct MigrationTests {
  private static let plugin = Plugin(
    id: "hands-up", name: "Hands up", version: "2.0.0", summary: "Hands", author: "You",
    licence: "CC0-1.0", exercises: [HandsUp.self])

  private func harness() throws -> Harness {
    try Harness(Self.plugin, exercise: "hands-up", people: ["Ruth"])
  }

  @Test func `a state of version 1 is read, and goes on as version 2`() throws {
    let harness = try harness()
    try harness.reopen(from: SavedState(version: 1, data: ["hands": 3]))
    try harness.run("up", as: "Ruth")
    #expect(try harness.show() == "4 hands are up.\n")
    let state = try harness.state()
    #expect(state.version == 2)
    #expect(state.data["unnamed"] == 3)
    try harness.reopen(from: state)
    #expect(try harness.show() == "4 hands are up.\n")
  }

  @Test func `what version 1 never wrote is a fault, and every event is folded again`() throws {
    let harness = try harness()
    try harness.run("up", as: "Ruth")
    for version in [1, 3] {
      #expect(throws: HarnessFailure.self) {
        try harness.reopen(from: SavedState(version: version, data: ["fists": 3]))
      }
    }
    try harness.reopen()
    #expect(try harness.show() == "1 hands are up.\n")
  }

  @Test func `it keeps every rule`() { #expect(Conformance(Self.plugin).findings() == []) }
}
