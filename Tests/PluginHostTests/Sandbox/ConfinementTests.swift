import ExerciseProtocol
import Foundation
import Logging
import PluginHost
import TestSupport
import Testing
import Workshop

/// What confines a plugin, as the kernel tells it, and what is done where the kernel lacks a part.
@Suite struct ConfinementTests {
  /// The lines of a file in /proc about the process, by their first word. Format: proc(5).
  private func facts(_ process: Int, _ file: String) throws -> [String: String] {
    let text = try String(contentsOfFile: "/proc/\(process)/\(file)", encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1) }
    return Dictionary(
      lines.map { (String($0[0]), $0.last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func theKernelSaysSo() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    let process = try supervisor.answerWell().process
    let status = try facts(process, "status")
    #expect(status["NoNewPrivs"] == "1")
    #expect(status["Seccomp"] == "2")
    #expect(status["CapEff"] == "0000000000000000")
    #expect(status["CapPrm"] == "0000000000000000")
    #expect(status["Threads"] == "1")
    let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    // Process group and session are its own: it has no terminal. Fields 5, 6 of proc_pid_stat(5).
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    #expect(fields[2] == "\(process)" && fields[3] == "\(process)" && fields[4] == "0")
  }

  @Test func itsLimitsAreSet() throws {
    let bench = try Workbench()
    let process = try bench.supervisor().answeringProcess()
    let text = try String(contentsOfFile: "/proc/\(process.process)/limits", encoding: .utf8)
    let limits = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    for line in [
      "Max file size 0 0 bytes", "Max core file size 0 0 bytes", "Max open files 64 64 files",
      "Max cpu time 600 600 seconds", "Max data size 1073741824 1073741824 bytes",
      "Max address space 8589934592 8589934592 bytes", "Max locked memory 0 0 bytes",
    ] {
      #expect(limits.contains(line), "\(text)")
    }
    withExtendedLifetime(process.supervisor) {}
  }

  @Test func itIsTheFirstToGoWhereMemoryRunsOut() throws {
    let bench = try Workbench()
    let process = try bench.supervisor().answeringProcess()
    let score = try String(
      contentsOfFile: "/proc/\(process.process)/oom_score_adj", encoding: .utf8)
    #expect(score == "1000\n")
    withExtendedLifetime(process.supervisor) {}
  }

  @Test func itTellsWhatConfinesIt() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor()
    #expect(supervisor.confinement == nil)
    _ = try supervisor.answerWell()
    let confinement = try #require(supervisor.confinement)
    #expect(confinement.landlock > 0 && confinement.seccomp)
    let free = try bench.supervisor(sandbox: .off)
    _ = try free.answerWell()
    #expect(free.confinement == Confinement(landlock: 0, seccomp: false))
  }

  /// The runner on a kernel that lacks something, stood for by a program of that name.
  private func runner(_ name: String, on bench: Workbench) throws -> RunnerSettings {
    let program = try #require(
      try BuildProducts.copy("older-kernel", to: "\(bench.folder)/\(name)"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(bench.folder)/exercise-runner", withDestinationPath: bench.runner)
    var settings = bench.settings()
    settings.program = program
    return settings
  }

  @Test(arguments: [
    ("without-landlock", "Landlock", Confinement(landlock: 0, seccomp: true)),
    ("without-seccomp", "seccomp", nil),
  ])
  func aStrangerIsNotRunWithLess(name: String, missing: String, left: Confinement?) throws {
    let bench = try Workbench()
    var settings = try runner(name, on: bench)
    let library = try bench.plugin("stranger")
    let strict = Supervisor(library: library, plugin: "stranger", runner: settings)
    guard case .unconfined(let part, _)? = failure({ try strict.manifest() })?.kind else {
      Issue.record("it ran")
      return
    }
    #expect(part == missing)
    settings.sandbox = .lenient
    let lenient = Supervisor(library: library, plugin: "stranger", runner: settings)
    _ = try lenient.answerWell()
    if let left { #expect(lenient.confinement == left) }
    #expect(lenient.confinement?.seccomp == (missing != "seccomp"))
  }

  /// The kit's own run with what there is; a stranger's is passed over, and not for ever.
  @Test func onlyTheKitsOwnRunWithLess() throws {
    let bench = try Workbench()
    let settings = try runner("without-landlock", on: bench)
    try bench.plugin("charrette-own", in: "kit")
    let stranger = try bench.plugin("stranger", in: "others")
    let finder = PluginFinder(
      folders: ["\(bench.folder)/others"], executableFolder: "\(bench.folder)/kit")
    func host(_ settings: RunnerSettings) -> ExerciseHost {
      ExerciseHost(
        finder: finder, runner: settings, cacheFolder: "\(bench.folder)/cache",
        logger: Logger(label: "tests"))
    }
    let older = host(settings)
    #expect(older.exercises.map(\.plugin) == ["charrette-own"])
    #expect(older.passedOver.map(\.path) == [stranger])
    #expect(older.passedOver.first?.problem.message.contains("cannot be confined here") == true)
    // On another kernel it is asked again.
    #expect(host(bench.settings()).exercises.map(\.plugin) == ["charrette-own", "stranger"])
  }

  /// What the doctor goes by: it tries, and finds just what this kernel does not refuse.
  @Test(
    arguments: [
      ("exercise-runner", [], [.readFiles, .useTCP, .startProcesses, .takeMemory]),
      ("without-landlock", [.readFiles, .listFolders, .writeFiles], [.useTCP, .startProcesses]),
      (
        "without-seccomp", [.useTCP, .useUDP, .startProcesses, .useRings],
        [.readFiles, .takeMemory]
      ),
    ] as [(String, [SandboxProbe.Attempt], [SandboxProbe.Attempt])])
  func theProbeFindsWhatIsMissing(
    name: String, granted: [SandboxProbe.Attempt], refused: [SandboxProbe.Attempt]
  ) throws {
    let bench = try Workbench()
    var settings = name == "exercise-runner" ? bench.settings() : try runner(name, on: bench)
    settings.sandbox = .lenient
    let probe = try #require(BuildProducts.library("sandbox-probe"))
    let result = SandboxProbe.run(library: probe, settings)
    #expect(result.failure == nil)
    #expect(result.allowsThreads)
    #expect(Set(result.granted).isSuperset(of: granted), "\(result)")
    #expect(Set(result.refused).isSuperset(of: refused), "\(result)")
    #expect(result.isComplete == granted.isEmpty)
    #expect(result.granted.count + result.refused.count == SandboxProbe.Attempt.allCases.count)
  }

  /// All that an honest Swift plugin may want.
  @Test(arguments: ["threads", "tasks", "dates", "chance", "texts", "resource", "printing"])
  func honestWorkIsNotHindered(action: String) throws {
    let bench = try Workbench()
    let library = try #require(BuildProducts.library("thorough-plugin"))
    let supervisor = Supervisor(library: library, plugin: "thorough", runner: bench.settings())
    let reply = try supervisor.ask(.act(action), of: .first) {
      ActivityBrief(id: .first, exercise: "thorough", title: "T", focus: nil, settings: [:])
    }
    guard case .changes(_, let notice, _) = reply else {
      Issue.record("\(reply)")
      return
    }
    #expect(notice?.hasSuffix("work") == true || notice?.hasSuffix("works") == true)
    #expect(supervisor.confinement?.seccomp == true)
  }
}

extension Supervisor {
  /// The process that answers, and this, which must outlive it.
  fileprivate func answeringProcess() throws -> (process: Int, supervisor: Supervisor) {
    (try answerWell().process, self)
  }
}
