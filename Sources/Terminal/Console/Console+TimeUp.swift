import Rendering
import Workshop

extension Console {
  /// Tells that the time of an activity is up, once: a line above what is being typed, on every
  /// kind of screen, and the bell, unless it is mute or nobody sits there.
  func tellTimeUp() {
    guard let view = desk.takeTimeUp() else { return }
    writeAbove(presentation.text(of: view))
    if !desk.timeUp.isMuted, capabilities.inputIsTerminal { editor.ring() }
  }

  /// The arrow keys find what was typed in this session, and never what was typed in another one's:
  /// that may be another client's.
  func keepHistoryApart() {
    let session = desk.session?.id
    guard session != historyOf else { return }
    historyOf = session
    editor.useHistory(session.flatMap { history?.forSession($0) } ?? history)
  }
}
