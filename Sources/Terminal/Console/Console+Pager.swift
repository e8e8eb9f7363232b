import ExerciseProtocol
import OrderedCollections
import Rendering
import Workshop

/// What is longer than the screen is shown a page at a time, so that nothing scrolls away unread.
extension Console {
  /// Not for a screen reader, which reads one line after another; not where nobody can press a key.
  private var hasPages: Bool {
    capabilities.editsLines && !presentation.style.isLinear && rows > 3
  }

  /// Whether a text leaves the screen as it is written; the prompt takes a row.
  func isTooLong(_ text: String) -> Bool { text.rows >= rows }

  /// The view, a page at a time, and its warnings after it, next to the prompt; false where it is
  /// short enough to be written as it is.
  func showInPages(_ view: View) -> Bool {
    guard hasPages, isTooLong(presentation.text(of: view)) else { return false }
    let warnings = view.warningBlocks
    writeInPages(presentation.text(of: view.withoutWarnings))
    guard !warnings.isEmpty else { return true }
    write(presentation.text(of: View(warnings)))
    standing.add(warnings, rowsAfter: 0)
    return true
  }

  private func writeInPages(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let count = lines.count
    var room = rows - 1
    while lines.count > room {
      write(lines.prefix(room).map { $0 + "\n" }.joined())
      lines = lines.dropFirst(room)
      // The last line of a page stays in sight on the next one.
      room = max(1, rows - 2)
      let question = Wording.page(count - lines.count, of: count)
        .first { columns(of: $0) < presentation.style.columns }
      let key = editor.pageKey(
        presentation.style.styled(question ?? "", as: .hint), deadline: { self.nextTick },
        tick: { self.tick() })
      guard key != .on else { continue }
      if key == .enough { editor.pagesEnded() }
      return write(line(Wording.linesLeft(lines.count), as: .hint))
    }
    write(lines.map { $0 + "\n" }.joined() + line(Wording.allLines(count), as: .hint))
    editor.pagesEnded()
  }

  /// Shows where an opened session stands: all of it where that has room on a screen, else what it
  /// comes to.
  func showPlace() throws(Problem) {
    guard let session = desk.session, let current = session.current else { return }
    let view: View
    if session.board.count > Self.surelyTooMany {
      view = try desk.showBrief(current).view
    } else {
      let whole = try desk.perform("/show").view
      view = isTooLong(presentation.text(of: whole)) ? try desk.showBrief(current).view : whole
    }
    show(view)
  }

  /// So many cards are on no screen, and nobody waits until they are drawn.
  private static var surelyTooMany: Int { 300 }
}
