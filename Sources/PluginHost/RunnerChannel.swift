internal import Glibc
internal import Platform
internal import SystemPackage

/// A process just started and the host's ends of what leads to it.
struct RunnerChannel {
  let process: pid_t
  /// Stream socket, descriptor 3 over there.
  let socket: Int32
  /// The reading end of its standard output and error; does not block.
  let output: Int32

  /// Starts `runner` with an empty standard input, in a session of its own (so that Ctrl-C at the
  /// terminal is not for it, and the terminal not in its reach), with every signal as at birth and
  /// with nothing of our environment but where libraries are.
  ///
  /// Every descriptor is made close-on-exec in the call that makes it: another thread may be
  /// starting a process at the same moment, and a copy there would hide this one's end from us.
  ///
  /// A Swift plugin's backtraces are off: they would start a program, take seconds, and push what
  /// the plugin itself said out of its log.
  init(spawning runner: String, _ arguments: [String]) throws(Errno) {
    var sockets: [Int32] = [-1, -1]
    var pipes: [Int32] = [-1, -1]
    var started = false
    defer {
      // The child's ends always; ours too where nothing was started.
      let mine = started ? [] : [sockets[0], pipes[0]]
      for descriptor in mine + [sockets[1], pipes[1]] where descriptor >= 0 { close(descriptor) }
    }
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    _ = try checked(socketpair(AF_UNIX, type, 0, &sockets))
    let pipe = try FileDescriptor.pipe(options: .closeOnExec)
    pipes = [pipe.readEnd.rawValue, pipe.writeEnd.rawValue]
    _ = try checked(fcntl(pipes[0], F_SETFL, O_NONBLOCK))
    try RunnerChannel.moveOutOfTheWay(&sockets[1])
    try RunnerChannel.moveOutOfTheWay(&pipes[1])
    process = try RunnerChannel.spawn(runner, arguments, socket: sockets[1], output: pipes[1])
    socket = sockets[0]
    output = pipes[0]
    started = true
  }

  /// A descriptor below 4 would be overwritten while the child's own are put in their places.
  private static func moveOutOfTheWay(_ descriptor: inout Int32) throws(Errno) {
    guard descriptor < 4 else { return }
    let moved = try checked(fcntl(descriptor, F_DUPFD_CLOEXEC, 4))
    close(descriptor)
    descriptor = moved
  }

  private static func spawn(
    _ runner: String, _ arguments: [String], socket: Int32, output: Int32
  ) throws(Errno) -> pid_t {
    var start = ProgramStart(runner, [runner] + arguments)
    start.environment = environment
    start.descriptors = [(output, 1), (output, 2), (socket, 3)]
    start.place = .ownSession
    return try start.start()
  }

  private static var environment: [String] {
    let libraries = getenv("LD_LIBRARY_PATH").map { ["LD_LIBRARY_PATH=\(String(cString: $0))"] }
    return (libraries ?? []) + ["SWIFT_BACKTRACE=enable=no"]
  }
}
