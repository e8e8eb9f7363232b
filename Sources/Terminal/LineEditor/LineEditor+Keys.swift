internal import CReadline
internal import Glibc
internal import SystemPackage

extension LineEditor {
  /// The terminal opened once more, so that a read which finds nothing returns: ^C and ^Z make the
  /// kernel forget keys that poll() has already announced. Made non-blocking itself, standard input
  /// would be so for every process that shares it. Where it cannot be opened (a terminal that
  /// belongs to another user) standard input has to do.
  static func openKeys() -> FileDescriptor {
    let path = "/proc/self/fd/\(STDIN_FILENO)"
    let opened = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return opened < 0 ? .standardInput : FileDescriptor(rawValue: opened)
  }

  /// Hands one key to readline, or the first byte of one.
  func takeKey() {
    firstByte = readByte()
    lastKey = .now
    noticeFirstKey()
    if let byte = firstByte {
      if isForPages(byte) || takesItself(byte) { firstByte = nil } else { rl_callback_read_char() }
    }
    guard isAtEnd else { return }
    close()
    outcome = .endOfInput
  }

  /// When a key that was begun with ESC, and has not come to its end, is given up; nil where none
  /// is. The prefixes that people press, such as ^X, wait for their other half as long as it takes,
  /// but not while a notice waits for them.
  var keyLimit: ContinuousClock.Instant? {
    guard isEditing, capabilities.editsLines, readline_is_within_key() else { return nil }
    if keyBeganWithEscape { return keyPatience.map { lastKey + $0 } }
    return notices.isEmpty || options.isLinear ? nil : lastKey + .seconds(1)
  }

  /// Nil: for ever, where the user's inputrc says so.
  private var keyPatience: Duration? {
    if let patience = options.keyPatience { return patience }
    let milliseconds = rl_variable_value("keyseq-timeout").flatMap { Int(String(cString: $0)) } ?? 0
    return milliseconds > 0 ? .milliseconds(milliseconds) : nil
  }

  /// Only where no more has come: a machine that is slow is no hand that is.
  func giveUpKey() {
    guard let limit = keyLimit, limit <= .now else { return }
    rl_callback_sigcleanup()
    if offerState == .isTouched { offerState = .stands }
  }

  /// Readline's way to read. More than the first byte is asked for in the middle of a paste, which
  /// is read to its end; there a signal that ends the line has to end the paste too.
  func byteForReadline() -> Int32 {
    while !isAtEnd {
      if let byte = firstByte ?? readByte() {
        firstByte = nil
        if !readline_is_within_key() { keyBeganWithEscape = byte == 0x1B }
        return Int32(byte)
      }
      if !isAtEnd, Poll.readable([keys, signals.descriptor]) == [signals.descriptor] {
        pendingSignals += signals.taken()
        if pendingSignals.contains(where: [SIGINT, SIGTERM, SIGHUP, SIGTSTP].contains) { break }
      }
    }
    return EOF
  }

  /// The next byte; nil where there is none now, or never again.
  func readByte() -> UInt8? {
    if !pushedBack.isEmpty { return pushedBack.removeFirst() }
    var byte: UInt8 = 0
    let count = read(keys.rawValue, &byte, 1)
    if count == 1 { return byte }
    isAtEnd = count == 0 || (errno != EINTR && errno != EAGAIN)
    return nil
  }
}
