internal import CReadline
internal import Glibc
package import SystemPackage

/// The signals that reach a program at its terminal, as a descriptor to poll instead of handlers
/// that interrupt.
///
/// Make it before the process starts its first thread: threads inherit the mask, and one without it
/// would take a signal and end the process. Children inherit it too: whoever spawns one resets its
/// mask (`POSIX_SPAWN_SETSIGMASK` with an empty set).
package final class TerminalSignals {
  package let descriptor: FileDescriptor

  /// SIGQUIT, ^\, is among them to be ignored: it would leave the terminal in readline's settings.
  static let watched = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT]

  package init() throws(Errno) {
    var set = Self.set(Self.watched)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let opened = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    guard opened >= 0 else { throw Errno(rawValue: errno) }
    descriptor = FileDescriptor(rawValue: opened)
  }

  deinit { try? descriptor.close() }

  /// The signals that came since the last call.
  func taken() -> [Int32] {
    var numbers: [Int32] = []
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while read(descriptor.rawValue, &information, size) == size {
      numbers.append(Int32(information.ssi_signo))
    }
    return numbers
  }

  /// Stops this process as ^Z does, and returns when it goes on. The kernel does nothing where no
  /// shell is there to continue it.
  func stopProcess() {
    var set = Self.set([SIGTSTP, SIGCONT])
    raise(SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)  // stops here
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  private static func set(_ numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}
