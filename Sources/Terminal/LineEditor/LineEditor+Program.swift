internal import Glibc
package import Platform
package import SystemPackage

extension LineEditor {
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
  package func run(_ program: String, _ arguments: [String]) throws(Errno) -> ProcessEnding {
    // The program holds the writing end, without knowing it, for as long as it lives.
    let ends = try FileDescriptor.pipe(options: .closeOnExec)
    defer { try? ends.readEnd.close() }
    var settings = termios()
    let isTerminal = tcgetattr(STDIN_FILENO, &settings) == 0
    let process: pid_t
    do throws(Errno) {
      var start = ProgramStart(program, arguments)
      start.readsNothing = false
      start.descriptors = [(ends.writeEnd.rawValue, ends.writeEnd.rawValue)]
      process = try start.start()
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

  private func wait(for process: pid_t, whoHolds end: FileDescriptor) -> ProcessEnding {
    var isGone = false
    while !isGone {
      let ready = Poll.readable([signals.descriptor, end])
      isGone = ready.contains(end)
      for signal in signals.taken() where signal == SIGTERM || signal == SIGHUP {
        kill(process, signal)
        pendingSignals.append(signal)
      }
    }
    let ending = ProcessEnding(of: process)
    // What the keys sent while the program had the terminal was not for us.
    pendingSignals += signals.taken().filter { $0 == SIGTERM || $0 == SIGHUP }
    pendingSignals.append(SIGWINCH)
    return ending
  }
}
