import ExerciseTesting
import FistOfFive
import Testing

@Suite struct FistOfFiveTests {
  private func harness() throws -> Harness {
    try Harness(
      plugin, exercise: "fist-of-five", title: "A shared booking desk", people: ["Ruth", "Roger"])
  }

  @Test func `who shows two or fewer is heard`() throws {
    let harness = try harness()
    try harness.run("fingers 4", as: "Ruth")
    let step = try harness.enter("@Roger 2")
    #expect(step.notice == "2 of 5 noted.")
    #expect(try harness.show().contains("Hear Roger"))
  }

  @Test func `a first try, as people would type it`() throws {
    try harness().play("first-try.transcript")
  }

  @Test func `it keeps the rules that hosts rely on`() {
    #expect(Conformance(plugin).findings() == [])
  }
}
