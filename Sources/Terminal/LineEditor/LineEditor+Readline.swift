internal import CReadline
internal import Glibc

extension LineEditor {
  /// Once for the process. What the user's inputrc says of these variables counts more.
  func startReadline() {
    adoptUnicode()
    rl_variable_bind("show-all-if-ambiguous", "on")
    rl_variable_bind("revert-all-at-newline", "on")
    // A terminal sends a key in one go; half a second is enough to type on after an ESC.
    rl_variable_bind("keyseq-timeout", "100")
    readline_configure("Charrette")
    let context = Unmanaged.passUnretained(self).toOpaque()
    readline_listen(
      readline_listener(
        context: context,
        accept: { context, line in LineEditor.from(context).accept(line) },
        read: { context in LineEditor.from(context).byteForReadline() },
        complete: { context, text in LineEditor.from(context).matches(for: text) },
        display: { context in LineEditor.from(context).showCandidates() },
        paste: { context in LineEditor.from(context).takePaste() }))
    rl_initialize()
    readline_take_pastes()
  }

  private static func from(_ context: UnsafeMutableRawPointer) -> LineEditor {
    Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  }

  /// Lines are UTF-8 whatever the locale says; in the C locale readline would take the bytes of an
  /// "é" for commands. (Python does the same: PEP 538.)
  private func adoptUnicode() {
    setlocale(LC_CTYPE, "")
    let charset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) }
    if charset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  func beginLine(_ prompt: Prompt) {
    shownPrompt = prompt
    pasted = nil
    guard capabilities.editsLines else { return beginPlainLine(prompt) }
    clearNonBlocking()
    rl_reset_screen_size()
    readline_begin(prompt.marked)
    if let draft {
      rl_insert_text(draft.text)
      readline_set_point(Int32(draft.point))
      rl_redisplay()
    }
    (draft, offerState) = (nil, draft == nil ? .none : offerState)
    noticeTypedAhead()
  }

  /// A child may have left the terminal non-blocking, and stdio loses output then.
  private func clearNonBlocking() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO] {
      let flags = fcntl(descriptor, F_GETFL)
      if flags >= 0, flags & O_NONBLOCK != 0 {
        _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
      }
    }
  }

  func change(_ prompt: Prompt) {
    guard isQuiet, capabilities.editsLines else { return }
    shownPrompt = prompt
    rl_set_prompt(prompt.marked)
    rl_redisplay()
  }

  /// The line is done, and readline has already put the terminal back.
  private func accept(_ line: UnsafeMutablePointer<CChar>?) {
    rl_callback_handler_remove()
    shownPrompt = nil
    defer { (pastes, offerState) = ([], .none) }
    lastEntered = .now
    guard let line else { return acceptEnd() }
    let length = strlen(line)
    lineCount += 1
    let bytes = UnsafeBufferPointer(start: line, count: length).map { UInt8(bitPattern: $0) }
    outcome = PlainLines.event(lineWithPastes(bytes))
    if isPrivate {
      explicit_bzero(line, length)
      readline_wipe_line()
    }
    free(line)
  }

  /// ^D. Readline goes to a new line here, but only where it had asked for pastes to be marked.
  private func acceptEnd() {
    outcome = .endOfInput
    let marksPastes = rl_variable_value("enable-bracketed-paste").map { String(cString: $0) }
    if marksPastes != "on" { attempt("\n") }
  }

  /// Stops editing; what was typed stays on the screen, with a mark behind it. The terminal is as
  /// it was, the cursor on a fresh line.
  func leaveLine(mark: String = "") {
    guard isEditing else { return }
    shownPrompt = nil
    guard capabilities.editsLines else { return leavePlainLine() }
    rl_callback_sigcleanup()
    rl_free_line_state()
    readline_set_point(readline_end())
    rl_redisplay()
    readline_flush()
    attempt(mark + "\n")
    forgetLine()
    (pastes, offerState) = ([], .none)
  }

  /// Takes the half-typed line off the screen and returns it, to be typed on later. A dumb terminal
  /// keeps its half line to itself, until Enter.
  func setLineAside() -> (text: String, point: Int)? {
    guard isEditing, capabilities.editsLines, let line = readline_line() else {
      leaveLine()
      return draft
    }
    rl_callback_sigcleanup()
    let aside = (String(cString: line), Int(readline_point()))
    rl_clear_visible_line()
    shownPrompt = nil
    forgetLine()
    return aside
  }

  private func forgetLine() {
    rl_callback_handler_remove()
    readline_flush()
    rl_replace_line("", 1)
  }

  /// Takes readline's settings off the terminal, with the line left in memory.
  func releaseTerminal() {
    readline_restore_terminal()
    readline_flush()
  }

  func takeTerminalBack() {
    readline_prepare_terminal()
    rl_reset_screen_size()
    rl_on_new_line()
    rl_redisplay()
  }

  /// Writes where nobody can be told that it failed: the next event says so.
  func attempt(_ text: String) { try? write(text) }
}
