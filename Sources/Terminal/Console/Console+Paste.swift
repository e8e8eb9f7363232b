import Rendering
import Workshop

extension Console {
  /// Several lines were pasted: nothing happens before the person says what they are.
  func takePaste(_ text: String) -> Onward {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0.contains { !$0.isWhitespace } }
    guard lines.count > 1 else { return take(lines.first ?? "") }
    write(line(Wording.paste(lines.count), as: .title))
    while true {
      switch ask(Question(Prompt(Wording.pasteQuestion))) {
      case .text(let answer):
        switch answer.lowercased().prefix(1) {
        case "", "e": return contribute(lines)
        case "o": return contribute([text])
        case "n": return dropPaste()
        default: continue
        }
      case .refused: continue
      case .cancelled, .ended: return dropPaste()
      }
    }
  }

  private func dropPaste() -> Onward {
    write(line(Wording.pasteDropped, as: .hint))
    return .goOn
  }

  /// Each text is a contribution, even where it begins like a command: it was written elsewhere.
  private func contribute(_ texts: [String]) -> Onward {
    for (index, text) in texts.enumerated() {
      do throws(Problem) {
        show(try desk.perform(text.trimmed.asWords).view)
      } catch {
        show(error)
        if texts.count > 1 { write(line(Wording.pasteStopped(index, texts.count), as: .hint)) }
        return .goOn
      }
    }
    return .goOn
  }
}

extension String {
  /// A line that says this, where the text itself would be a command or ask for an explanation.
  fileprivate var asWords: String {
    let isQuestion = hasSuffix("?") && !dropLast().trimmed.contains(where: \.isWhitespace)
    let escaped = "\\" + self
    // Before anything else than a sign a backslash would stay.
    guard escaped.withoutEscape == self else { return self }
    return isQuestion || hasPrefix("/") || withoutEscape != self ? escaped : self
  }
}
