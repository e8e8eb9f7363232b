import Rendering

extension Booth {
  var painter: BoothPainter {
    let size = device.size
    return BoothPainter(columns: size.columns, rows: size.rows, style: device.style)
  }

  /// To the alternate screen, where it stays until the end: what was there before comes back.
  func enter() {
    if !isLinear { device.write("\u{1B}[?1049h") }
    wipe()
  }

  func leave() {
    wipe()
    if !isLinear { device.write("\u{1B}[?1049l\u{1B}[?25h") }
    device.dropInput()
  }

  /// Nothing that was shown can be found by scrolling up. In this order: in others, lines stayed in
  /// the scrollback of some terminals.
  func wipe() {
    if device.movesCursor {
      clear()
      device.write("\u{1B}[3J")
    } else {
      // All that can be done here; and nothing that was chosen was ever shown.
      device.write(String(repeating: "\r\n", count: device.size.rows))
    }
  }

  func clear() { device.write("\u{1B}[H\u{1B}[2J") }

  /// Draws over what is there, line by line, so that nothing flickers.
  func paint(_ page: BoothPage) {
    let picture = painter.picture(of: page)
    var text = "\u{1B}[?25l\u{1B}[H"
    text += picture.lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J"
    if let cursor = picture.cursor {
      text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    }
    device.write(text)
  }

  /// Asks whether anybody is there. Returns when a key says so.
  func alert() throws(BoothInterruption) {
    let end = device.now + options.alert
    device.dropInput()
    if isLinear { say([BoothWording.alert(options.alert.wholeSeconds)]) }
    // In linear mode the time is told once more, when a third of it is left.
    var reminder = isLinear ? end - options.alert / 3 : end
    while case let now = device.now, now < end {
      let left = end - now
      if !isLinear {
        paint(alertPage(left))
      } else if now >= reminder {
        say([BoothWording.alertLeft(left.wholeSeconds)])
        reminder = end
      }
      switch try next(until: isLinear ? reminder : now + min(left, .seconds(1))) {
      case .terminated(let signal): throw .closed(.terminated(signal: signal))
      case .gone: throw .closed(.noTerminal)
      case .resized: if !isLinear { clear() }
      case .deadline: break
      case .key:
        // It says that somebody is there, and nothing else.
        device.dropInput()
        if isLinear { say([BoothWording.stillHere]) }
        return
      }
    }
    throw .abandoned
  }

  private func alertPage(_ left: Duration) -> BoothPage {
    var page = BoothPage()
    page.isCentred = true
    page.blocks = [
      .text(BoothWording.alertPlace, .title), .blank,
      .text(BoothWording.alert(left.wholeSeconds), .warning),
    ]
    page.keys = BoothWording.alertKeys
    return page
  }
}
