/// The text that ``HTMLText`` writes; its blanks and line ends are put in once a word follows.
struct HTMLTextOutput {
  /// Blanks and line ends are kept as they come, as in `<pre>`.
  var isPreformatted = false
  private var bytes: [UInt8] = []
  private var hasSpace = false
  private var lineEnds = 0
  /// Whether the last thing was a `<br>`: the line end after it in the source says nothing more.
  private var isAfterBreak = false

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var count: Int { bytes.count }

  /// What was written since there were `start` bytes, without the blanks before it.
  func text(from start: Int) -> String {
    String(decoding: bytes.dropFirst(start).drop(while: ByteClass.isSpace), as: UTF8.self)
  }

  mutating func write(_ text: some Collection<UInt8>) {
    guard !text.isEmpty else { return }
    if !bytes.isEmpty {
      if lineEnds > 0 {
        bytes.append(contentsOf: repeatElement(0x0A, count: lineEnds))
      } else if hasSpace {
        bytes.append(0x20)
      }
    }
    (hasSpace, lineEnds, isAfterBreak) = (false, 0, false)
    bytes.append(contentsOf: text)
  }

  mutating func writeSpace() {
    if isPreformatted { write(CollectionOfOne(0x20)) } else { hasSpace = true }
  }

  /// Ends the line; where `always` is false, only if it is not ended yet.
  mutating func breakLine(always: Bool) {
    lineEnds = always ? min(lineEnds + 1, 2) : max(lineEnds, 1)
    isAfterBreak = true
  }

  /// A line end of a source in which it means one.
  mutating func breakLineOfSource() {
    if !isAfterBreak { lineEnds = min(lineEnds + 1, 2) }
    isAfterBreak = false
  }

  mutating func endParagraph() { lineEnds = 2 }
}
