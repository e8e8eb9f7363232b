internal import Glibc

/// Standard input, output and error, made sure of before anything else is opened: where one of them
/// was closed, the next file would get its number, and messages would be written into a journal.
package enum StandardStreams {
  /// Puts something in the place of each stream that is closed. It is opened the wrong way round,
  /// so that to read or to write fails there as it does with a closed one, and is told.
  ///
  /// To be called first in `main`, before there is a second thread.
  package static func secure() {
    for (stream, way) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ] where fcntl(stream, F_GETFD) < 0 && errno == EBADF {
      // Each gets the lowest number that is free: this very one, as those below are open by now.
      if open("/dev/null", way) < 0, open("/", O_RDONLY | O_DIRECTORY) < 0 { _exit(1) }
    }
  }
}
