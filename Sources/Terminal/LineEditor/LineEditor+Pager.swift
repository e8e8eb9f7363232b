internal import Glibc
internal import SystemPackage

extension LineEditor {
  /// What somebody wants who has read a page of a long answer.
  package enum PageKey: Hashable, Sendable {
    /// Space, Enter, PgDn: the next page.
    case on
    /// q, Escape, ^C, ^D; or the process is to go.
    case enough
    /// Anything that belongs to a line: what was typed is the beginning of the next one.
    case typed
  }

  /// Asks for one key between two pages, where lines are edited and none is being typed. Nobody is
  /// trapped: whoever begins to type is at the prompt, with every character that they typed.
  ///
  /// - Parameters:
  ///   - question: a line in the place of the prompt; it is taken away again.
  ///   - deadline: when `tick` is to be called at the latest. What it shows waits.
  package func pageKey(
    _ question: String, deadline: () -> ContinuousClock.Instant?, tick: () -> Void
  ) -> PageKey {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return .on }
    var settings = before
    settings.c_lflag &= ~tcflag_t(ECHO | ICANON)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    isPaging = true
    // So that a paste is known for one, and its lines are not taken for lines that were typed.
    attempt(question + "\u{1B}[?2004h")
    defer {
      attempt("\r\u{1B}[K\u{1B}[?2004l")
      isPaging = false
      tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }
    var decoder = BoothKeyDecoder()
    var sent: [UInt8] = []
    while true {
      let patience = decoder.isWithinKey ? ContinuousClock.now + .milliseconds(60) : nil
      let wake = [deadline(), patience].compactMap(\.self).min()
      let ready = Poll.readable([signals.descriptor, keys], until: wake)
      if ready.contains(signals.descriptor), isToldToStop() { return .enough }
      if ready.contains(keys) {
        let byte = readByte()
        if isAtEnd || lostOutput != nil { return .enough }
        if let byte { sent.append(byte) }
        guard let key = byte.flatMap({ decoder.take($0) }) else { continue }
        if sent == Self.startOfPaste {
          pushedBack = sent
          return .typed
        }
        sent = []
        if let answer = answer(to: key) { return answer }
      } else if ready.isEmpty {
        sent = []
        if let key = decoder.giveUp(), let answer = answer(to: key) { return answer }
        if let due = deadline(), due <= .now { tick() }
      }
    }
  }

  private static let startOfPaste = Array("\u{1B}[200~".utf8)

  /// ^C is used up; all else is for the prompt to act upon.
  private func isToldToStop() -> Bool {
    pendingSignals += signals.taken()
    let isStopped = pendingSignals.contains {
      [SIGINT, SIGTERM, SIGHUP, SIGTSTP].contains($0)
    }
    pendingSignals.removeAll { $0 == SIGINT }
    return isStopped
  }

  /// Nil for what says nothing.
  private func answer(to key: BoothKey) -> PageKey? {
    switch key {
    case .scalar(" "), .enter, .pageDown, .down, .right: return .on
    case .scalar("q"): return answerToQ()
    case .scalar(let scalar):
      pushedBack = Array(String(scalar).utf8)
      return .typed
    case .escape, .interrupt, .other: return .enough
    default: return nil
    }
  }

  /// A q by itself, or the first letter of “quality”.
  private func answerToQ() -> PageKey {
    guard Poll.readable([keys], until: .now + .milliseconds(300)) == [keys], let next = readByte()
    else { return .enough }
    // Whoever is used to it presses Enter too.
    if next == UInt8(ascii: "\r") || next == UInt8(ascii: "\n") { return .enough }
    pushedBack = [UInt8(ascii: "q"), next]
    return .typed
  }
}
