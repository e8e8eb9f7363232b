/// Bytes cut into lines, for input that nobody edits: pipes, files, a dumb terminal. LF and CRLF
/// end a line; the last one may have no end. A bad line is refused with its number and skipped to
/// its end; what follows is read on.
package struct PlainLines {
  private var pending: [UInt8] = []
  private var isTooLong = false
  private var count = 0
  private var complete: ArraySlice<Result<String, LineRefusal>> = []

  package init() {}

  package mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        endLine()
      } else if pending.count <= LineRefusal.byteLimit {
        pending.append(byte)  // one over the limit: it may be the CR of a CRLF
      } else {
        isTooLong = true
      }
    }
  }

  /// No byte will follow: what is left is the last line.
  package mutating func finish() {
    if !pending.isEmpty { endLine() }
  }

  /// The next line that is complete; nil until more bytes come.
  package mutating func next() -> Result<String, LineRefusal>? {
    complete.popFirst()
  }

  private mutating func endLine() {
    count += 1
    if pending.last == UInt8(ascii: "\r") && !isTooLong { pending.removeLast() }
    complete.append(Self.line(pending, number: count))
    pending = []
    isTooLong = false
  }

  /// The text of one line's bytes, however they were read.
  static func line(_ bytes: [UInt8], number: Int) -> Result<String, LineRefusal> {
    guard bytes.count <= LineRefusal.byteLimit else {
      let reason = LineRefusal.Reason.tooLong(limit: LineRefusal.byteLimit)
      return .failure(LineRefusal(line: number, reason: reason))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failure(LineRefusal(line: number, reason: .notUTF8))
    }
    return .success(text)
  }
}
