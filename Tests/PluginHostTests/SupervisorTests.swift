import ExerciseProtocol
import Glibc
import PluginHost
import Testing
import Workshop

@Suite struct SupervisorTests {
  @Test func noProcessBeforeAQuestion() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    #expect(supervisor.processID == nil)
    let account = try supervisor.answerWell()
    #expect(supervisor.processID == Int32(account.process))
  }

  @Test func eachQuestionGetsItsKindOfAnswer() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    func ask(_ question: ExerciseQuestion) throws(PluginFailure) -> Reply {
      try supervisor.ask(question, of: .first) { .brief(events: 4) }
    }
    #expect(try ask(.view(.room)) == .view(View([.text("all well")])))
    #expect(try ask(.give) == .cards(["c1"]))
    #expect(try ask(.state) == .state(SavedState(version: 1, data: 4)))
    #expect(try ask(.act("refuse")) == .refused(Refusal("not today", hint: "tomorrow")))
  }

  @Test func whatHappensIsToldOnceAndBeforeTheNextQuestion() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    // The brief will have it.
    supervisor.note(.something, in: .first)
    #expect(try supervisor.answerWell().folded == 3)
    supervisor.note(.something, in: .first)
    supervisor.note(.something, in: .first)
    #expect(try supervisor.answerWell().folded == 5)
    let last = try supervisor.answerWell()
    #expect(last.folded == 5 && last.opened == 1)
  }

  @Test func whatWasForgottenIsOpenedAgainInTheSameProcess() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    let first = try supervisor.answerWell()
    supervisor.note(.something, in: .first)
    supervisor.forget(.first)
    let second = try supervisor.answerWell()
    #expect(second.process == first.process)
    #expect(second.opened == 2 && second.folded == first.folded + 3)
  }

  @Test func threeFailuresInARowDisable() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    for count in 1...3 {
      #expect(failure { try supervisor.act("abort") }?.kind == .crashed(signal: 6))
      #expect(supervisor.failures == count)
    }
    #expect(supervisor.isDisabled)
    #expect(failure { try supervisor.answerWell() }?.kind == .disabled(failures: 3))
    #expect(supervisor.processID == nil)
    supervisor.enable()
    #expect(try supervisor.answerWell().opened == 1)
  }

  @Test func aGoodAnswerStartsTheCountAfresh() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    for _ in 1...4 {
      _ = failure { try supervisor.act("abort") }
      _ = try supervisor.answerWell()
    }
    #expect(!supervisor.isDisabled)
  }

  @Test func aProcessThatDiedBetweenQuestionsIsSeenAndReaped() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    let process = try Int32(supervisor.answerWell().process)
    kill(process, SIGKILL)
    #expect(hasEnded(process))
    #expect(supervisor.processID == nil)
    #expect(isGone(process))
    #expect(failure { try supervisor.answerWell() }?.kind == .crashed(signal: SIGKILL))
    #expect(try supervisor.answerWell().opened == 1)
  }

  @Test func anOrderlyCloseIsInTheLog() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    let process = try Int32(supervisor.answerWell().process)
    supervisor.close()
    #expect(isGone(process))
    #expect(supervisor.logTail == ["closed in order"])
    #expect(try supervisor.answerWell().opened == 1)
  }
}
