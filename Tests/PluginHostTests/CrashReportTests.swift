import ExerciseProtocol
import Foundation
import PluginHost
import Testing
import Workshop

/// What is kept of a plugin that failed, and what asking it again shows.
@Suite struct CrashReportTests {
  /// A bench, and a supervisor whose plugin just failed in this way.
  private func failed(_ misdeed: String, question: Double = 60) throws -> (Workbench, PluginFailure)
  {
    let bench = try Workbench()
    var settings = bench.settings(question: question)
    settings.crashFolder = "\(bench.folder)/state/crashes"
    let supervisor = Supervisor(
      library: try bench.plugin("acting"), plugin: "acting", runner: settings)
    _ = try supervisor.act("answer")
    return (bench, try #require(failure { try supervisor.act(misdeed) }))
  }

  @Test(arguments: ["write-null", "abort", "exit", "garbage", "give-up", "wrong-shape"])
  func `a failure's file holds what led to it, and it can be had again`(misdeed: String) throws {
    let (bench, failure) = try failed(misdeed)
    let path = try #require(failure.crashFile)
    let report = try CrashReport(path)
    #expect(report.failure.kind == failure.kind)
    #expect(report.requests.compactMap { $0["call"] } == ["open", "decide", "decide"])
    #expect(report.library == "\(bench.folder)/libacting.so")
    let replay = Replay(report, runner: bench.settings())
    #expect(replay.isSameLibrary == true)
    var exchanges: [Exchange] = []
    guard case .failed(let again, at: 3) = replay.run({ exchanges.append($0) }) else {
      Issue.record("it did not fail again")
      return
    }
    #expect(again.kind == failure.kind)
    #expect(exchanges.count == 3)
    #expect(failure.problem.hint?.hasSuffix("charrette plugin replay \(path)") == true)
  }

  @Test func `an answer of the wrong kind is kept with it, and none where none came`() throws {
    func answer(of misdeed: String) throws -> String? {
      let (bench, failure) = try failed(misdeed)
      defer { withExtendedLifetime(bench) {} }
      return try CrashReport(try #require(failure.crashFile)).answer
    }
    #expect(try answer(of: "wrong-kind")?.contains(#""reply":"view""#) == true)
    #expect(try answer(of: "abort") == nil)
  }

  @Test func `a hang is kept too`() throws {
    let (bench, hung) = try failed("loop", question: 1)
    let report = try CrashReport(try #require(hung.crashFile))
    let ending = Replay(report, runner: bench.settings(question: 1)).run { _ in }
    guard case .failed(let again, at: 3) = ending else {
      Issue.record("\(ending)")
      return
    }
    #expect(again.kind == .hung(seconds: 1))
  }

  @Test func `a library that was mended answers all of it`() throws {
    let (bench, failure) = try failed("abort")
    var report = try CrashReport(try #require(failure.crashFile))
    report.requests.removeLast()
    let other = try bench.plugin("mended")
    let replay = Replay(report, library: other, runner: bench.settings())
    #expect(replay.isSameLibrary == false)
    #expect(replay.run { _ in } == .answered)
  }

  @Test func `the file is for its owner alone, and only the newest are kept`() throws {
    let (bench, first) = try failed("abort")
    let path = try #require(first.crashFile)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let folder = (path as NSString).deletingLastPathComponent
    for number in 0..<25 { try bench.file("state/crashes/2000-\(number).jsonl", "{}") }
    var settings = bench.settings()
    settings.crashFolder = folder
    let supervisor = Supervisor(
      library: try bench.plugin("acting"), plugin: "acting", runner: settings)
    _ = failure { try supervisor.act("abort") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 20)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: ["", "{}", "{\"charrette-crash\": 2}", "\u{0}", "[1]\n"])
  func `what is no crash file says so`(content: String) throws {
    let bench = try Workbench()
    let path = try bench.file("odd.jsonl", content)
    let problem = #expect(throws: Problem.self) { try CrashReport(path) }
    #expect(problem?.message.contains("is no crash file") == true)
    #expect(throws: Problem.self) { try CrashReport("\(path).not") }
  }

  @Test func `everything can be followed`() throws {
    let bench = try Workbench()
    let heard = Heard()
    var settings = bench.settings()
    settings.follow = { heard.add($0) }
    let supervisor = Supervisor(
      library: try bench.plugin("acting"), plugin: "acting", runner: settings)
    _ = try supervisor.act("answer")
    _ = failure { try supervisor.act("abort") }
    let calls = heard.exchanges.compactMap { $0.request["call"] }
    #expect(calls == ["hello", "open", "decide", "decide"])
    guard case .none? = heard.exchanges.last?.outcome else {
      Issue.record("the last one was answered")
      return
    }
  }

  /// What is told again and again does not pile up.
  @Test func `an activity that is long talked about is opened anew`() throws {
    let bench = try Workbench()
    let supervisor = try bench.supervisor("acting")
    let long = Occurrence.recorded(.string(String(repeating: "a", count: 1 << 20)), at: .zero)
    var opened = 0
    for _ in 0..<12 {
      _ = try supervisor.ask(.act("answer"), of: .first) {
        opened += 1
        return .brief(events: 1)
      }
      supervisor.note(long, in: .first)
    }
    #expect(opened > 1 && opened < 6)
  }
}

/// Unchecked: one thread adds and reads.
private final class Heard: @unchecked Sendable {
  private(set) var exchanges: [Exchange] = []
  func add(_ exchange: Exchange) { exchanges.append(exchange) }
}

extension Timestamp {
  fileprivate static let zero = Timestamp(milliseconds: 0)
}
