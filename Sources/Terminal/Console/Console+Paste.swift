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
      guard case .text(let answer) = editor.ask(Question(Prompt(Wording.pasteQuestion))) else {
        write(line(Wording.pasteDropped, as: .hint))
        return .goOn
      }
      switch answer.lowercased().prefix(1) {
      case "", "e": return contribute(lines)
      case "o": return contribute([text])
      case "n":
        write(line(Wording.pasteDropped, as: .hint))
        return .goOn
      default: continue
      }
    }
  }

  /// Each text is a contribution, even where it begins like a command: it was written elsewhere.
  private func contribute(_ texts: [String]) -> Onward {
    for (index, text) in texts.enumerated() {
      do throws(Problem) {
        show(try desk.perform(text.hasPrefix("/") ? "\\" + text : text).view)
      } catch {
        show(error)
        if texts.count > 1 { write(line(Wording.pasteStopped(index, texts.count), as: .hint)) }
        return .goOn
      }
    }
    return .goOn
  }
}
