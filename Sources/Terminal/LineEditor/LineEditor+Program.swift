internal import Glibc
package import SystemPackage

extension LineEditor {
  /// How another program at this terminal ended.
  package enum ProgramEnding: Hashable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// Gives the terminal to another program, between one line and the next, and waits until it has
  /// ended.
  ///
  /// A program that dies can't put the terminal back: then that is done here, and what it left on
  /// the screen, and above it, is wiped.
  ///
  /// A signal that asks this process to go is passed on, and reported by the next
  /// ``next(prompt:until:)``: by then the program has put the terminal back. What keys send at the
  /// terminal (^C, ^\) is the program's own matter.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: its name first.
  package func run(_ program: String, _ arguments: [String]) throws(Errno) -> ProgramEnding {
    // The program holds the writing end, without knowing it, for as long as it lives.
    let ends = try FileDescriptor.pipe(options: .closeOnExec)
    defer { try? ends.readEnd.close() }
    var settings = termios()
    let isTerminal = tcgetattr(STDIN_FILENO, &settings) == 0
    let process: pid_t
    do throws(Errno) {
      process = try Self.spawn(program, arguments, holding: ends.writeEnd)
      try? ends.writeEnd.close()
    } catch {
      try? ends.writeEnd.close()
      throw error
    }
    let ending = wait(for: process, whoHolds: ends.readEnd)
    if case .killed = ending, isTerminal {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
      attempt(Self.wiping)
    }
    return ending
  }

  /// In this order: in others, lines stayed in the scrollback of some terminals.
  private static let wiping = "\u{1B}[H\u{1B}[2J\u{1B}[3J\u{1B}[?1049l\u{1B}[?25h"

  private static func spawn(
    _ program: String, _ arguments: [String], holding end: FileDescriptor
  ) throws(Errno) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Onto itself: that alone takes its close-on-exec away over there.
    posix_spawn_file_actions_adddup2(&actions, end.rawValue, end.rawValue)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, program, &actions, &attributes, pointers, environ)
    guard error == 0 else { throw Errno(rawValue: error) }
    return process
  }

  private func wait(for process: pid_t, whoHolds end: FileDescriptor) -> ProgramEnding {
    var isGone = false
    while !isGone {
      let ready = Poll.readable([signals.descriptor, end])
      isGone = ready.contains(end)
      for signal in signals.taken() where signal == SIGTERM || signal == SIGHUP {
        kill(process, signal)
        pendingSignals.append(signal)
      }
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // What the keys sent while the program had the terminal was not for us.
    pendingSignals += signals.taken().filter { $0 == SIGTERM || $0 == SIGHUP }
    pendingSignals.append(SIGWINCH)
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
  }
}
