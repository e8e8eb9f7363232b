internal import Glibc

extension PseudoTerminal {
  /// Long enough for a busy machine; only a failing test takes this long.
  package static let patience = Duration.seconds(60)

  /// Types a text, all of it, reading what the program answers meanwhile.
  package func send(_ text: String) throws { try send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    let deadline = ContinuousClock.now + Self.patience
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno != EAGAIN, errno != EINTR {
        throw failure("cannot type, errno \(errno)")
      } else {
        try wait(for: POLLIN | POLLOUT, until: deadline, "the program to take what was typed")
      }
    }
  }

  /// Waits until the screen shows a text; one that is wrapped at the edge counts too. Blanks at the
  /// end of the text do not count: nobody sees them.
  package func waitFor(_ text: String, within patience: Duration = patience) throws {
    var text = text
    while text.last == " " { text.removeLast() }
    try waitUntil("the screen shows “\(text)”", within: patience) { screen in
      screen.text.contains(text) || screen.unwrappedText.contains(text)
    }
  }

  /// Waits until the cursor stands there: the last thing that a program draws.
  package func waitForCursor(
    row: Int, column: Int, within patience: Duration = patience
  ) throws {
    let place = Screen.Cursor(row: row, column: column)
    try waitUntil("the cursor is in row \(row), column \(column)", within: patience) {
      $0.cursor == place
    }
  }

  package func waitUntil(
    _ what: String, within patience: Duration = patience, _ holds: (Screen) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + patience
    drain()
    while !holds(screen) {
      if isAtEnd { throw failure("the program ended before \(what)") }
      try wait(for: POLLIN, until: deadline, what)
    }
  }

  /// Waits for the program's end; everything that it wrote is on the screen then.
  @discardableResult
  package func waitForExit(within patience: Duration = patience) throws -> Exit {
    if let exit { return exit }
    let deadline = ContinuousClock.now + patience
    while true {
      var ended = pollfd(fd: exitPoll, events: Int16(POLLIN), revents: 0)
      if poll(&ended, 1, 0) > 0 { break }
      try wait(for: POLLIN, until: deadline, "the program's end")
    }
    drain()
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else { throw failure("nobody to wait for") }
    let signal = status & 0x7F
    let result = signal == 0 ? Exit.status((status >> 8) & 0xFF) : .signal(signal)
    exit = result
    return result
  }

  /// Polls the terminal and the program's end, and takes in what there is.
  private func wait(
    for events: Int32, until deadline: ContinuousClock.Instant, _ what: String
  ) throws {
    let left = deadline - .now
    guard left > .zero else { throw failure("waited in vain: \(what)") }
    var descriptors = [
      pollfd(fd: isAtEnd ? -1 : master, events: Int16(events), revents: 0),
      pollfd(fd: exitPoll, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&descriptors, 2, Int32(left / .milliseconds(1)) + 1)
    drain()
    if descriptors[1].revents != 0 { isAtEnd = true }
  }

  /// Takes in all that the program has written.
  package func drain() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while !isAtEnd {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(master, $0.baseAddress, $0.count) }
      if count > 0 {
        output += buffer[..<count]
        screen.feed(buffer[..<count])
      } else if count < 0, errno == EINTR {
        continue
      } else {
        if count == 0 || errno != EAGAIN { isAtEnd = true }
        return
      }
    }
  }

  func failure(_ what: String) -> TerminalFailure {
    let edge = "+" + String(repeating: "-", count: screen.columns) + "+"
    let rows = screen.lines.map { "|" + $0 }.joined(separator: "\n")
    let cursor = "cursor in row \(screen.cursor.row), column \(screen.cursor.column)"
    let unknown = screen.unknown.isEmpty ? "" : "\nunknown sequences: \(screen.unknown)"
    return TerminalFailure("\(what)\n\(edge)\n\(rows)\n\(edge)\n\(cursor)\(unknown)")
  }
}
