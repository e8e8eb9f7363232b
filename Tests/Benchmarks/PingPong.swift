import Glibc
import SystemPackage

/// A child process that answers every message of one size with one of another: the least that a
/// question to a process can cost. The child is this program itself, started with `--echo`.
final class PingPong {
  private let socket: FileDescriptor
  private let process: pid_t
  private var message: [UInt8]
  private var answer: [UInt8]

  /// The sizes in bytes.
  init(asking request: Int, answering reply: Int) throws {
    message = [UInt8](repeating: 0x20, count: request)
    answer = [UInt8](repeating: 0x20, count: reply)
    var sockets: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &sockets) == 0 else { throw Errno(rawValue: errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, sockets[1], 0)
    let words = ["benchmarks", "--echo", "\(request)", "\(reply)"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/proc/self/exe", &actions, nil, &arguments, environ)
    close(sockets[1])
    (socket, self.process) = (FileDescriptor(rawValue: sockets[0]), process)
    guard failure == 0 else { throw Errno(rawValue: failure) }
  }

  deinit {
    try? socket.close()
    _ = waitpid(process, nil, 0)
  }

  func ask() throws {
    _ = try socket.writeAll(message)
    guard try socket.fill(&answer) else { throw BenchmarkFailure("the echo ended") }
  }

  /// What the child does, on its standard input, until the other end is closed.
  static func echo(asking request: Int, answering reply: Int) throws {
    let socket = FileDescriptor.standardInput
    let answer = [UInt8](repeating: 0x20, count: reply)
    var message = [UInt8](repeating: 0x20, count: request)
    while try socket.fill(&message) { _ = try socket.writeAll(answer) }
  }
}

extension FileDescriptor {
  /// Reads until `bytes` is full; false where the other end was closed before.
  fileprivate func fill(_ bytes: inout [UInt8]) throws -> Bool {
    var count = 0
    while count < bytes.count {
      let read = try bytes.withUnsafeMutableBytes { buffer in
        try self.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      if read == 0 { return false }
      count += read
    }
    return true
  }
}
