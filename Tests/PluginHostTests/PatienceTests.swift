import ExerciseProtocol
import PluginHost
import Testing
import Workshop

/// How long a plugin is waited for: in one line five seconds, whatever it is asked.
@Suite struct PatienceTests {
  private let bench: Workbench
  private let clock = VirtualClock()
  private let turn = Turn()

  init() throws { bench = try Workbench() }

  /// With the deadlines of the product.
  private func supervisor(_ name: String = "misbehaving") throws -> Supervisor {
    var settings = RunnerSettings(program: bench.runner, host: "tests")
    settings.clock = clock
    return Supervisor(
      library: try bench.plugin(name), plugin: name, runner: settings, turn: turn)
  }

  /// Each would have been in time: loading, agreeing on a version, opening, deciding.
  @Test func startingAndOpeningComeOutOfTheSameBudget() throws {
    let supervisor = try supervisor()
    clock.latency = 4.85
    let slow = failure { try supervisor.answerWell() }
    #expect(slow?.kind == .overran(seconds: 5))
    #expect(clock.seconds == 5)
    #expect(supervisor.failures == 1 && supervisor.processID == nil)
    clock.latency = 0.9
    // The next line begins afresh.
    #expect(try turn.carriedOut { try supervisor.answerWell().opened } == 1)
    #expect(supervisor.failures == 0)
  }

  /// As a report asks for the view of each activity.
  @Test func manyAnswersComeOutOfTheSameBudget() throws {
    let supervisor = try supervisor()
    _ = try supervisor.answerWell()
    clock.latency = 1.85
    var answered = 0
    turn.carriedOut {
      for _ in 1...13 {
        if failure({ try supervisor.act("answer") }) == nil { answered += 1 }
      }
    }
    #expect(answered == 2)
    #expect(clock.seconds == 5)
    // Once, though eleven were not answered.
    #expect(supervisor.failures == 1)
    #expect(try supervisor.answerInTime(clock).opened == 1)
  }

  @Test func aLineOfItsOwnHasABudgetOfItsOwn() throws {
    let supervisor = try supervisor()
    _ = try supervisor.answerWell()
    clock.latency = 1.85
    for _ in 1...5 { _ = try supervisor.answerWell() }
    #expect(supervisor.failures == 0)
  }

  /// Otherwise one slow plugin would cost the others their time.
  @Test func eachPluginHasItsOwn() throws {
    let (first, second) = (try supervisor("first"), try supervisor("second"))
    clock.latency = 1.2
    let opened = try turn.carriedOut {
      [try first.answerWell().opened, try second.answerWell().opened]
    }
    #expect(opened == [1, 1])
  }

  /// What it has to be told is partly its own doing.
  @Test func whatIsLargeGivesNoMoreThanFiveSeconds() throws {
    let supervisor = try supervisor()
    _ = try supervisor.manifest()
    clock.latency = .infinity
    let text = String(repeating: "x", count: 20 << 20)
    let start = clock.seconds
    let slow = failure {
      try supervisor.ask(.act("answer"), of: .first) {
        ActivityBrief(
          id: .first, exercise: "misbehaving", title: text, focus: nil, settings: [:])
      }
    }
    #expect(slow?.kind == .hung(seconds: 10))
    #expect(clock.seconds - start == 10)
  }

  @Test func oneQuestionHasTwoSeconds() throws {
    let supervisor = try supervisor()
    _ = try supervisor.answerWell()
    clock.latency = .infinity
    #expect(failure { try supervisor.act("answer") }?.kind == .hung(seconds: 2))
    #expect(clock.seconds == 2)
  }

  // MARK: Whoever waits

  @Test func whoWaitsIsToldAfterAMomentAndOnce() throws {
    let supervisor = try supervisor()
    let onlooker = Onlooker()
    turn.attendant = onlooker
    _ = try supervisor.answerWell()
    clock.latency = 0.29
    _ = try supervisor.answerWell()
    #expect(onlooker.toldOf == [])
    clock.latency = 0.91
    _ = try supervisor.answerWell()
    #expect(onlooker.toldOf == ["misbehaving"])
    clock.latency = 1.5
    try turn.carriedOut { for _ in 1...3 { _ = try supervisor.answerWell() } }
    #expect(onlooker.toldOf == ["misbehaving", "misbehaving"])
  }

  /// Short answers in a row are a long silence too.
  @Test func manyShortWaitsAreALongOne() throws {
    let supervisor = try supervisor()
    let onlooker = Onlooker()
    turn.attendant = onlooker
    _ = try supervisor.answerWell()
    clock.latency = 0.2
    try turn.carriedOut {
      _ = try supervisor.answerWell()
      #expect(onlooker.toldOf.isEmpty)
      _ = try supervisor.answerWell()
      #expect(onlooker.toldOf.count == 1)
    }
  }

  @Test func whoHasHadEnoughIsHeardAtOnceAndForTheWholeLine() throws {
    let (supervisor, other) = (try supervisor(), try supervisor("other"))
    let onlooker = Onlooker()
    turn.attendant = onlooker
    let process = try supervisor.answerWell().process
    clock.latency = .infinity
    turn.carriedOut {
      onlooker.pressKey()
      #expect(failure { try supervisor.act("loop") }?.kind == .givenUp)
      #expect(turn.isGivenUp)
      // Whatever the line still wants to know, of whomever.
      #expect(failure { try supervisor.act("answer") }?.kind == .givenUp)
      #expect(failure { try other.act("answer") }?.kind == .givenUp)
    }
    #expect(clock.seconds == 0)
    #expect(isGone(Int32(process)) && other.processID == nil)
    // Impatience is no fault of the plugin's.
    #expect(supervisor.failures == 0)
    #expect(try supervisor.answerInTime(clock).opened == 1)
    #expect(!turn.isGivenUp)
  }

  /// What plugins are is asked of each in turn; who gives up at the first has given up them all.
  @Test func whatWasNotAskedBecauseOfThatIsAskedByTheNextLine() throws {
    for name in ["one", "two", "three"] { try bench.plugin(name) }
    let host = bench.host()
    let onlooker = Onlooker()
    host.attendant = onlooker
    onlooker.pressKey()
    #expect(host.exercises == [])
    #expect(host.exercises.map(\.plugin) == ["one", "three", "two"])
    #expect(host.passedOver == [])
  }

  @Test func theWordsAreCalm() {
    let given = PluginFailure(plugin: "polls", kind: .givenUp).problem
    #expect(given.message == "You stopped waiting for the plugin “polls”.")
    let slow = PluginFailure(plugin: "polls", kind: .overran(seconds: 5)).problem
    #expect(
      slow.message == "The plugin “polls” took longer than 5 s over one line and was stopped.")
    for problem in [given, slow] {
      #expect(problem.hint == "Nothing is lost. The plugin starts again with your next line.")
    }
  }
}

extension Supervisor {
  fileprivate func answerInTime(_ clock: VirtualClock) throws -> Account {
    clock.latency = 0
    return try answerWell()
  }
}
