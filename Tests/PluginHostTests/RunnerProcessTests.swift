import ExerciseProtocol
import Foundation
import PluginHost
import Testing
import Workshop

@Suite struct RunnerProcessTests {
  private let manifest = Request.manifest.json.serialized()

  @Test func theFirstFrameIsTheRunnersOwn() throws {
    let bench = try Workbench()
    let process = try bench.process()
    let greeting = try process.receive(deadline: 60)
    #expect(
      String(decoding: greeting, as: UTF8.self).hasPrefix(#"{"runner":"ready","abi":[1,0],"#))
    let answer = try JSONValue(parsing: process.call(manifest, deadline: 60))
    #expect(answer["reply"] == "manifest")
  }

  @Test func anOrderlyEndCallsClose() throws {
    let bench = try Workbench()
    let process = try bench.process()
    _ = try process.receive(deadline: 60)
    process.finish(grace: 60)
    #expect(process.ending == .status(0))
    #expect(process.logTail == ["closed in order"])
    #expect(isGone(process.process))
  }

  @Test func anEndAtOnceLeavesNothing() throws {
    let bench = try Workbench()
    let process = try bench.process()
    _ = try process.receive(deadline: 60)
    process.end()
    #expect(process.ending == .ended)
    #expect(isGone(process.process))
    process.end()
    #expect(failure { try process.call(manifest, deadline: 60) } != nil)
  }

  @Test func aRunnerKilledBetweenCallsIsNoticed() throws {
    let bench = try Workbench()
    let process = try bench.process()
    _ = try process.receive(deadline: 60)
    kill(process.process, SIGKILL)
    #expect(hasEnded(process.process))
    let failure = failure { try process.call(manifest, deadline: 60) }
    #expect(failure?.kind == .crashed(signal: SIGKILL))
    #expect(isGone(process.process))
  }

  @Test func aRequestOfManyMegabytesArrivesWhole() throws {
    let bench = try Workbench()
    let process = try bench.process()
    _ = try process.receive(deadline: 60)
    let padding = String(repeating: " ", count: 20 << 20)
    let request = Array(#"{"call":"state"\#(padding)}"#.utf8)
    let answer = try JSONValue(parsing: process.call(request, deadline: 60))
    #expect(answer["reply"] == "state")
  }

  /// The kernel ends a runner with the thread that started it, so a thread's end stands for the
  /// host's.
  @Test func theRunnerEndsWithItsHost() throws {
    let bench = try Workbench()
    let library = try bench.plugin("misbehaving")
    let started = Started(runner: bench.runner, library: library)
    let thread = Thread { started.start() }
    thread.start()
    let process = try #require(started.wait())
    // It answers nothing by itself, so whatever comes back is its end.
    let failure = failure { try process.receive(deadline: 60) }
    #expect(failure?.kind == .crashed(signal: SIGKILL))
  }

  @Test func noDescriptorIsLeft() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    let cycles = 30
    let before = try openDescriptors()
    for _ in 0..<cycles {
      _ = failure { try supervisor.act("abort") }
      _ = try supervisor.answerWell()
      supervisor.close()
      _ = failure { try RunnerProcess(runner: "/nowhere", library: "/nowhere", plugin: "none") }
    }
    // Other tests open and close theirs meanwhile; a leak would be four or more in each cycle.
    #expect(try openDescriptors() < before + 2 * cycles)
  }

  private func openDescriptors() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
  }
}

/// Starts a runner on whatever thread calls ``start()`` and hands it over to another.
private final class Started: @unchecked Sendable {
  private let runner: String
  private let library: String
  private let done = DispatchSemaphore(value: 0)
  private var process: RunnerProcess?

  init(runner: String, library: String) {
    self.runner = runner
    self.library = library
  }

  func start() {
    process = try? RunnerProcess(runner: runner, library: library, plugin: "orphan")
    _ = try? process?.receive(deadline: 60)
    done.signal()
  }

  func wait() -> RunnerProcess? {
    done.wait()
    return process
  }
}
