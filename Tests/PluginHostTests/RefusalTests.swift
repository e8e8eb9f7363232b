import ExerciseProtocol
import PluginHost
import Testing
import Workshop

/// Plugins of before, whose kit refused what it could not do: nothing is dropped for it, and their
/// words are told.
@Suite struct RefusalTests {
  /// Nobody can tell whether what came with a refused decision was folded.
  @Test func afterARefusalThatCameWithNewsTheActivityIsOpenedAnew() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    #expect(try supervisor.answerWell().opened == 1)
    supervisor.note(.something, in: .first)
    #expect(try supervisor.act("refuse") == .refused(Refusal("not today", hint: "tomorrow")))
    let account = try supervisor.answerWell()
    #expect(account.opened == 2)
    // Without news there is nothing that could have been dropped.
    _ = try supervisor.act("refuse")
    let after = try supervisor.answerWell()
    #expect(after.opened == 2 && after.process == account.process)
  }

  /// On the code of before all of it is read first, which takes seconds.
  @Test func moreChangesThanAreTakenAreRefusedWhileTheyAreRead() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    let process = try supervisor.answerWell().process
    let reply = try supervisor.act("change-without-end")
    guard case .refused(let refusal) = reply else {
      Issue.record("\(String(describing: reply).prefix(200))")
      return
    }
    #expect(
      refusal.message
        == "That would be more than 30,000 changes, which is the most that is taken at once.")
    #expect(refusal.hint?.contains("do it in several parts") == true)
    #expect(try supervisor.answerWell().process == process && supervisor.failures == 0)
  }

  @Test(arguments: [
    ExerciseQuestion.view(.room), .view(.facilitator), .view(.report), .give, .paper, .state,
  ])
  func aRefusedQuestionIsAFaultWithItsWords(_ question: ExerciseQuestion) throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor("refuses-questions")
    #expect(
      failure { try supervisor.ask(question, of: .first) { .brief() } }?.kind
        == .fault("not today tomorrow"))
    #expect(supervisor.processID == nil)
    #expect(try supervisor.answerWell().opened == 1)
  }

  @Test func aRefusedOpeningIsAFaultWithItsWords() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor("refuses-opening")
    let failed = failure { try supervisor.answerWell() }
    #expect(failed?.kind == .fault("not today tomorrow"))
    #expect(
      failed?.problem.message
        == "The plugin “refuses-opening” could not do that (not today tomorrow).")
  }

  /// Whichever way it says so: folding all events does without the state.
  @Test(arguments: [("stale-state", "not today tomorrow"), ("faulty-state", "no such activity")])
  func aStateThatCantBeReadIsToldAsOne(_ name: String, _ words: String) throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor(name)
    var brief = ActivityBrief.brief()
    brief.state = SavedState(version: 7, data: 1)
    #expect(
      failure { try supervisor.ask(.give, of: .first) { brief } }?.kind == .staleState(words))
    #expect(try supervisor.answerWell().opened == 1)
  }
}
