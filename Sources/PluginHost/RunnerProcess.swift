internal import ExerciseProtocol
internal import Glibc
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
  private var log = LogTail()
  /// Both are -1 once closed.
  var socket: Int32
  var output: Int32
  private var outgoing: [UInt8] = []
  private var incoming: [UInt8] = []
  private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)

  /// How long a process whose socket is closed may take to end by itself, in seconds.
  private static let grace = 0.5
  /// How often to look whether a silent process is still there, in milliseconds: the socket does
  /// not tell where something that the plugin started holds it open.
  private static let pulse: Int32 = 100
  /// A buffer that has grown past this is given back after its message.
  private static let keptCapacity = 1 << 20

  /// Starts `runner`, the program, with `library`, an absolute path; both must stay as they are
  /// while they start. Throws ``PluginFailure/Kind/noRunner(_:)``. What becomes of the library is
  /// told by ``waitUntilReady(deadline:)``.
  package init(runner: String, library: String, plugin: String) throws(PluginFailure) {
    let channel: RunnerChannel
    do {
      channel = try RunnerChannel(spawning: runner, library)
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
    guard request.count <= Frame.limit else {
      throw failure(.fault("the request would be longer than \(Frame.limit) bytes"))
    }
    for shift in stride(from: 0, to: 8 * Frame.headerSize, by: 8) {
      outgoing.append(UInt8(truncatingIfNeeded: request.count >> shift))
    }
    outgoing += request
    return try exchange(seconds: deadline)
  }

  /// Waits at most `deadline` seconds for the next frame, without asking for one.
  package func receive(deadline: Double) throws(PluginFailure) -> [UInt8] {
    try exchange(seconds: deadline)
  }

  /// Ends the process at once and reaps it; what it printed stays in ``logTail``. May be called
  /// again.
  package func end() { finish(grace: 0) }

  /// Ends the process in order: it gets `grace` seconds to do what it does at its end, and only
  /// then is killed.
  package func finish(grace: Double) {
    guard ending == nil else { return }
    closeSocket()
    ending = reap(grace: grace)
    drainLog()
    closeOutput()
  }

  /// A failure of this plugin, with what it printed.
  package func failure(_ kind: PluginFailure.Kind) -> PluginFailure {
    PluginFailure(plugin: plugin, kind: kind, log: logTail)
  }
}

// MARK: - One exchange

extension RunnerProcess {
  private func exchange(seconds: Double) throws(PluginFailure) -> [UInt8] {
    defer {
      outgoing.removeAll(keepingCapacity: outgoing.capacity <= RunnerProcess.keptCapacity)
      incoming.removeAll(keepingCapacity: incoming.capacity <= RunnerProcess.keptCapacity)
    }
    if let ending { throw failure(ending.failure) }
    do {
      return try transfer(by: MonotonicDeadline(seconds: seconds), seconds)
    } catch {
      finish(grace: error == .closed ? RunnerProcess.grace : 0)
      switch error {
      case .closed: throw failure((ending ?? .ended).failure)
      case .failed(let kind): throw failure(kind)
      }
    }
  }

  private enum TransferError: Error, Equatable {
    /// The other end is closed: its process has ended, or is about to.
    case closed
    case failed(PluginFailure.Kind)
  }

  private func transfer(
    by deadline: MonotonicDeadline, _ seconds: Double
  ) throws(TransferError) -> [UInt8] {
    var sent = 0
    while true {
      if sent < outgoing.count { sent += try send(from: sent) }
      var descriptors = [
        pollfd(
          fd: socket, events: Int16(sent < outgoing.count ? POLLIN | POLLOUT : POLLIN),
          revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(
        &descriptors, 2, min(deadline.remainingMilliseconds, RunnerProcess.pulse))
      // Not only where nothing came: a plugin that never stops printing always has something.
      if descriptors[0].revents == 0, deadline.hasPassed {
        throw .failed(.hung(seconds: seconds))
      }
      if count == 0, hasEnded { throw .closed }
      guard count > 0 else { continue }
      if descriptors[1].revents != 0 { readLog() }
      if descriptors[0].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
        try receiveBytes()
        if let message = try takeMessage() { return message }
        // The same for one that trickles its answer.
        if deadline.hasPassed { throw .failed(.hung(seconds: seconds)) }
      }
    }
  }

  /// How many bytes the socket took; 0 while it is full.
  private func send(from start: Int) throws(TransferError) -> Int {
    let count = outgoing.withUnsafeBytes { bytes in
      Glibc.send(
        socket, bytes.baseAddress! + start, bytes.count - start,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    if count >= 0 { return count }
    switch errno {
    case EAGAIN, EINTR: return 0
    default: throw .closed
    }
  }

  private func receiveBytes() throws(TransferError) {
    let count = recv(socket, chunk.baseAddress, chunk.count, Int32(MSG_DONTWAIT))
    if count > 0 {
      incoming += chunk[..<count]
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      throw .closed
    }
  }

  /// The message, once all of it has come.
  private func takeMessage() throws(TransferError) -> [UInt8]? {
    guard incoming.count >= Frame.headerSize else { return nil }
    let length = incoming[..<Frame.headerSize].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Frame.limit else { throw .failed(.flooded(limit: Frame.limit)) }
    let excess = incoming.count - Frame.headerSize - length
    guard excess <= 0 else {
      throw .failed(.garbage("\(excess) bytes came after the answer"))
    }
    return excess == 0 ? Array(incoming[Frame.headerSize...]) : nil
  }
}

// MARK: - The log and the end

extension RunnerProcess {
  /// Takes what the pipe holds now, at most one chunk of it; false where there was nothing.
  @discardableResult private func readLog() -> Bool {
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

  /// Waits `grace` seconds for the process to end by itself, ends it and whatever it started, and
  /// leaves no zombie.
  private func reap(grace: Double) -> RunnerEnding {
    let deadline = MonotonicDeadline(seconds: grace)
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
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return endedByItself ? RunnerEnding(waitStatus: status) : .ended
  }

  private var hasEnded: Bool {
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
