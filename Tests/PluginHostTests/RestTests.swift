import ExerciseProtocol
import Foundation
import Glibc
import Platform
import PluginHost
import Testing
import Workshop

/// What plugins do while nothing is asked of them.
@Suite struct RestTests {
  private let bench: Workbench
  private let turn = Turn()

  init() throws { bench = try Workbench() }

  private func supervisor(_ name: String) throws -> Supervisor {
    Supervisor(
      library: try bench.plugin(name), plugin: name, runner: bench.settings(), turn: turn)
  }

  /// A line that has nothing to do with either plugin.
  private func otherLine() { turn.carriedOut {} }

  @Test func onePluginThatWorksUnaskedIsStoppedUntilItsNextQuestion() throws {
    let (spinning, resting) = (try supervisor("spinning"), try supervisor("resting"))
    let process = try Int32(Account(spinning.act("spin")).process)
    let other = try Int32(resting.answerWell().process)
    waitUntil { usedTime(process) > 100_000_000 }
    otherLine()
    #expect(waitUntil { isStopped(process) })
    let before = usedTime(process)
    otherLine()
    #expect(usedTime(process) == before)
    // It is asked as ever, and stopped again as soon as it has answered.
    let account = try spinning.answerWell()
    #expect(account.process == Int(process) && account.opened == 1)
    #expect(waitUntil { isStopped(process) })
    #expect(!isStopped(other))
    spinning.close()
    #expect(spinning.logTail == ["closed in order"])
    #expect(isGone(process))
  }

  /// A while after the line, though nobody types anything.
  @Test func itIsLookedAtBetweenLinesToo() throws {
    let spinning = try supervisor("spinning")
    #expect(turn.settlesAt == nil)
    let process = try Int32(Account(spinning.act("spin")).process)
    #expect(turn.settlesAt != nil)
    waitUntil { usedTime(process) > 100_000_000 }
    turn.settle()
    #expect(waitUntil { isStopped(process) })
    #expect(turn.settlesAt == nil)
    otherLine()
    // There is nobody left to look at.
    #expect(turn.settlesAt == nil)
  }

  @Test func onePluginThatRestsIsNeverStopped() throws {
    let resting = try supervisor("resting")
    let process = try Int32(resting.answerWell().process)
    for _ in 1...50 {
      otherLine()
      turn.settle()
      #expect(!isStopped(process))
      _ = try resting.answerWell()
    }
  }

  /// One that was stopped is ended all the same, at once and in order.
  @Test func whatIsStoppedCanBeEnded() throws {
    let process = try bench.process()
    _ = try process.receive(deadline: 60)
    process.pause()
    #expect(waitUntil { isStopped(process.process) })
    process.end()
    #expect(isGone(process.process))
  }

  // MARK: What the kernel says

  /// All threads of a process are stopped by a signal. Format: proc_pid_stat(5).
  private func isStopped(_ process: Int32) -> Bool {
    let threads = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
    guard let threads, !threads.isEmpty else { return false }
    return threads.allSatisfy { thread in
      let stat = try? String(
        contentsOfFile: "/proc/\(process)/task/\(thread)/stat", encoding: .utf8)
      return stat?.contains(") T ") == true
    }
  }

  /// In nanoseconds.
  private func usedTime(_ process: Int32) -> Int {
    var (clock, time) = (clockid_t(), timespec())
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return 0
    }
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// A signal takes a moment to arrive, and work a while to be done.
  @discardableResult private func waitUntil(_ condition: () -> Bool) -> Bool {
    let deadline = MonotonicDeadline(seconds: 30)
    while !deadline.hasPassed {
      if condition() { return true }
      poll(nil, 0, 5)
    }
    return false
  }
}
