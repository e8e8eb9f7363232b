internal import Glibc

/// How a command ends that is told to stop (^C) while it works and shows nothing: with one line and
/// the status that shells know, 130. A command that shows nothing until it is done leaves nothing
/// half done.
package enum CalmStop {
  private static let words: StaticString = "\nStopped before there was a result.\n"

  /// Call it before the work begins. Whoever started the program so that ^C means nothing to it, as
  /// `nohup` and scripts do, goes on meaning that.
  package static func onInterrupt() {
    _ = words.utf8CodeUnitCount
    let before = signal(SIGINT) { _ in
      // Nothing but system calls may be done here.
      _ = Glibc.write(STDERR_FILENO, CalmStop.words.utf8Start, CalmStop.words.utf8CodeUnitCount)
      _exit(130)
    }
    if unsafeBitCast(before, to: Int.self) == 1 { signal(SIGINT, SIG_IGN) }
  }
}
