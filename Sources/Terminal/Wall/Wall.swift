import ExerciseProtocol
package import Rendering
package import Workshop

/// The projector: a session as the room is to see it, read-only, on a screen of its own, in pages.
/// Drawn again when another terminal changes the session, when somebody has voted, when the console
/// asks for something, and as the clock goes.
package final class Wall {
  let desk: Desk
  let device: any BoothDevice
  var turner = WallTurner()
  /// What the console brought up; nil: where the room is.
  var brought: WallOrder?
  /// The words being typed after `/`; nil where nobody searches.
  var typed: String?
  /// The words that were searched for last.
  var sought = ""
  /// What the bottom line says, and until when.
  var remark = (text: "", until: Duration.zero)
  /// Whether the window has another size than what is shown was made for.
  var isResized = false
  /// Why it is to end, where that came while a plugin was waited for.
  var ending: Ending?
  /// What is said at the bottom while a plugin is waited for.
  var note: String?

  /// What is on the screen, so that it is not drawn for nothing.
  private var shown = ""
  /// The view in pages, made again only when something happened.
  private(set) var pages = WallPages(View(), style: TerminalStyle(), rows: 3)
  /// What the pages are of.
  private var subject = ""
  private var news = WallNews()
  private var lastLook = Duration.zero
  /// Orders that were followed, or were given before this wall was there.
  private var followed: Set<String> = []

  /// How often it is looked for orders, and for what others did.
  private static let (glance, interval) = (Duration.milliseconds(250), Duration.seconds(1))

  /// - Parameter desk: with the session open.
  package init(_ desk: Desk, on device: any BoothDevice) {
    self.desk = desk
    self.device = device
    desk.exercises.attendant = self
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
    followed = Set(desk.live?.log.wall.orders().map(\.id) ?? [])
    refresh()
    while ending == nil {
      draw()
      let input = device.next(until: device.now + Self.glance)
      if case .key(let key) = input, leaves(with: key) { ending = .left }
      take(input)
      guard ending == nil else { break }
      if input == .deadline { look() } else if isResized { refresh() }
    }
    return ending ?? .left
  }

  /// Takes what happened at the terminal, but for keys.
  func take(_ input: BoothInput) {
    switch input {
    case .terminated(let signal): ending = .signal(signal)
    case .gone: ending = .terminalGone
    case .resized: isResized = true
    case .deadline, .key: break
    }
  }

  /// The same as text, once: for a pipe.
  package static func text(of desk: Desk, style: TerminalStyle) -> String {
    Presentation(style).text(of: desk.wallView())
  }

  private func look() {
    let orders = desk.live?.log.wall.orders() ?? []
    for given in orders where !followed.contains(given.id) { follow(given.order) }
    followed = Set(orders.map(\.id))
    if device.now >= lastLook + Self.interval {
      lastLook = device.now
      desk.exercises.settleIfDue()
      // A session that can't be read now is shown as it was: the console says what is wrong.
      let isNew = (try? desk.catchUp()) ?? false
      if isNew || desk.hasOpenPoll { refresh() }
    }
    if news.age(at: device.now) { paginate(view() ?? View()) }
    if brought == nil, typed == nil, turner.tick(at: device.now) { remark.text = "" }
  }

  /// What is to be seen; what is on the screen stays while a plugin is asked. Nil where what was
  /// brought up is not there any more.
  private func view() -> View? {
    defer { note = nil }
    return (try? desk.exercises.asOneLine { desk.wallView(of: brought) }) ?? nil
  }

  /// Makes the pages again, and puts up what is new on them.
  func refresh() {
    if isResized { shown = "" }
    isResized = false
    let current = desk.session?.current?.rawValue ?? ""
    // Where the room goes on to another activity, that is to be seen.
    if brought != nil, !subject.isEmpty, !subject.hasSuffix("@\(current)") { brought = nil }
    var view = view()
    if view == nil, brought != nil {
      brought = nil
      view = self.view()
    }
    if ending != nil { return }
    let subject = "\(brought.map { "\($0)" } ?? "")@\(current)"
    let isOther = subject != self.subject
    self.subject = subject
    paginate(view ?? View())
    let new = news.take(pages.pages.map(\.keys), isOther: isOther, at: device.now)
    guard case .some(let new) = new else {
      paginate(view ?? View())
      return brought == nil ? turner.show(0, at: device.now) : turner.go(to: 0, at: device.now)
    }
    guard !new.isEmpty else { return }
    paginate(view ?? View())
    // The first of them; where there are many, the pages after it follow by themselves.
    guard let page = pages.pages.firstIndex(where: { $0.keys.contains(where: new.contains) })
    else { return }
    if turner.isHeld || brought != nil {
      let cards = pages.pages[page].keys.filter(new.contains).map(\.card)
      if page != turner.page || brought != nil {
        say(Wording.newOnPage(new.count == 1 ? cards : [], of: new.count, page + 1))
      }
    } else {
      turner.show(page, at: device.now)
    }
  }

  private func paginate(_ view: View) {
    let (columns, rows) = device.size
    let wide = TerminalStyle(
      columns: columns, usesColour: device.style.usesColour, usesUnicode: device.style.usesUnicode)
    pages = WallPages(view, style: wide, rows: rows - statusRows(of: rows), marked: news.marked)
    turner.take(pages.pages.map(\.words), at: device.now)
  }

  // MARK: Drawing

  private func statusRows(of rows: Int) -> Int { rows < 14 ? 1 : 2 }

  func draw() {
    let (width, rows) = (max(20, device.size.columns) - 1, device.size.rows)
    let alarm = timeUp(across: width)
    let head = statusRows(of: rows) > 1 ? [status, alarm ?? ""] : [alarm ?? status]
    var lines = Array((head + pages.pages[turner.page].lines).prefix(rows))
    let bottom = bottom(across: width).suffix(rows)
    if !bottom.isEmpty {
      // The lines at the bottom are the searcher's, or the plugin's who is waited for, whatever
      // stands there.
      lines = Array(lines.prefix(rows - bottom.count))
      lines += Array(repeating: "", count: max(0, rows - bottom.count - lines.count)) + bottom
    }
    let picture =
      "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J"
    guard picture != shown else { return }
    shown = picture
    device.write(picture)
  }

  /// A line across the whole screen once the time is up.
  private func timeUp(across width: Int) -> String? {
    guard let left = desk.clock?.left, left < 0 else { return nil }
    let long = Wording.timeIsUp(by: (-left).clockText)
    let words = columns(of: long) > width ? Wording.timeIsUpShort : long
    let text =
      (String(repeating: " ", count: max(0, (width - columns(of: words)) / 2)) + words)
      .truncated(to: width).padded(to: width)
    return device.style.usesColour ? "\u{1B}[1;7m\(text)\u{1B}[0m" : text
  }

  private func bottom(across width: Int) -> [String] {
    if let note { return note.wrapped(to: width) }
    if let typed { return [neutralised("/\(typed)").truncatedAtStart(to: width)] }
    guard device.now < remark.until, !remark.text.isEmpty else { return [] }
    return remark.text.wrapped(to: width)
  }

  func say(_ text: String) { remark = (text, device.now + .seconds(8)) }

  /// The session's name on the left, the page and the clock on the right.
  private var status: String {
    let width = max(20, device.size.columns)
    let title = neutralised(desk.session?.title ?? "")
    let parts = [pageNumber(isShort: width < 60), desk.clock?.short ?? ""].filter { !$0.isEmpty }
    let clock = parts.joined(separator: "   ")
    let left = title.truncated(to: max(0, width - columns(of: clock) - 2))
    let gap = max(1, width - columns(of: left) - columns(of: clock))
    return (left + String(repeating: " ", count: gap) + clock).truncated(to: width)
  }

  private func pageNumber(isShort: Bool) -> String {
    guard turner.count > 1 else { return "" }
    let (page, count) = (turner.page + 1, turner.count)
    if isShort { return "\(page)/\(count)\(turner.isHeld ? "!" : "")" }
    return Wording.page(page, of: count, isHeld: turner.isHeld)
  }
}

extension String {
  /// As much of its end as fits.
  fileprivate func truncatedAtStart(to width: Int) -> String {
    var rest = self[...]
    while columns(of: rest) > width { rest.removeFirst() }
    return String(rest)
  }
}
