import ExerciseProtocol
import PluginHost
import Workshop

/// Why there was no answer, in words.
package struct Silence: Error, Hashable, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }

  init(_ failure: PluginFailure) {
    description = "it \(failure.kind.clause)"
    if !failure.log.isEmpty {
      description += "; the last it printed: “\(failure.log.joined(separator: "\n"))”"
    }
  }
}

/// One process with the plugin in it.
final class StartedPlugin {
  let process: RunnerProcess
  /// What the runner said once the plugin was loaded.
  let greeting: JSONValue
  private let deadlines: RunnerSettings.Deadlines

  fileprivate init(_ subject: Subject, probe: String?) throws(Silence) {
    let runner = subject.options.runner
    deadlines = runner.deadlines
    do throws(PluginFailure) {
      process = try RunnerProcess(
        runner: runner.program, library: subject.place.library,
        plugin: subject.place.libraryName, sandbox: runner.sandbox, probe: probe)
      greeting = try StartedPlugin.json(process.receive(deadline: runner.deadlines.load))
    } catch {
      throw Silence(error)
    }
    if greeting["runner"] == "probed" { return }
    if let silence = Silence(status: greeting) { throw silence }
  }

  /// Answers one request's bytes, within the deadline that a host gives it.
  func answer(_ request: [UInt8]) throws(Silence) -> [UInt8] {
    let seconds = deadlines.seconds(
      for: request.count, opens: request.starts(with: Self.opening))
    let answer: [UInt8]
    do throws(PluginFailure) {
      answer = try process.call(request, deadline: seconds)
    } catch {
      throw Silence(error)
    }
    guard answer.starts(with: Self.ofRunner) else { return answer }
    let status = (try? Self.json(answer)) ?? .null
    throw Silence(status: status)
      ?? Silence("it answered as if it were the runner: \(status.text())")
  }

  /// The same with JSON, where no other answer can be used.
  func answer(_ request: JSONValue) throws(Silence) -> JSONValue {
    let bytes = try answer(request.serialized())
    do throws(PluginFailure) { return try Self.json(bytes) } catch { throw Silence(error) }
  }

  /// What a probe knows by now.
  func facts() throws(Silence) -> ProbeFacts {
    let answer: JSONValue
    do throws(PluginFailure) {
      answer = try Self.json(
        process.call(ProbeFacts.request.serialized(), deadline: deadlines.question))
    } catch {
      throw Silence(error)
    }
    return try ProbeFacts(answer)
  }

  private static let opening = Array(#"{"call":"open""#.utf8)
  private static let ofRunner = Array(#"{"runner":"#.utf8)

  private static func json(_ bytes: [UInt8]) throws(PluginFailure) -> JSONValue {
    do { return try JSONValue(parsing: bytes) } catch {
      throw PluginFailure(plugin: "", kind: .garbage("what it sent is not JSON: \(error)"))
    }
  }
}

extension Silence {
  /// The runner's own words in place of an answer; nil where it says that all is well.
  fileprivate init?(status: JSONValue) {
    if status["runner"] == "changed" {
      self.init("it changed its own structure `charrette_plugin`")
      return
    }
    switch (try? RunnerStatus(status))?.failure {
    case nil: return nil
    case .unloadable(let message)?: self.init("the loader says: \(message)")
    case .incompatible(let host, let plugin)?:
      self.init("it is of version \(plugin), and this host of \(host)")
    case .unconfined(let missing, let reason)?:
      self.init("it was not loaded, because this machine lacks \(missing): \(reason)")
    case .gaveUp(let code)?: self.init("its function `handle` returned \(code), not 0")
    case let kind?: self.init(PluginFailure(plugin: "", kind: kind))
    }
  }
}

extension Subject {
  /// Starts the plugin in a process of its own.
  ///
  /// - Parameter probe: as a host of another age: see `probe.h` of exercise-runner.
  func start(probe: String? = nil) throws(Silence) -> StartedPlugin {
    try StartedPlugin(self, probe: probe)
  }
}

extension JSONValue {
  /// A member as it stands in a sentence.
  func shown(_ name: String) -> String {
    switch self[name] {
    case .string(let text)?: text
    case let value?: value.text()
    case nil: "nothing"
    }
  }
}
