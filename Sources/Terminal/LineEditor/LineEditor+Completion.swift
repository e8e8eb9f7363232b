internal import CReadline
internal import Glibc
internal import SystemPackage

/// C's `char **`.
typealias LineList = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

extension LineEditor {
  /// Readline's question at TAB, answered with whole lines up to the cursor: so the completer says
  /// where the word begins, and quotes are its own affair. Malloc'ed, as readline will free it.
  func matches(for text: UnsafePointer<CChar>) -> LineList? {
    candidates = []
    guard let context = completionContext(), let completion = completer?(context),
      !completion.candidates.isEmpty, completion.start <= context.cursor
    else { return nil }
    candidates = completion.candidates
    let before = context.line[..<completion.start]
    let typed = context.line[completion.start..<context.cursor]
    let isOnly = candidates.count == 1
    readline_set_completion_append(isOnly && candidates[0].endsWord ? Int32(UInt8(ascii: " ")) : 0)
    let common = before + candidates.commonText(typed: typed)
    return Self.retained([common] + (isOnly ? [] : candidates.map { before + $0.text }))
  }

  /// Nil where the line is no UTF-8, or the cursor stands inside a character.
  private func completionContext() -> CompletionContext? {
    guard let bytes = readline_line(), let line = String(validatingCString: bytes)
    else { return nil }
    let offset = line.utf8.index(line.utf8.startIndex, offsetBy: Int(readline_point()))
    guard let cursor = offset.samePosition(in: line.unicodeScalars) else { return nil }
    return CompletionContext(line: line, cursor: cursor)
  }

  private static func retained(_ texts: [Substring]) -> LineList? {
    let count = texts.count + 1
    let memory = malloc(count * MemoryLayout<LineList.Pointee>.stride)
    guard let list = memory?.bindMemory(to: LineList.Pointee.self, capacity: count) else {
      return nil
    }
    for (index, text) in texts.enumerated() { list[index] = strdup(String(text)) }
    list[texts.count] = nil
    return list
  }

  /// Readline asks for this in the middle of a key, and draws the line again itself.
  func showCandidates() {
    let size = TerminalCapabilities.size(of: .standardOutput)
    let list = CandidateList(
      columns: size?.columns ?? capabilities.columns, usesUnicode: capabilities.usesUnicode,
      width: options.width)
    showAboveLine(list.lines(candidates).map { $0 + "\n" }.joined())
  }
}
