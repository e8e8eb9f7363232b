internal import CReadline
internal import Glibc
package import SystemPackage

extension LineEditor {
  /// Keeps a line for the arrow keys and for the next run. Nothing is kept unless the caller says
  /// so; a line that begins with a blank is not kept even then.
  ///
  /// Throws where the file cannot be written; the arrow keys have the line all the same.
  package func remember(_ line: String) throws(Errno) {
    guard !line.isEmpty, line.first?.isWhitespace != true else { return }
    if capabilities.editsLines { add_history(line) }
    try options.history?.append(line)
  }

  func loadHistory() {
    using_history()
    stifle_history(Int32(HistoryFile.limit))
    for entry in (try? options.history?.entries()) ?? [] { add_history(entry) }
  }

  /// From now on the arrow keys find the lines of another file, and new ones go there.
  package func useHistory(_ file: HistoryFile?) {
    guard file?.path != options.history?.path else { return }
    options.history = file
    guard capabilities.editsLines else { return }
    clear_history()
    loadHistory()
  }

  /// The terminal's bell.
  package func ring() { try? write("\u{7}") }

  /// Runs something during which the arrow keys find nothing.
  func withoutHistory<Result>(_ body: () -> Result) -> Result {
    guard capabilities.editsLines else { return body() }
    let saved = history_get_history_state()
    var none = HISTORY_STATE()
    history_set_history_state(&none)
    defer {
      clear_history()
      history_set_history_state(saved)
      free(saved)
    }
    return body()
  }
}
