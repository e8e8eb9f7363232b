internal import CReadline
internal import Glibc

extension LineEditor {
  /// Acts upon the signals that came, up to the first that the caller has to know of.
  func handleSignals() -> EditorEvent? {
    pendingSignals += signals.taken()
    while !pendingSignals.isEmpty {
      if let event = handle(pendingSignals.removeFirst()) { return event }
    }
    return nil
  }

  /// Takes the signals that came while something other than the prompt is waited for. ^C is used up
  /// by it; the others are acted upon at the next prompt.
  ///
  /// - Returns: whether it was ^C, or the process is told to go.
  package func takeInterrupt() -> Bool {
    pendingSignals += signals.taken()
    let ends = pendingSignals.contains(where: [SIGINT, SIGTERM, SIGHUP].contains)
    pendingSignals.removeAll { $0 == SIGINT }
    return ends
  }

  private func handle(_ signal: Int32) -> EditorEvent? {
    switch signal {
    case SIGINT:
      dropLine()
      return .interrupt
    case SIGTERM, SIGHUP:
      close()
      showNotices()
      return .terminate(signal: signal)
    case SIGWINCH: if isEditing, capabilities.editsLines { rl_resize_terminal() }
    case SIGTSTP: stop()
    case SIGCONT: if isEditing, capabilities.editsLines { comeBack() }
    default: break
    }
    return nil
  }

  /// ^C: the line stays on the screen as it was dropped.
  private func dropLine() {
    leaveLine(mark: capabilities.editsLines ? Wording.interrupted : "")
    showNotices()
  }

  /// ^Z: stops below the line, with the terminal as the shell wants it; then the line comes back.
  private func stop() {
    guard isEditing, capabilities.editsLines else { return signals.stopProcess() }
    rl_callback_sigcleanup()
    let point = readline_point()
    readline_set_point(readline_end())
    rl_redisplay()
    readline_flush()
    attempt("\n")
    readline_set_point(point)
    releaseTerminal()
    signals.stopProcess()
    takeTerminalBack()
  }

  /// Somebody else stopped and continued the process, and the shell has changed the terminal.
  private func comeBack() {
    releaseTerminal()
    takeTerminalBack()
  }
}
