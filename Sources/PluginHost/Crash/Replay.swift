internal import ExerciseProtocol
internal import Hashing
package import Workshop

/// Asks a plugin again what it was asked when it failed, in a process of its own.
package struct Replay {
  private let report: CrashReport
  private let library: String
  private let runner: RunnerSettings

  /// - Parameter library: another one than that of the report, newly built perhaps.
  package init(_ report: CrashReport, library: String? = nil, runner: RunnerSettings) {
    self.report = report
    self.library = library ?? report.library
    self.runner = runner
  }

  /// Whether the library is still the one that failed; nil where that is not known.
  package var isSameLibrary: Bool? {
    guard let then = report.sha256, let now = try? Digest.ofFile(library) else { return nil }
    return then == now.description
  }

  /// How it ended.
  package enum Ending: Hashable, Sendable {
    /// Every request was answered.
    case answered
    /// The one with this number, counted from 1, was not; 0: it never got as far.
    case failed(PluginFailure, at: Int)
  }

  /// Asks one after the other, as fast as they are answered. `told` gets each exchange.
  package func run(_ told: (Exchange) -> Void) -> Ending {
    var number = 0
    do throws(PluginFailure) {
      let process = try RunnerProcess(
        runner: runner.program, library: library, plugin: report.plugin,
        sandbox: runner.sandbox)
      defer { process.finish(grace: runner.deadlines.close) }
      try check(process.receive(deadline: runner.deadlines.load), of: process)
      let hello = Request.hello(
        versions: [protocolVersion], host: runner.host, extensions: ExtensionID.all)
      try check(process.call(hello.json.serialized(), deadline: runner.deadlines.load), of: process)
      for request in report.requests {
        number += 1
        try ask(request, process, told)
      }
      return .answered
    } catch {
      return .failed(error, at: number)
    }
  }

  private func ask(
    _ request: JSONValue, _ process: RunnerProcess, _ told: (Exchange) -> Void
  ) throws(PluginFailure) {
    let watch = Stopwatch()
    func tell(_ outcome: Exchange.Outcome) {
      told(
        Exchange(
          plugin: report.plugin, process: process.process, request: request, outcome: outcome,
          milliseconds: watch.milliseconds))
    }
    do throws(PluginFailure) {
      let bytes = request.serialized()
      let deadline = runner.deadlines.seconds(
        for: bytes.count, opens: request["call"] == .string("open"))
      let answer = try process.call(bytes, deadline: deadline)
      let reply = try check(answer, of: process)
      if let request = try? Request(json: request, path: "request"),
        let read = try? Reply(json: reply, path: "reply"), !request.isAnswered(by: read)
      {
        throw process.failure(read.failure(insteadOf: "an answer to it"))
      }
      tell(.reply(reply))
    } catch {
      tell(.none(error.problem.message))
      throw error
    }
  }

  /// The answer's JSON, where it is a message.
  @discardableResult private func check(
    _ bytes: [UInt8], of process: RunnerProcess
  ) throws(PluginFailure) -> JSONValue {
    do {
      let value = try JSONValue(parsing: bytes)
      if let status = try RunnerStatus(value) {
        if let failure = status.failure { throw process.failure(failure) }
        return value
      }
      if case .fault(let message) = try Reply(json: value, path: "reply") {
        throw process.failure(.fault(message))
      }
      return value
    } catch let failure as PluginFailure {
      throw failure
    } catch {
      throw process.failure(.garbage(reason(of: error)))
    }
  }
}

extension Request {
  /// Whether the reply is of a kind that this asks for.
  fileprivate func isAnswered(by reply: Reply) -> Bool {
    switch (self, reply) {
    case (.hello, .welcome), (.manifest, .manifest), (.open, .done), (.decide, .changes),
      (.decide, .refused), (.view, .view), (.give, .cards), (.paper, .paper), (.state, .state),
      (.section, .view), (.importing, .changes), (.importing, .refused):
      true
    default: false
    }
  }
}

/// Measures how long something takes.
struct Stopwatch {
  private let start = ContinuousClock.now

  var milliseconds: Double { (ContinuousClock.now - start) / .milliseconds(1) }
}
