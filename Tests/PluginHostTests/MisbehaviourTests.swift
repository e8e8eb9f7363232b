import ExerciseProtocol
import PluginHost
import Testing
import Workshop

/// Whatever a plugin does: the failure says what, its process is gone, and the next question is
/// answered by a new one that was told everything again.
@Suite struct MisbehaviourTests {
  struct Misdeed: CustomTestStringConvertible, Sendable {
    var action: String
    var kind: PluginFailure.Kind
    var deadline = 60.0

    init(_ action: String, _ kind: PluginFailure.Kind, deadline: Double = 60) {
      self.action = action
      self.kind = kind
      self.deadline = deadline
    }

    var testDescription: String { action }
  }

  static let misdeeds = [
    Misdeed("write-null", .crashed(signal: 11)),
    Misdeed("abort", .crashed(signal: 6)),
    Misdeed("exit", .exited(status: 3)),
    Misdeed("close-socket", .exited(status: 2)),
    Misdeed("give-up", .gaveUp(code: 42)),
    Misdeed("fault", .fault("no such activity")),
    Misdeed("huge", .flooded(limit: Frame.limit)),
    Misdeed("claim-too-much", .flooded(limit: Frame.limit)),
    Misdeed("loop", .hung(seconds: 1), deadline: 1),
    Misdeed("print-for-ever", .hung(seconds: 1), deadline: 1),
    Misdeed("claim-more-than-comes", .hung(seconds: 1), deadline: 1),
    Misdeed("close-socket-and-stay", .garbage("it closed its connection to the host")),
    Misdeed("answer-twice", .garbage("4 bytes came after the answer")),
    Misdeed("garbage", .garbage("no valid JSON: byte 0x1 is out of place at byte 0")),
    Misdeed("nothing", .garbage("no valid JSON: it ends too early at byte 0")),
    Misdeed("nest", .garbage("no valid JSON: nested more than 32 deep at byte 40")),
    Misdeed(
      "repeat-name", .garbage("no valid JSON: the name “reply” twice in one object at byte 19")),
    Misdeed("bad-utf8", .garbage("no valid JSON: invalid UTF-8 at byte 28")),
    Misdeed("wrong-shape", .garbage("reply.changes should be a list, but is an object")),
    Misdeed(
      "wrong-kind", .garbage("expected changes or a refusal, but the reply is “view”")),
  ]

  @Test(arguments: misdeeds) func isContained(_ misdeed: Misdeed) throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor(question: misdeed.deadline)
    let before = try supervisor.answerWell()
    #expect(before.folded == 3)
    supervisor.note(.something, in: .first)

    let failure = failure { try supervisor.act(misdeed.action) }
    #expect(failure?.kind == misdeed.kind)
    #expect(failure?.plugin == "misbehaving")
    #expect(supervisor.processID == nil)
    #expect(isGone(Int32(before.process)))

    let after = try supervisor.answerWell()
    #expect(after.process != before.process)
    #expect(after.opened == 1 && after.folded == 3)
    #expect(supervisor.failures == 0)
  }

  @Test func whatItPrintedComesWithTheFailure() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor(question: 1)
    let crash = failure { try supervisor.act("write-null") }
    #expect(crash?.log == ["about to write where nothing is"])
    let flood = failure { try supervisor.act("print-for-ever") }
    #expect(flood?.log.count == LogTail.lineLimit)
  }

  @Test func muchPrintingDoesNotKeepAnAnswerFromComing() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    #expect(throws: Never.self) { try supervisor.act("print-then-answer") }
    #expect(supervisor.logTail.last == "line 19999")
    #expect(supervisor.logTail.count == LogTail.lineLimit)
  }

  /// Where nothing keeps it from starting a process: with the sandbox off.
  @Test func whatItStartedEndsWithIt() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor(sandbox: .off)
    guard case .changes(let changes, _, _) = try supervisor.act("leave-a-child"),
      case .record(.integer(let child))? = changes.first
    else {
      Issue.record("no child")
      return
    }
    #expect(!isGone(Int32(child)))
    // The child holds the socket open, so that its end alone does not tell.
    #expect(failure { try supervisor.act("abort") }?.kind == .crashed(signal: 6))
    // Its new parent reaps it when it likes; what it may not do is run.
    #expect(hasEnded(Int32(child)))
  }
}
