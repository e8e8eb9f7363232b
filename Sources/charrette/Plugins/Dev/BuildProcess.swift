import Glibc
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
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends.writeEnd.rawValue, 1)
    posix_spawn_file_actions_adddup2(&actions, ends.writeEnd.rawValue, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    // A group of its own: ^C at the prompt is not for it.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    let words =
      ["sh", "-c", "cd -- \"$1\" && eval \"$2\"", "sh", folder, command]
      .map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, words, environ)
    guard failure == 0 else {
      try? ends.readEnd.close()
      throw Errno(rawValue: failure)
    }
    process = child
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
        let status = reap()
        return Ending(
          succeeded: status == 0, output: String(decoding: bytes, as: UTF8.self),
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

  @discardableResult private func reap() -> Int32 {
    isReaped = true
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
