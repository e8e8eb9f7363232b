internal import Glibc
package import SystemPackage

/// A program that is to be started, by posix_spawn(3): no process of this size is copied for it.
///
/// The signals that are blocked here are not blocked there. Descriptors are made close-on-exec by
/// whoever makes them, so that it gets those alone that are named. (swift-subprocess starts the
/// programs of asynchronous code; here nothing is, and the runner starts on the way to a prompt.)
package struct ProgramStart {
  /// Its path.
  package var program: String
  /// Its name first.
  package var arguments: [String]
  /// `NAME=value`; nil: the same as here.
  package var environment: [String]?
  /// What it gets, in this order: ours, and the number that it has there.
  package var descriptors: [(ours: Int32, theirs: Int32)] = []
  /// Whether its standard input is empty; else ours.
  package var readsNothing = true
  package var place = Place.ours
  /// Whether it handles every signal as at birth, whatever is ignored here.
  package var resetsSignals = true

  /// Where the keys of a terminal reach it.
  package enum Place: Sendable {
    /// With us.
    case ours
    /// A process group of its own: ^C is not for it.
    case ownGroup
    /// A session of its own: the terminal is not in its reach.
    case ownSession
  }

  package init(_ program: String, _ arguments: [String]) {
    (self.program, self.arguments) = (program, arguments)
  }

  /// - Returns: its process, to be waited for.
  package func start() throws(Errno) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if readsNothing { posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) }
    for (ours, theirs) in descriptors {
      // Onto itself: that alone takes its close-on-exec away over there.
      posix_spawn_file_actions_adddup2(&actions, ours, theirs)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    set(&attributes)
    var process: Int32 = 0
    let error = Self.withCStrings(arguments) { arguments in
      guard let environment else {
        return posix_spawn(&process, program, &actions, &attributes, arguments, environ)
      }
      return Self.withCStrings(environment) { environment in
        posix_spawn(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    guard error == 0 else { throw Errno(rawValue: error) }
    return process
  }

  private func set(_ attributes: inout posix_spawnattr_t) {
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    var flags = POSIX_SPAWN_SETSIGMASK
    if resetsSignals {
      sigfillset(&signals)
      posix_spawnattr_setsigdefault(&attributes, &signals)
      flags |= POSIX_SPAWN_SETSIGDEF
    }
    switch place {
    case .ours: break
    case .ownGroup:
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= POSIX_SPAWN_SETPGROUP
    case .ownSession: flags |= Self.newSession
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// POSIX_SPAWN_SETSID of <spawn.h>, which the C library shows to C programs alone.
  private static let newSession: Int32 = 0x80

  /// Lends `strings` as C has them: pointers with a null at the end.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}

/// How a process ended.
package enum ProcessEnding: Hashable, Sendable {
  case exited(Int32)
  case killed(signal: Int32)

  /// Waits for the end of a process that was started here, and lets it go.
  package init(of process: Int32) {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    self = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
  }
}
