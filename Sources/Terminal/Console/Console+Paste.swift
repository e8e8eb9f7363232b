import Rendering
import Workshop

/// Several lines were pasted. Whatever they look like, they were written elsewhere, for somebody
/// else: nothing happens before the person has said what they are, and no line of them is a
/// command.
extension Console {
  func takePaste(_ paste: PastedText) -> Onward {
    let entries = PastedLines(paste.text).entries
    guard let first = entries.first else { return dropPaste() }
    guard entries.count > 1 else { return takeOne(paste, first.text) }
    if let use = pasteUse(before: paste.before) {
      return use.isList ? takeList(paste, entries) : takeAfterCommand(paste, entries, use.command)
    }
    tellPaste(entries, Wording.pasteChoices)
    return switch askAboutPaste() {
    case .each: finish(contribute(paste, entries), of: entries.count)
    case .one: takeWhole(paste, entries)
    case .nothing: dropPaste()
    }
  }

  /// One line was left of it: as if it had been typed, but that it is no command.
  private func takeOne(_ paste: PastedText, _ text: String) -> Onward {
    guard paste.before.trimmed.isEmpty else { return take(paste.before + text + paste.after) }
    return take(desk.line(saying: text + paste.after))
  }

  func dropPaste() -> Onward {
    write(line(Wording.pasteDropped, as: .hint))
    return .goOn
  }

  // MARK: The question

  private enum PasteChoice { case each, one, nothing }

  /// How many they are, and the first and the last of them.
  private func tellPaste(_ entries: [PastedLines.Entry], _ choices: String) {
    write(line(Wording.paste(entries.count, choices), as: .title))
    let room = max(8, presentation.style.columns - 12)
    for (head, entry) in [("First", entries.first), ("Last", entries.last)] {
      let text = neutralised(entry?.text ?? "").truncated(to: room)
      write(line("  \(head.padded(to: 5)) \(text)", as: .hint))
    }
  }

  private func askAboutPaste() -> PasteChoice {
    while true {
      switch ask(Question(Prompt(Wording.pasteQuestion))) {
      case .text where editor.pasted != nil: write(line(Wording.pastedAnswer, as: .hint))
      case .text(let answer):
        switch answer.lowercased().prefix(1) {
        case "", "e": return .each
        case "o": return .one
        case "n": return .nothing
        default: continue
        }
      case .refused(let refusal): show(refusal.problem)
      case .cancelled, .ended: return .nothing
      }
    }
  }

  // MARK: What people say

  /// All lines in one contribution.
  private func takeWhole(_ paste: PastedText, _ entries: [PastedLines.Entry]) -> Onward {
    let text = entries.map(\.text).joined(separator: "\n")
    let whole = paste.before + text + paste.after
    do throws(Problem) {
      return try follow(
        try desk.perform(paste.before.trimmed.isEmpty ? desk.line(saying: whole) : whole))
    } catch {
      show(error)
      editor.offer(paste)
      return .goOn
    }
  }

  /// Each line by itself. What was typed before them is each one's where it says whose or where it
  /// is (`@Ruth`, `>12`, `pains:`), and otherwise the beginning of the first.
  private func contribute(_ paste: PastedText, _ entries: [PastedLines.Entry]) -> PasteOutcome {
    let before = paste.before.trimmed
    let isEachs = before.hasPrefix("@") || before.hasPrefix(">") || before.hasSuffix(":")
    return takeEach(entries) { [desk] index, text in
      let tail = index == entries.count - 1 ? paste.after : ""
      let head = isEachs || index == 0 ? paste.before : ""
      return head.trimmed.isEmpty ? desk.line(saying: text + tail) : head + text + tail
    }
  }

  // MARK: After a command

  /// The command that was typed before a paste, and whether it takes a list of names.
  private func pasteUse(before: String) -> (command: String, isList: Bool)? {
    guard before.hasPrefix("/"), !before.hasPrefix("//"), before.contains(where: \.isWhitespace)
    else { return nil }
    let name = before.prefix { !$0.isWhitespace }
    guard let shape = desk.shape(ofCommand: String(name.dropFirst())) else { return nil }
    return (String(name), shape.parameters.contains { $0.kind == .names })
  }

  private func takeAfterCommand(
    _ paste: PastedText, _ entries: [PastedLines.Entry], _ command: String
  ) -> Onward {
    tellPaste(entries, Wording.pasteChoices(after: command))
    switch askAboutPaste() {
    case .each:
      return finish(
        takeEach(entries) { _, text in paste.before + text + paste.after }, of: entries.count)
    case .one:
      return take(
        paste.before + entries.map(\.text).joined(separator: " ") + paste.after)
    case .nothing: return dropPaste()
    }
  }

  // MARK: Names

  /// A list of names, one a line or with commas between: all that can be taken are taken in one
  /// step.
  private func takeList(_ paste: PastedText, _ entries: [PastedLines.Entry]) -> Onward {
    let outcome = addList(paste, entries)
    return outcome.failures.isEmpty ? .goOn : finish(outcome, of: entries.count)
  }

  /// - Returns: what could not be taken; that is not told yet.
  func addList(_ paste: PastedText, _ entries: [PastedLines.Entry]) -> PasteOutcome {
    var outcome = PasteOutcome()
    // Behind a bullet a line is one person, whatever is in it.
    let sorted = desk.sorted(entries.map { $0.text.withoutCommas }) { names in
      paste.before + names.map { "• \($0)" }.joined(separator: "\n") + paste.after
    }
    for (index, problem) in sorted.refused {
      let entry = entries[index]
      outcome.failures.append(.init(entry: entry, line: paste.before + entry.text, problem))
    }
    outcome.taken = sorted.taken.count
    guard let line = sorted.line else { return outcome }
    do throws(Problem) {
      show(try desk.perform(line).view)
    } catch {
      show(error)
      editor.offer(paste)
      return PasteOutcome()
    }
    return outcome
  }
}

extension String {
  /// A name without the comma of a list behind it.
  fileprivate var withoutCommas: String {
    var name = self[...]
    while let last = name.last, ",;".contains(last) { name = name.dropLast() }
    return name.trimmed
  }
}
