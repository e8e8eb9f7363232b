internal import CReadline
internal import Glibc
internal import SystemPackage

/// Pastes. Nothing else happens while one comes in, and the clock rests. One of several lines, or
/// one that would fill the window, is kept aside; in the line stands a mark for it, such as
/// `[60 lines: Ann Lee … Zoë Ito]`, which one Backspace takes away.
extension LineEditor {
  private static let end = Array("\u{1B}[201~".utf8)

  /// Readline has read the beginning of a paste.
  func takePaste() {
    guard let bytes = bytesOfPaste() else { return }
    if offerState == .isTouched { clearLine() }
    offerState = .none
    let text = bytes.withPlainLineEnds
    guard !text.isEmpty else { return }
    if !text.contains(UInt8(ascii: "\n")), fits(text.count) {
      insert(text)
    } else {
      let paste = Paste(mark: mark(for: text), bytes: text)
      pastes.append(paste)
      insert(Array(paste.mark.utf8))
    }
  }

  /// To its end mark; nil where a signal, or the end of the input, came first.
  private func bytesOfPaste() -> [UInt8]? {
    var bytes: [UInt8] = []
    var tail: [UInt8] = []
    while tail != Self.end {
      let byte = byteForReadline()
      if byte < 0 {
        if isAtEnd || pendingSignals.contains(where: [SIGTERM, SIGHUP].contains) { return nil }
        guard pendingSignals.contains(SIGINT) else { continue }
        // What comes after a ^C is still the paste's, and must not be taken for keys.
        dropRestOfPaste()
        return nil
      }
      // What is longer is refused when the line is entered.
      if bytes.count <= LineRefusal.pasteLimit { bytes.append(UInt8(truncatingIfNeeded: byte)) }
      tail = tail.suffix(Self.end.count - 1) + [UInt8(truncatingIfNeeded: byte)]
    }
    if bytes.suffix(Self.end.count).elementsEqual(Self.end) { bytes.removeLast(Self.end.count) }
    return bytes
  }

  /// Reads on to the end mark, or until nothing has come for a moment: the kernel may have thrown
  /// the mark away with the ^C.
  private func dropRestOfPaste() {
    var tail: [UInt8] = []
    while tail != Self.end, !isAtEnd {
      guard Poll.readable([keys], until: .now + .milliseconds(80)) == [keys] else { return }
      let byte = byteForReadline()
      if byte >= 0 { tail = tail.suffix(Self.end.count - 1) + [UInt8(truncatingIfNeeded: byte)] }
    }
  }

  private func insert(_ bytes: [UInt8]) {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        if let start = text.baseAddress { _ = rl_insert_text(start) }
      }
    }
  }

  /// Whether a line of so many bytes leaves room in the window.
  func fits(_ bytes: Int) -> Bool {
    let size = TerminalCapabilities.size(of: .standardOutput)
    let rows = max(2, (size?.rows ?? capabilities.rows) / 2)
    return bytes <= rows * max(20, size?.columns ?? capabilities.columns)
  }

  /// `[60 lines: the first … the last]`, in somewhat more than half a row.
  func mark(for bytes: [UInt8]) -> String {
    let lines = PastedLines(String(decoding: bytes, as: UTF8.self)).entries.map(\.text)
    let columns = TerminalCapabilities.size(of: .standardOutput)?.columns ?? capabilities.columns
    let dots = capabilities.usesUnicode ? "…" : "..."
    let head = Wording.pasteMark(lines.count)
    let room = max(6, (columns * 3 / 5 - head.count - 5) / (lines.count > 1 ? 2 : 1))
    let first = cut(lines.first ?? "", to: room, dots)
    guard lines.count > 1, let last = lines.last else { return "[\(head): \(first)]" }
    return "[\(head): \(first) \(dots) \(cut(last, to: room, dots))]"
  }

  private func cut(_ text: String, to room: Int, _ dots: String) -> String {
    guard options.width(text) > room else { return text }
    var text = text
    while !text.isEmpty, options.width(text + dots) > room { text.removeLast() }
    return text + dots
  }

  // MARK: Entering

  /// The line that was entered, with what its marks stand for in their place.
  func lineWithPastes(_ typed: [UInt8]) -> Result<String, LineRefusal> {
    var (line, rest) = ([UInt8](), typed[...])
    var inner: Range<Int>?
    for paste in pastes {
      guard let place = rest.firstRange(of: Array(paste.mark.utf8)) else {
        guard rest.hasPiece(of: paste.mark) else { continue }
        return .failure(LineRefusal(line: lineCount, reason: .brokenPaste))
      }
      line += rest[..<place.lowerBound]
      inner = (inner?.lowerBound ?? line.count)..<(line.count + paste.bytes.count)
      line += paste.bytes
      rest = rest[place.upperBound...]
    }
    line += rest
    guard let inner, line[inner].contains(UInt8(ascii: "\n")) else {
      return PlainLines.line(line, number: lineCount)
    }
    return linesWithPastes(line, inner)
  }

  private func linesWithPastes(
    _ line: [UInt8], _ inner: Range<Int>
  ) -> Result<String, LineRefusal> {
    guard line.count <= LineRefusal.pasteLimit else {
      let reason = LineRefusal.Reason.tooLong(limit: LineRefusal.pasteLimit)
      return .failure(LineRefusal(line: lineCount, reason: reason))
    }
    for part in line.split(separator: UInt8(ascii: "\n")) {
      if case .failure(let refusal) = PlainLines.line(Array(part), number: lineCount) {
        return .failure(refusal)
      }
    }
    let text = { (bytes: ArraySlice<UInt8>) in String(decoding: bytes, as: UTF8.self) }
    pasted = PastedText(
      before: text(line[..<inner.lowerBound]), text(line[inner]),
      after: text(line[inner.upperBound...]))
    return .success(text(line[...]))
  }
}

extension [UInt8] {
  /// With LF for every line end and none at its end; without NUL, which readline takes for an end.
  fileprivate var withPlainLineEnds: [UInt8] {
    var text: [UInt8] = []
    var last: UInt8 = 0
    for byte in self where byte != 0 {
      let isEnd = byte == UInt8(ascii: "\r")
      if byte != UInt8(ascii: "\n") || last != UInt8(ascii: "\r") {
        text.append(isEnd ? UInt8(ascii: "\n") : byte)
      }
      last = byte
    }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    return text
  }
}

extension ArraySlice<UInt8> {
  /// Whether somebody deleted a part of the mark: its beginning or its end is still there.
  fileprivate func hasPiece(of mark: String) -> Bool {
    let bytes = Array(mark.utf8)
    return firstRange(of: bytes.prefix(6)) != nil || firstRange(of: bytes.suffix(6)) != nil
  }

  fileprivate func firstRange(of piece: some Collection<UInt8>) -> Range<Int>? {
    guard let first = piece.first, piece.count <= count else { return nil }
    for start in startIndex...(endIndex - piece.count) where self[start] == first {
      if self[start..<(start + piece.count)].elementsEqual(piece) {
        return start..<(start + piece.count)
      }
    }
    return nil
  }
}
