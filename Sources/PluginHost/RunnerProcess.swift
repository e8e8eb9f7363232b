internal import ExerciseProtocol
internal import Glibc
package import Platform
package import Workshop

/// One runner process and the two descriptors that lead to it. Knows frames, deadlines and how
/// processes end; nothing of what the frames say.
///
/// To be used on one thread, and to be made on a thread that lives as long as the process is
/// needed: the kernel ends the runner when the thread that started it ends.
package final class RunnerProcess {
  /// What failures call the plugin.
  package let plugin: String
  package let process: Int32
  /// Nil while it runs, as far as is known: ``isRunning`` looks.
  package private(set) var ending: RunnerEnding?
  var log = LogTail()
  /// Both are -1 once closed.
  var socket: Int32
  var output: Int32
  var outgoing: [UInt8] = []
  var incoming = FrameReader()
  /// It is stopped by ``pause()``.
  private(set) var isPaused = false
  let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)

  /// How long a process whose socket is closed may take to end by itself, in seconds.
  static let grace = 0.5
  /// How often to look whether a silent process is still there, in milliseconds: the socket does
  /// not tell where something that the plugin started holds it open.
  static let pulse: Int32 = 100
  /// A buffer that has grown past this is given back after its message.
  static let keptCapacity = 1 << 20

  /// Starts `runner`, the program, with `library`, an absolute path; both must stay as they are
  /// while they start. Throws ``PluginFailure/Kind/noRunner(_:)``. What becomes of the library is
  /// told by the first frame, for ``receive(deadline:)``: see ``RunnerStatus``.
  ///
  /// - Parameters:
  ///   - isInstalled: it may load what its bundle has and what is the system's, and nothing else:
  ///     see `places.h` of exercise-runner.
  ///   - probe: the name of a probe, for whoever checks a plugin: see `probe.h` there.
  package init(
    runner: String, library: String, plugin: String, sandbox: Sandbox = .strict,
    isInstalled: Bool = false, probe: String? = nil
  ) throws(PluginFailure) {
    let channel: RunnerChannel
    do {
      var options = ["--sandbox=\(sandbox.rawValue)"]
      if isInstalled { options.append("--installed") }
      if let runtime = OwnRuntime.folder { options.append("--runtime=\(runtime)") }
      if let probe { options.append("--probe=\(probe)") }
      channel = try RunnerChannel(spawning: runner, options + [library])
    } catch {
      throw PluginFailure(plugin: plugin, kind: .noRunner("\(runner): \(error)"))
    }
    self.plugin = plugin
    process = channel.process
    socket = channel.socket
    output = channel.output
  }

  deinit {
    end()
    chunk.deallocate()
  }

  /// Whether it runs; one that ended since the last call is reaped here.
  package var isRunning: Bool {
    if ending == nil, hasEnded { end() }
    return ending == nil
  }

  /// The last lines that the plugin printed.
  package var logTail: [String] {
    drainLog()
    return log.text
  }

  /// Sends one frame and waits at most `deadline` seconds, for both together, for the frame that
  /// answers it. After any failure the process is gone and reaped.
  package func call(_ request: [UInt8], deadline: Double) throws(PluginFailure) -> [UInt8] {
    try call(request, Patience(seconds: deadline))
  }

  package func call(_ request: [UInt8], _ patience: Patience) throws(PluginFailure) -> [UInt8] {
    guard request.count <= Frame.limit else {
      throw failure(.fault("the request would be longer than \(Frame.limit) bytes"))
    }
    for shift in stride(from: 0, to: 8 * Frame.headerSize, by: 8) {
      outgoing.append(UInt8(truncatingIfNeeded: request.count >> shift))
    }
    outgoing += request
    resume()
    return try exchange(patience)
  }

  /// Waits at most `deadline` seconds for the next frame, without asking for one.
  package func receive(deadline: Double) throws(PluginFailure) -> [UInt8] {
    try receive(Patience(seconds: deadline))
  }

  package func receive(_ patience: Patience) throws(PluginFailure) -> [UInt8] {
    try exchange(patience)
  }

  /// Ends the process at once and reaps it; what it printed stays in ``logTail``. May be called
  /// again.
  package func end() { finish(grace: 0) }

  /// Ends the process in order: it gets `grace` seconds to do what it does at its end, and only
  /// then is killed.
  package func finish(grace: Double) {
    if grace > 0 { askToEnd() }
    finish(by: MonotonicDeadline(seconds: grace))
  }

  /// Asks the process to end in order, and does not wait for it: a closed socket tells it to.
  package func askToEnd() {
    guard ending == nil else { return }
    resume()
    closeSocket()
  }

  /// The same where it has been asked to end: it has until `deadline`.
  package func finish(by deadline: MonotonicDeadline) {
    guard ending == nil else { return }
    ending = reap(by: deadline)
    closeSocket()
    drainLog()
    closeOutput()
  }

  /// Stops the process until it is asked something again, or is to end: then it uses no processor.
  package func pause() {
    guard ending == nil, !isPaused else { return }
    kill(-process, SIGSTOP)
    isPaused = true
  }

  private func resume() {
    guard isPaused else { return }
    kill(-process, SIGCONT)
    isPaused = false
  }

  /// A failure of this plugin, with what it printed.
  package func failure(_ kind: PluginFailure.Kind) -> PluginFailure {
    PluginFailure(plugin: plugin, kind: kind, log: logTail)
  }
}

// MARK: - The log and the end

extension RunnerProcess {
  /// Takes what the pipe holds now, at most one chunk of it; false where there was nothing.
  @discardableResult func readLog() -> Bool {
    guard output >= 0 else { return false }
    let count = read(output, chunk.baseAddress, chunk.count)
    if count > 0 { log.append(UnsafeRawBufferPointer(rebasing: chunk[..<count])) }
    if count == 0 { closeOutput() }
    return count > 0
  }

  /// Takes what the pipe holds; bounded, since a plugin may print faster than it can be read.
  private func drainLog() {
    var reads = 0
    while reads < 16, readLog() { reads += 1 }
  }

  /// Waits for the process to end by itself, ends it and whatever it started, and leaves no zombie.
  private func reap(by deadline: MonotonicDeadline) -> RunnerEnding {
    var endedByItself = hasEnded
    while !endedByItself, !deadline.hasPassed {
      var log = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      if poll(&log, 1, 1) > 0 { readLog() }
      endedByItself = hasEnded
    }
    // Before it is reaped: until then neither number can become another's. By itself as well: a
    // plugin may have left its group.
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    let ending = ProcessEnding(of: process)
    return endedByItself ? RunnerEnding(ending) : .ended
  }

  var hasEnded: Bool {
    var info = siginfo_t()
    waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
    return info.si_signo != 0
  }

  private func closeSocket() {
    if socket >= 0 { close(socket) }
    socket = -1
  }

  private func closeOutput() {
    if output >= 0 { close(output) }
    output = -1
  }
}
