import Glibc
import TerminalTesting

/// A program whose input and output are no terminal. Waits end with the program, or fail after
/// its patience.
final class Child {
  let process: pid_t
  private var input: CInt
  private let output: CInt
  private let errors: CInt
  private var outputBytes: [UInt8] = []
  private var errorBytes: [UInt8] = []
  private var isReaped = false

  /// How long one wait may take.
  private let patience: Duration

  init(
    _ program: String, _ arguments: [String], environment: [String: String],
    patience: Duration = PseudoTerminal.patience
  ) throws {
    self.patience = patience
    let pairs = try (0..<3).map { _ in try Self.pair() }
    let theirs = pairs.map(\.theirs)
    (input, output, errors) = (pairs[0].ours, pairs[1].ours, pairs[2].ours)
    defer { for descriptor in theirs { close(descriptor) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in theirs.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, CInt(number))
    }
    var child: pid_t = 0
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    let failure = posix_spawn(&child, program, &actions, nil, words, variables)
    guard failure == 0 else { throw TerminalFailure("cannot start \(program): errno \(failure)") }
    process = child
    for descriptor in [input, output, errors] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    if !isReaped {
      _ = Glibc.kill(process, SIGKILL)
      _ = waitpid(process, nil, 0)
    }
    if input >= 0 { close(input) }
    close(output)
    close(errors)
  }

  /// Sockets, because pipes cannot be made close-on-exec in one step from here, and another test
  /// may start a program at any moment.
  private static func pair() throws -> (ours: CInt, theirs: CInt) {
    var ends: [CInt] = [-1, -1]
    let type = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw TerminalFailure("socketpair: errno \(errno)")
    }
    return (ends[0], ends[1])
  }

  var standardOutput: String { String(decoding: outputBytes, as: UTF8.self) }

  func signal(_ number: CInt) { _ = Glibc.kill(process, number) }

  /// Gives it all of `bytes` and the end of input, and waits for its own end.
  func finish(feeding bytes: [UInt8] = []) throws -> Finished {
    try exchange(bytes, what: "the end of the program") { isAtEnd in isAtEnd }
    var status: CInt = 0
    guard waitpid(process, &status, 0) == process else { throw TerminalFailure("lost the child") }
    isReaped = true
    let signal = status & 0x7F
    return Finished(
      status: signal == 0 ? (status >> 8) & 0xFF : -signal, output: outputBytes,
      errors: errorBytes)
  }

  /// Gives it a text, all of it, and reads until its output since then holds `answer`.
  func feed(_ text: String, until answer: String = "") throws {
    let start = outputBytes.count
    try exchange(Array(text.utf8), keepsOpen: true, what: "“\(answer)”") { _ in
      answer.isEmpty || String(decoding: outputBytes[start...], as: UTF8.self).contains(answer)
    }
  }

  private func exchange(
    _ bytes: [UInt8], keepsOpen: Bool = false, what: String, until isDone: (Bool) -> Bool
  ) throws {
    var rest = bytes[...]
    var open = [output, errors]
    let deadline = ContinuousClock.now + patience
    while !(rest.isEmpty && isDone(open.isEmpty)) {
      if rest.isEmpty, !keepsOpen, input >= 0 {
        close(input)
        input = -1
      }
      guard !open.isEmpty, ContinuousClock.now < deadline else {
        let complaint = String(decoding: errorBytes, as: UTF8.self)
        throw TerminalFailure("waited in vain for \(what): \(standardOutput)\(complaint)")
      }
      var entries = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      entries.append(pollfd(fd: rest.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0))
      guard poll(&entries, nfds_t(entries.count), 20_000) >= 0 || errno == EINTR else { continue }
      if entries[entries.count - 1].revents != 0 { write(&rest) }
      open = open.filter { descriptor in
        let entry = entries.first { $0.fd == descriptor }
        return entry?.revents == 0 || read(descriptor)
      }
    }
  }

  private func write(_ rest: inout ArraySlice<UInt8>) {
    let count = rest.withUnsafeBytes {
      send(input, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
    }
    if count > 0 { rest = rest.dropFirst(count) }
    // It has gone, and wants no more.
    if count < 0, errno == EPIPE || errno == ECONNRESET { rest = [] }
  }

  /// - Returns: whether more may come.
  private func read(_ descriptor: CInt) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count > 0 {
      if descriptor == output { outputBytes += buffer[..<count] }
      if descriptor == errors { errorBytes += buffer[..<count] }
      return true
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR)
  }
}

/// How a program ended, and what it said.
struct Finished: CustomStringConvertible {
  /// The exit status; a signal that ended it is negative.
  var status: CInt
  var output: [UInt8]
  var errors: [UInt8]

  var text: String { String(decoding: output, as: UTF8.self) }
  /// The output with its line breaks and indents as single blanks, wherever it was wrapped.
  var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
  /// The same of what it complained.
  var errorWords: String { errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  var description: String { "status \(status)\n\(text)\n— errors —\n\(errorText)" }
}
