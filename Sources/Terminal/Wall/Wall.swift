import ExerciseProtocol
package import Rendering
package import Workshop

/// The projector: a session as the room is to see it, read-only, on a screen of its own. Drawn
/// again when another terminal changes the session, when somebody has voted, and as the clock goes.
package final class Wall {
  private let desk: Desk
  private let device: any BoothDevice
  /// What is on the screen, so that it is not drawn for nothing.
  private var shown = ""
  /// The body of the view, made again only when something happened.
  private var body: [String] = []
  private var bodyColumns = 0

  /// - Parameter desk: with the session open.
  package init(_ desk: Desk, on device: any BoothDevice) {
    self.desk = desk
    self.device = device
  }

  /// Why it ended.
  package enum Ending: Hashable, Sendable {
    case left
    case signal(Int32)
    /// The terminal is not there any more.
    case terminalGone
  }

  /// Shows the session until somebody presses q or ^C, or the process is told to end.
  package func run() -> Ending {
    device.write("\u{1B}[?1049h\u{1B}[?25l")
    defer { device.write("\u{1B}[H\u{1B}[2J\u{1B}[?25h\u{1B}[?1049l") }
    refresh()
    while true {
      draw()
      switch device.next(until: device.now + .seconds(1)) {
      case .terminated(let signal): return .signal(signal)
      case .gone: return .terminalGone
      case .key(.scalar("q")), .key(.escape), .key(.other): return .left
      case .resized:
        shown = ""
        refresh()
      case .deadline:
        desk.exercises.settleIfDue()
        refreshIfChanged()
      case .key: break
      }
    }
  }

  /// The same as text, once: for a pipe.
  package static func text(of desk: Desk, style: TerminalStyle) -> String {
    Presentation(style).text(of: desk.wallView())
  }

  private func refreshIfChanged() {
    // A session that can't be read now is shown as it was: the console says what is wrong.
    let isNew = (try? desk.catchUp()) ?? false
    if isNew || desk.hasOpenPoll { refresh() }
  }

  private func refresh() {
    bodyColumns = max(20, device.size.columns)
    let style = device.style
    let wide = TerminalStyle(
      columns: bodyColumns, usesColour: style.usesColour, usesUnicode: style.usesUnicode)
    let text = Presentation(wide).text(of: desk.wallView())
    body = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while body.first?.isEmpty == true { body.removeFirst() }
    while body.last?.isEmpty == true { body.removeLast() }
  }

  private func draw() {
    let rows = device.size.rows
    var lines = WallPage(body: body, rows: max(3, rows - 2)).lines
    lines = [status, timeUp] + lines
    let picture =
      "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J"
    guard picture != shown else { return }
    shown = picture
    device.write(picture)
  }

  /// A line across the whole screen once the time is up; empty before.
  private var timeUp: String {
    guard let left = desk.clock?.left, left < 0 else { return "" }
    let long = Wording.timeIsUp(by: (-left).clockText)
    let words = columns(of: long) > bodyColumns ? Wording.timeIsUpShort : long
    let text =
      (String(repeating: " ", count: max(0, (bodyColumns - columns(of: words)) / 2)) + words)
      .truncated(to: bodyColumns).padded(to: bodyColumns)
    guard device.style.usesColour else { return text }
    return "\u{1B}[1;7m\(text)\u{1B}[0m"
  }

  /// The session's name on the left, the clock on the right.
  private var status: String {
    let title = neutralised(desk.session?.title ?? "")
    let clock = desk.clock?.short ?? ""
    let left = title.truncated(to: max(8, bodyColumns - columns(of: clock) - 2))
    let gap = max(1, bodyColumns - columns(of: left) - columns(of: clock))
    return left + String(repeating: " ", count: gap) + clock
  }
}
