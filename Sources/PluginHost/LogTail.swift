/// The last lines that a plugin printed, in bounded memory however much it prints.
package struct LogTail: Sendable {
  package static let lineLimit = 20
  /// In bytes; what is longer is cut.
  package static let lengthLimit = 500

  private var lines: [[UInt8]] = []
  /// The line that has no newline yet.
  private var open: [UInt8] = []

  package init() {}

  /// Oldest first, with the unfinished line last. Bytes that are not UTF-8 show as U+FFFD.
  package var text: [String] {
    let all = open.isEmpty ? lines : lines + [open]
    return all.suffix(LogTail.lineLimit).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Adds what was just read from the plugin's output.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while let newline = rest.firstIndex(of: 0x0A) {
      extend(rest[..<newline])
      finishLine()
      rest = rest[(newline + 1)...]
    }
    extend(rest)
  }

  private mutating func extend(_ piece: Slice<UnsafeRawBufferPointer>) {
    open += piece.prefix(max(0, LogTail.lengthLimit - open.count))
  }

  private mutating func finishLine() {
    if lines.count == LogTail.lineLimit { lines.removeFirst() }
    lines.append(open)
    open.removeAll()
  }
}
