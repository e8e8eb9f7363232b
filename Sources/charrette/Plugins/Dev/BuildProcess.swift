import Glibc
import Platform
import SystemPackage

/// A build that runs while the console goes on.
final class BuildProcess {
  /// Can be read when it has something to say, and when it is over.
  let descriptor: FileDescriptor
  private let process: pid_t
  private let start = ContinuousClock.now
  private var bytes: [UInt8] = []
  private var isReaped = false

  /// How a build ended.
  struct Ending {
    var succeeded: Bool
    /// What it said, of which the last part is kept.
    var output: String
    var seconds: Double
  }

  /// Starts `command` with the shell, in `folder`.
  init(_ command: String, in folder: String) throws(Errno) {
    let ends = try FileDescriptor.pipe(options: .closeOnExec)
    defer { try? ends.writeEnd.close() }
    _ = fcntl(ends.readEnd.rawValue, F_SETFL, O_NONBLOCK)
    descriptor = ends.readEnd
    var start = ProgramStart(
      "/bin/sh", ["sh", "-c", "cd -- \"$1\" && eval \"$2\"", "sh", folder, command])
    start.descriptors = [(ends.writeEnd.rawValue, 1), (ends.writeEnd.rawValue, 2)]
    // ^C at the prompt is not for it.
    start.place = .ownGroup
    start.resetsSignals = false
    do throws(Errno) {
      process = try start.start()
    } catch {
      try? ends.readEnd.close()
      throw error
    }
  }

  deinit {
    if !isReaped {
      kill(-process, SIGTERM)
      reap()
    }
    try? descriptor.close()
  }

  /// Takes what it says; nil while it goes on.
  func goOn() -> Ending? {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor.rawValue, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
        if bytes.count > 1 << 20 { bytes.removeFirst(bytes.count - 1 << 19) }
      } else if count == 0 {
        return Ending(
          succeeded: reap() == .exited(0), output: String(decoding: bytes, as: UTF8.self),
          seconds: (ContinuousClock.now - start) / .seconds(1))
      } else if errno != EINTR {
        return nil
      }
    }
  }

  /// Waits for its end.
  func finish() -> Ending {
    while true {
      if let ending = goOn() { return ending }
      var entry = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
      poll(&entry, 1, -1)
    }
  }

  @discardableResult private func reap() -> ProcessEnding {
    isReaped = true
    return ProcessEnding(of: process)
  }
}
