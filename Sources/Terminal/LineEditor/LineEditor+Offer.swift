internal import CReadline
internal import Glibc

/// A line that failed comes back, to be mended.
extension LineEditor {
  /// Puts a line into the next one. A character typed in its place, or a paste, begins another
  /// line, so that nobody who does not look has to empty it first; a key that moves or deletes
  /// keeps it, to be mended. Enter tries it again. A dumb terminal and a pipe get none.
  package func offer(_ line: String) { offer(PastedText(before: line, "")) }

  /// The same with a mark for what was pasted.
  package func offer(_ line: PastedText) {
    guard capabilities.editsLines else { return }
    pastes = []
    var text = line.before + line.after
    if !line.text.isEmpty {
      text = line.before + keptAside(line.text) + line.after
    } else if text.contains(where: \.isNewline) || !fits(text.utf8.count) {
      text = keptAside(text)
    }
    draft = (text, text.utf8.count)
    offerState = .stands
  }

  /// A line is there for the next prompt, or one is being typed, which the clock may tick into.
  package var isOffering: Bool { draft != nil || isEditing }

  private func keptAside(_ text: String) -> String {
    let paste = Paste(mark: mark(for: Array(text.utf8)), bytes: Array(text.utf8))
    pastes.append(paste)
    return paste.mark
  }

  /// Looks at the first byte of a key before readline does.
  ///
  /// - Returns: whether that was all that the key is for.
  func takesItself(_ byte: UInt8) -> Bool {
    guard isEditing, !readline_is_busy() else { return false }
    let isCharacter = byte >= UInt8(ascii: " ") && byte != 0x7F
    if offerState == .stands, isCharacter { clearLine() }
    offerState = offerState == .stands && byte == 0x1B ? .isTouched : .none
    return (byte == 0x7F || byte == 0x08) && deleteMark()
  }

  /// Whether something stands in the line.
  package var isTyping: Bool { isEditing && capabilities.editsLines && readline_end() > 0 }

  /// What stood there comes back by undo, ^_.
  func clearLine() {
    rl_delete_text(0, readline_end())
    readline_set_point(0)
    pastes = []
  }

  /// Deletes the mark of a paste before the cursor, all of it.
  private func deleteMark() -> Bool {
    guard !pastes.isEmpty, let bytes = readline_line() else { return false }
    let point = Int(readline_point())
    let before = UnsafeBufferPointer(start: bytes, count: point).map { UInt8(bitPattern: $0) }
    let index = pastes.lastIndex { paste in
      before.suffix(paste.mark.utf8.count) == Array(paste.mark.utf8)[...]
    }
    guard let index else { return false }
    let start = point - pastes[index].mark.utf8.count
    rl_delete_text(Int32(start), Int32(point))
    readline_set_point(Int32(start))
    pastes.remove(at: index)
    rl_redisplay()
    return true
  }
}
