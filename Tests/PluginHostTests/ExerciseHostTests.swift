import ExerciseProtocol
import Foundation
import PluginHost
import Testing
import Workshop

@Suite struct ExerciseHostTests {
  @Test func whatIsInstalledIsKnownWithNothingRunning() throws {
    let bench = try Workbench()
    try bench.plugin("b")
    try bench.plugin("a")
    let host = bench.host()
    #expect(host.exercises.map(\.plugin) == ["a", "b"])
    #expect(host.exercises.map(\.description.id) == ["a", "b"])
    #expect(host.status.map(\.isRunning) == [false, false])
    #expect(host.status.map(\.version) == ["1.0.0", "1.0.0"])
    #expect(host.status.allSatisfy { $0.sha256.count == 64 })
    #expect(host.passedOver == [])
  }

  @Test func nothingIsReadBeforeItIsNeeded() throws {
    let bench = try Workbench()
    let host = bench.host()
    host.note(.something, in: .first)
    host.forget(.first)
    host.end()
    #expect(!FileManager.default.fileExists(atPath: "\(bench.folder)/cache"))
    try bench.plugin("late")
    #expect(host.exercises.count == 1)
  }

  @Test func aQuestionGoesToThePluginThatProvidesTheExercise() throws {
    let bench = try Workbench()
    try bench.plugin("a")
    try bench.plugin("b")
    let host = bench.host()
    let first = try host.answerWell(of: "a1", exercise: "b")
    host.note(.something, in: "a1")
    host.note(.something, in: "a2")
    #expect(try host.answerWell(of: "a1", exercise: "b").folded == first.folded + 1)
    #expect(host.status.map(\.isRunning) == [false, true])
    host.forget("a1")
    #expect(try host.answerWell(of: "a1", exercise: "b").opened == 2)
    host.end()
    #expect(isGone(Int32(first.process)))
  }

  @Test func anExerciseThatNobodyProvidesIsNamed() throws {
    let bench = try Workbench()
    let failure = failure { try bench.host().answerWell(of: "a1", exercise: "hand-raising") }
    #expect(failure?.kind == .unknownExercise("hand-raising"))
  }

  @Test func theFirstOfTwoWithTheSameExerciseWins() throws {
    let bench = try Workbench()
    let first = try bench.plugin("twin-a")
    let second = try bench.plugin("twin-b")
    let host = bench.host()
    #expect(host.exercises.map(\.plugin) == ["twin-a"])
    #expect(
      host.passedOver == [
        PassedOver(path: second, reason: .sameExercise(id: "twin", first: first))
      ])
  }

  @Test func theFirstOfTwoWithTheSameIDWins() throws {
    let bench = try Workbench()
    let first = try bench.plugin("same-a")
    let second = try bench.plugin("same-b")
    let host = bench.host()
    #expect(host.exercises.map(\.description.id) == ["same-a"])
    #expect(
      host.passedOver == [PassedOver(path: second, reason: .samePlugin(id: "same", first: first))]
    )
  }

  @Test func aPluginThatCannotTellWhatItIsIsNotUsed() throws {
    let bench = try Workbench()
    try bench.plugin("bad-id")
    try bench.plugin("exit-at-once")
    let host = bench.host()
    #expect(host.exercises == [])
    #expect(
      host.status.map(\.unknown?.kind) == [
        .garbage("its id “Bad Id” is not of a–z, 0–9, “.” and “-” alone"), .exited(status: 7),
      ])
    #expect(host.passedOver.count == 2)
  }

  @Test func aDisabledPluginIsEnabledByItsID() throws {
    let bench = try Workbench()
    try bench.plugin("a")
    let host = bench.host()
    for _ in 1...3 { _ = failure { try host.act("abort", of: "a1", exercise: "a") } }
    #expect(host.status.first?.isDisabled == true)
    #expect(failure { try host.answerWell(of: "a1", exercise: "a") }?.plugin == "a")
    #expect(!host.tryAgain("nobody"))
    #expect(host.tryAgain("a"))
    #expect(try host.answerWell(of: "a1", exercise: "a").opened == 1)
  }

  @Test func aRestartIsANewProcess() throws {
    let bench = try Workbench()
    try bench.plugin("a")
    let host = bench.host()
    let before = try host.answerWell(of: "a1", exercise: "a")
    #expect(host.restart("a"))
    #expect(isGone(Int32(before.process)))
    #expect(try host.answerWell(of: "a1", exercise: "a").folded == 3)
  }
}

extension ExerciseHost {
  func act(_ action: String, of activity: ActivityID, exercise: String) throws(PluginFailure)
    -> Reply
  {
    try ask(.act(action), of: activity, exercise: exercise) { .brief() }
  }

  func answerWell(of activity: ActivityID, exercise: String) throws -> Account {
    try Account(act("answer", of: activity, exercise: exercise))
  }
}
