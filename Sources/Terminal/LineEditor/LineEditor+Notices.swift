internal import CReadline

extension LineEditor {
  /// Shows a text above the line being typed, which comes back as it was, cursor and all. It waits
  /// while that would disturb (a search, a numeric argument, for a second a key of several bytes),
  /// and in linear mode and on a dumb terminal until the line is done.
  ///
  /// The text goes out as it is: whoever made it has neutralised what strangers wrote.
  package func printAbove(_ text: String) {
    notices.append(text.hasSuffix("\n") ? text : text + "\n")
    showNotices()
  }

  /// The screen may be drawn upon now.
  var isQuiet: Bool {
    if isPaging { return false }
    return !isEditing || (capabilities.editsLines && !options.isLinear && !readline_is_busy())
      || !capabilities.inputIsTerminal
  }

  /// Shows what has been waiting, if it need wait no longer.
  func showNotices() {
    guard !notices.isEmpty, isQuiet else { return }
    let text = notices.joined()
    notices = []
    if isEditing && capabilities.editsLines {
      showAboveLine(text)
      rl_redisplay()
    } else {
      attempt(text)
    }
  }

  /// Leaves the line off the screen, to be drawn afresh below the text.
  func showAboveLine(_ text: String) {
    rl_clear_visible_line()
    readline_flush()
    attempt(text)
    rl_on_new_line()
  }
}
