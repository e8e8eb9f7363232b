import Glibc
import SystemPackage
import TestSupport
import Testing

/// A running copy of one of the package's executables, its output at the end of a socket.
final class Child {
  let pid: pid_t
  private let output: FileDescriptor

  /// Starts the product called `name`, which lies beside the tests' own executable.
  init(_ name: String, _ arguments: [String]) throws {
    let path = try #require(BuildProducts.program(name))
    var ends: [Int32] = [0, 0]
    // Not a pipe: a child started meanwhile by another test must not inherit the ends.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Errno(rawValue: errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, path, &actions, nil, &argv, environ)
    close(ends[1])
    output = FileDescriptor(rawValue: ends[0])
    self.pid = pid
    guard failure == 0 else { throw Errno(rawValue: failure) }
  }

  /// Reads what the child prints, until `isEnough` lines came or it ended.
  func lines(atLeast isEnough: Int = .max) throws -> [String] {
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while text.count(where: { $0 == 0x0A }) < isEnough {
      let count = try chunk.withUnsafeMutableBytes { try output.read(into: $0) }
      if count == 0 { break }
      text += chunk[..<count]
    }
    return text.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Waits until it has stopped itself; false where it ended instead.
  func waitUntilStopped() -> Bool {
    var status: Int32 = 0
    while waitpid(pid, &status, WUNTRACED) < 0 && errno == EINTR {}
    return status & 0xFF == 0x7F
  }

  /// The next line that the child prints; nil at its end.
  func nextLine() throws -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while try withUnsafeMutableBytes(of: &byte, { try output.read(into: $0) }) == 1 {
      if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
    return nil
  }

  /// Waits for the end and gives the status that `waitpid` tells.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    try? output.close()
    return status
  }
}
