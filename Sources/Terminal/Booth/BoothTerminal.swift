internal import CReadline
internal import Glibc
package import Rendering
internal import SystemPackage

/// The terminal of standard input and output in the booth's hands: no echo, no lines, no signals
/// from keys. Keys are read into a locked page that is overwritten after each reading.
package final class BoothTerminal: BoothDevice {
  package let style: TerminalStyle
  package let movesCursor: Bool

  /// How long the rest of a key may take. A lone ESC is known by nothing following it.
  private static let keyPatience = Duration.milliseconds(60)

  private let signals: TerminalSignals
  private let output = TerminalOutput(.standardOutput)
  private let page: LockedPage
  private let start = ContinuousClock.now
  private var original = termios()
  private var decoder = BoothKeyDecoder()
  private var keys: [BoothKey] = []
  private var pendingSignals: [Int32] = []
  private var isTaken = false
  /// Readable where a key or a signal is.
  package let descriptor: Int32

  /// Takes the terminal; nil where there is none.
  ///
  /// - Parameter signals: made before the process started its first thread.
  package init?(_ signals: TerminalSignals) {
    let capabilities = TerminalCapabilities.current()
    guard capabilities.inputIsTerminal, capabilities.outputIsTerminal, let page = LockedPage(),
      tcgetattr(STDIN_FILENO, &original) == 0
    else { return nil }
    self.signals = signals
    self.page = page
    descriptor = descriptor_of_either(signals.descriptor.rawValue, STDIN_FILENO)
    movesCursor = !capabilities.isDumb
    style = TerminalStyle(
      columns: capabilities.columns, usesColour: capabilities.usesColour,
      usesUnicode: capabilities.usesUnicode)
    take()
  }

  deinit {
    release()
    if descriptor >= 0 { close(descriptor) }
  }

  package var size: (columns: Int, rows: Int) {
    guard let size = TerminalCapabilities.size(of: .standardOutput), size.columns > 0,
      size.rows > 0
    else { return (80, 24) }
    return size
  }

  package var now: Duration { ContinuousClock.now - start }

  package func write(_ text: String) { try? output.write(text) }

  package func dropInput() {
    keys = []
    decoder = BoothKeyDecoder()
    tcflush(STDIN_FILENO, TCIFLUSH)
  }

  /// Gives the terminal back as it was; what was typed ahead is forgotten.
  package func release() {
    guard isTaken else { return }
    isTaken = false
    if movesCursor { write("\u{1B}[?2004l") }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &original)
  }

  private func take() {
    var settings = original
    settings.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | BRKINT | ISTRIP)
    settings.c_oflag |= tcflag_t(OPOST | ONLCR)
    withUnsafeMutableBytes(of: &settings.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    isTaken = tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) == 0
    // So that a paste can be told from keys: of a booth it is none.
    if movesCursor { write("\u{1B}[?2004h") }
  }

  package func next(until deadline: Duration?) -> BoothInput {
    while true {
      if let input = nextSignal() { return input }
      if !keys.isEmpty { return .key(keys.removeFirst()) }
      let end = deadline.map { start + $0 }
      let patience = decoder.isWithinKey ? ContinuousClock.now + Self.keyPatience : nil
      let ready = Poll.readable(
        [signals.descriptor, .standardInput], until: [end, patience].compactMap { $0 }.min())
      if ready.contains(.standardInput), !read() { return .gone }
      if ready.isEmpty, decoder.isWithinKey, let key = decoder.giveUp() { keys.append(key) }
      if keys.isEmpty, let end, end <= .now { return .deadline }
    }
  }

  private func nextSignal() -> BoothInput? {
    pendingSignals += signals.taken()
    while !pendingSignals.isEmpty {
      switch pendingSignals.removeFirst() {
      case let signal where signal == SIGTERM || signal == SIGHUP:
        return .terminated(signal: signal)
      case SIGWINCH: return .resized
      case SIGCONT:
        // Whoever stopped the process may have changed the terminal.
        take()
        return .resized
      default: break
      }
    }
    return nil
  }

  /// False: nothing more will come.
  private func read() -> Bool {
    let count = Glibc.read(STDIN_FILENO, page.bytes.baseAddress, LockedPage.size)
    defer { page.wipe() }
    guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) }
    for byte in page.bytes[..<count] {
      if let key = decoder.take(byte) { keys.append(key) }
    }
    return true
  }
}

extension BoothTerminal {
  /// Keeps this process's memory to itself: no core dump, no debugger of the same user, and what is
  /// given back to the allocator is overwritten at once.
  ///
  /// To be called first of all. The allocator takes orders only from the environment a program is
  /// started with (glibc's tunables), so the program may be started again here, in place, with the
  /// same arguments and descriptors.
  package static func guardMemory() {
    if getenv(tunables) == nil, setenv(tunables, overwriting, 1) == 0 {
      // It comes back only where it fails, and then the rest is guarded all the same.
      execv("/proc/self/exe", CommandLine.unsafeArgv)
    }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    process_forbid_dumps()
  }

  private static let tunables = "GLIBC_TUNABLES"
  /// Freed memory is filled with a byte; no thread keeps freed pieces of its own, which are not.
  private static let overwriting = "glibc.malloc.tcache_count=0:glibc.malloc.perturb=90"
}
