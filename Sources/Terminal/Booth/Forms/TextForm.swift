package import ExerciseProtocol

/// Words, on a sheet of some lines: ``PaperForm/text(lines:)``.
///
/// On the screen one writes into it; Enter begins a new line, and an empty line ends it. Where
/// answers are typed, each typed line is one more line.
package struct TextForm: BoothForm {
  package let question: PaperQuestion
  private var lines: [[Character]] = [[]]
  private var line = 0
  private var column = 0
  private let most: Int

  /// More characters than these are no answer but an accident.
  package static let longest = 4000

  package init(_ question: PaperQuestion) {
    self.question = question
    if case .text(let lines) = question.form { most = max(1, lines) } else { most = 1 }
  }

  private var text: String {
    var text = lines.map { String($0) }
    while let last = text.last, last.isBlank { text.removeLast() }
    return text.joined(separator: "\n")
  }

  package var answer: JSONValue? { text.isBlank ? nil : .string(text) }
  package var rows: [BoothRow] { [] }
  package var blindRows: [BoothRow] { [] }
  package var focus: Int? { nil }
  package var sheet: BoothPage.Sheet? { .init(lines: lines, line: line, column: column) }
  package var rule: String { BoothWording.write(most) }
  package var standing: String {
    most == 1 ? rule : rule + " " + BoothWording.onLine(line + 1, of: most)
  }
  package var summary: [String] {
    answer == nil
      ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }
  package var keys: [String] { BoothWording.textKeys(most) }
  package var typing: String { BoothWording.typeText(most) }
  package var typingBlind: String { BoothWording.typeTextBlind }
  package var label: String { BoothWording.typeTextLabel }

  package mutating func press(_ key: BoothKey) -> BoothFormReply {
    switch key {
    case .scalar(let scalar): return insert(scalar)
    case .backspace: deleteBack()
    case .left:
      if column > 0 { column -= 1 } else if line > 0 { go(to: line - 1, lines[line - 1].count) }
    case .right:
      if column < lines[line].count {
        column += 1
      } else if line + 1 < lines.count {
        go(to: line + 1, 0)
      }
    case .up: if line > 0 { go(to: line - 1, column) }
    case .down: if line + 1 < lines.count { go(to: line + 1, column) }
    case .home: column = 0
    case .end: column = lines[line].count
    case .pageUp: go(to: 0, 0)
    case .pageDown: go(to: lines.count - 1, lines[lines.count - 1].count)
    case .enter: return breakLine()
    default: return .ignored
    }
    return .changed
  }

  private mutating func go(to line: Int, _ column: Int) {
    self.line = line
    self.column = min(column, lines[line].count)
  }

  private mutating func insert(_ scalar: Unicode.Scalar) -> BoothFormReply {
    guard lines.reduce(0, { $0 + $1.count }) < Self.longest else {
      return .refused(BoothWording.textFull)
    }
    // An accent or a joiner belongs to the character before it.
    if column > 0 {
      let joined = String(lines[line][column - 1]) + String(Character(scalar))
      if joined.count == 1, let character = joined.first {
        guard joined.unicodeScalars.count <= 32 else { return .ignored }
        lines[line][column - 1] = character
        return .changed
      }
    }
    lines[line].insert(Character(scalar), at: column)
    column += 1
    return .changed
  }

  private mutating func deleteBack() {
    if column > 0 {
      column -= 1
      lines[line].remove(at: column)
    } else if line > 0 {
      let rest = lines.remove(at: line)
      go(to: line - 1, lines[line - 1].count)
      lines[line] += rest
    }
  }

  /// Enter goes on where there can't be another line, and on an empty last one.
  private mutating func breakLine() -> BoothFormReply {
    let isLast = line == lines.count - 1
    if isLast, lines[line].isEmpty { return .ignored }
    guard lines.count < most else {
      return most == 1 || isLast ? .ignored : .refused(BoothWording.noMoreLines(most))
    }
    let rest = Array(lines[line][column...])
    lines[line].removeSubrange(column...)
    lines.insert(rest, at: line + 1)
    go(to: line + 1, 0)
    return .changed
  }

  package mutating func enter(_ typed: String) -> BoothFormReply {
    let used =
      answer == nil ? 0 : text.split(separator: "\n", omittingEmptySubsequences: false).count
    guard used < most else { return .refused(BoothWording.noMoreLines(most)) }
    guard text.count + typed.count <= Self.longest else { return .refused(BoothWording.textFull) }
    lines = Array(lines.prefix(used)) + [Array(typed)]
    go(to: lines.count - 1, typed.count)
    return .changed
  }

  package mutating func clear() {
    lines = [[]]
    (line, column) = (0, 0)
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
