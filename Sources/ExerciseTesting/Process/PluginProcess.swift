public import ExerciseKit
import Glibc
import Platform
import SystemPackage

/// A plugin's library in a process of its own, behind the sandbox, as a workshop runs it.
///
/// ```swift
/// let plugin = try PluginProcess(library: "libenergy.so", runner: "…/exercise-runner")
/// let harness = try Harness(exercise: "energy", asking: plugin.answer)
/// ```
///
/// What the plugin prints goes to standard error. To be used on the thread that made it: the
/// process ends with that thread.
public final class PluginProcess {
  private let process: pid_t
  private let socket: Int32
  private var isReaped = false

  /// Starts the program `runner`, which came with Charrette, with a library.
  ///
  /// - Throws: ``HarnessFailure/ended(_:)`` where it does not start, or refuses the library.
  public init(library: String, runner: String) throws(HarnessFailure) {
    (process, socket) = try Self.spawn(runner, library.contains("/") ? library : "./\(library)")
    let greeting = try receive()
    guard greeting["runner"] == "ready" else {
      throw .ended("did not take the library: \(greeting.text())")
    }
    let hello = try answer(
      .hello(
        versions: [protocolVersion], host: "the test harness", extensions: ExtensionID.all))
    guard case .welcome(protocolVersion, _) = hello else {
      throw .unexpectedReply(hello.name, to: "hello")
    }
  }

  deinit { end() }

  /// One request there and its reply back.
  public func answer(_ request: Request) throws(HarnessFailure) -> Reply {
    try Reply(reading: answer(request.json.serialized()))
  }

  /// The same as bytes: of any JSON, whether it is a request or not.
  public func answer(_ request: [UInt8]) throws(HarnessFailure) -> [UInt8] {
    let size = request.count
    let header = (0..<Frame.headerSize).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }
    try send(header + request)
    let value = try receive()
    guard value["runner"] == nil else { throw .ended("gave up: \(value.text())") }
    return value.serialized()
  }

  /// The process that the environment asks for with `CHARRETTE_RUNNER`; nil where it does not. The
  /// library is `CHARRETTE_PLUGIN`, or else the one beside the test that is named for the plugin.
  static func asked(for manifest: Manifest) throws(HarnessFailure) -> PluginProcess? {
    guard let runner = environment("CHARRETTE_RUNNER") else { return nil }
    let folder = LoadedFile.folder(of: #dsohandle) ?? "."
    let beside = ["lib\(manifest.id).so", "libcharrette-\(manifest.id).so"].map {
      "\(folder)/\($0)"
    }
    let library = environment("CHARRETTE_PLUGIN") ?? beside.first { access($0, R_OK) == 0 }
    guard let library else {
      throw .ended("can't start: there is no \(beside[0]); CHARRETTE_PLUGIN names the library")
    }
    return try PluginProcess(library: library, runner: runner)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

// MARK: - Bytes

extension PluginProcess {
  private func send(_ bytes: [UInt8]) throws(HarnessFailure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress.map { $0 + sent }, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count > 0 { sent += count } else if errno != EINTR { throw .ended(end()) }
    }
  }

  private func receive() throws(HarnessFailure) -> JSONValue {
    let header = try receive(Frame.headerSize)
    let length = header.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Frame.limit else { throw .garbage("a message of \(length) bytes") }
    do { return try JSONValue(parsing: try receive(length)) } catch let error as HarnessFailure {
      throw error
    } catch {
      throw .garbage("\(error)")
    }
  }

  private func receive(_ count: Int) throws(HarnessFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
      let step = bytes.withUnsafeMutableBytes {
        recv(socket, $0.baseAddress.map { $0 + received }, count - received, 0)
      }
      if step > 0 { received += step } else if step == 0 || errno != EINTR { throw .ended(end()) }
    }
    return bytes
  }
}

// MARK: - The process

extension PluginProcess {
  /// Ends it and says how it ended, to follow “The plugin's process”.
  @discardableResult private func end() -> String {
    guard !isReaped else { return "has ended" }
    isReaped = true
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
    return switch ProcessEnding(of: process) {
    case .exited(let status): "ended with status \(status)"
    case .killed(let signal): "stopped unexpectedly (signal \(signal))"
    }
  }

  /// The process and our end of the socket that is its descriptor 3.
  private static func spawn(
    _ runner: String, _ library: String
  ) throws(HarnessFailure) -> (pid_t, Int32) {
    var sockets: [Int32] = [-1, -1]
    guard
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0
    else { throw .ended("can't start: no socket") }
    defer { close(sockets[1]) }
    let kept = ["LANG", "LD_LIBRARY_PATH"].compactMap { name in
      environment(name).map { "\(name)=\($0)" }
    }
    var start = ProgramStart(runner, [runner, library])
    start.environment = kept + ["SWIFT_BACKTRACE=enable=no"]
    start.descriptors = [(2, 1), (sockets[1], 3)]
    do throws(Errno) {
      return (try start.start(), sockets[0])
    } catch {
      close(sockets[0])
      throw .ended("can't start: \(runner): \(error)")
    }
  }
}
