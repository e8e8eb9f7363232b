internal import CReadline
internal import Glibc

/// When a line was begun: whoever began it before a warning came has not read the warning.
extension LineEditor {
  /// The terminal has just been taken for a line: keys that are there already were pressed before.
  func noticeTypedAhead() {
    isTypedAhead = hasKeysWaiting
    lineBegan = isTypedAhead ? lastEntered : nil
  }

  /// Called before what nobody asked for is shown: keys that are there already were pressed before
  /// it, though they are taken after it.
  package func noticeKeysWaiting() {
    guard isEditing, capabilities.editsLines, readline_end() == 0, hasKeysWaiting else { return }
    isTypedAhead = true
    lineBegan = .now
  }

  /// A key was taken. One in an empty line is the first, whatever was typed and deleted before it.
  func noticeFirstKey() {
    guard isEditing, firstByte != nil else { return }
    if isTypedAhead {
      isTypedAhead = false
    } else if lineBegan == nil || readline_end() == 0 {
      lineBegan = .now
    }
  }

  private var hasKeysWaiting: Bool {
    !pushedBack.isEmpty || Poll.readable([keys], until: .now) == [keys]
  }
}

/// Keys for a long answer that has ended: whoever turned its pages may press one more, and sees
/// then that they are at the prompt.
extension LineEditor {
  enum PagesEnd: Hashable {
    case none
    case reached
    /// A q came: for the pages, or the first letter of “quality”.
    case q(ContinuousClock.Instant)
  }

  /// The answer has been read to its end, or was left.
  package func pagesEnded() { pagesEnd = .reached }

  /// Whether a byte was meant for the pages. A q counts as the first letter of a word if the next
  /// one comes as quickly as letters do, or is a u.
  func isForPages(_ byte: UInt8) -> Bool {
    let state = pagesEnd
    pagesEnd = .none
    guard isEditing, readline_end() == 0, pushedBack.isEmpty else { return false }
    let isSpace = byte == UInt8(ascii: " ")
    switch state {
    case .none: return false
    case .reached:
      if isSpace { pagesEnd = .reached }
      return byte == UInt8(ascii: "q") ? isQForPages() : isSpace
    case .q(let time):
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") { return true }
      if byte == UInt8(ascii: "q") || isSpace && time.isLongAgo {
        pagesEnd = .reached
        return true
      }
      let isCharacter = byte >= UInt8(ascii: " ") && byte != 0x7F
      guard isCharacter, byte == UInt8(ascii: "u") || !time.isLongAgo else { return false }
      // Both in turn, as if they came now.
      pushedBack = [byte]
      firstByte = UInt8(ascii: "q")
      return false
    }
  }

  /// What came in one go with the q is told at once, however slow this machine is.
  private func isQForPages() -> Bool {
    guard hasKeysWaiting, let next = readByte() else {
      pagesEnd = .q(.now)
      return true
    }
    switch next {
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"): break
    case UInt8(ascii: "q"): pagesEnd = .reached
    default:
      pushedBack = [next]
      return false
    }
    return true
  }
}

extension ContinuousClock.Instant {
  /// Whoever types a word has typed the next letter by then.
  fileprivate var isLongAgo: Bool { .now - self > .milliseconds(300) }
}
