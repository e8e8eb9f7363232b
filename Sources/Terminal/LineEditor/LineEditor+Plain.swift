internal import Glibc
internal import SystemPackage

extension LineEditor {
  /// On a dumb terminal there is someone to be prompted; on a pipe there is nobody.
  func beginPlainLine(_ prompt: Prompt) {
    guard capabilities.inputIsTerminal else { return }
    attempt(prompt.plain)
  }

  /// Below the prompt, where there is one.
  func leavePlainLine() {
    guard capabilities.inputIsTerminal else { return }
    attempt("\n")
  }

  /// Reads what there is. ^D on a dumb terminal ends the input only as long as someone takes it
  /// for an end; a closed one, or a pipe, ends it for good.
  func takeBytes() {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = read(keys.rawValue, &buffer, buffer.count)
    if count > 0 {
      plainLines.append(buffer[..<count])
    } else if count == 0 && capabilities.inputIsTerminal {
      leaveLine()
      outcome = .endOfInput
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      plainLines.finish()
      inputIsClosed = true
    }
  }

  /// The next line that was read; after the last one of a closed input, its end.
  func nextPlainLine() -> EditorEvent? {
    if let line = plainLines.next() {
      shownPrompt = nil
      let typed = capabilities.inputIsTerminal ? line.map(\.withoutKeys) : line
      return PlainLines.event(typed)
    }
    guard inputIsClosed else { return nil }
    isAtEnd = true
    shownPrompt = nil
    return .endOfInput
  }
}

extension PlainLines {
  static func event(_ line: Result<String, LineRefusal>) -> EditorEvent {
    switch line {
    case .success(let text): .line(text)
    case .failure(let refusal): .invalidLine(refusal)
    }
  }
}

extension String {
  /// Without the keys that nobody took on a dumb terminal: arrows and their like, and a lone ESC,
  /// which does nothing to what follows it.
  fileprivate var withoutKeys: String {
    guard unicodeScalars.contains("\u{1B}") else { return self }
    var (text, rest) = (String.UnicodeScalarView(), unicodeScalars[...])
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        text.append(scalar)
        continue
      }
      guard let next = rest.first, "[O".unicodeScalars.contains(next) else { continue }
      rest.removeFirst()
      while let scalar = rest.popFirst(), !("\u{40}"..."\u{7E}").contains(scalar) {}
    }
    return String(text)
  }
}
