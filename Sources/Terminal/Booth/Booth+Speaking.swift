import Rendering

extension Booth {
  /// The same screen for somebody who hears it: written once, answered line by line.
  func speak<Screen: BoothScreen>(
    _ screen: inout Screen, _ notice: String?
  ) throws(BoothInterruption) -> Screen.Outcome {
    var lastKey = device.now
    say(notice.map { [$0] } ?? [])
    say(screen.spoken)
    while true {
      var reaction = BoothReaction<Screen.Outcome>.ignored
      switch try readLine(&screen, since: &lastKey) {
      case .finished: reaction = try answer(&screen)
      case .escape: reaction = screen.press(.escape)
      case .lapsed: reaction = screen.lapse()
      }
      // The next line is an answer to what is said now.
      forgetInput()
      switch reaction {
      case .done(let outcome): return outcome
      case .notice(let text): say([text])
      case .changed, .advanced: say(screen.spokenChange)
      case .ignored: break
      }
    }
  }

  private enum Reading { case finished, escape, lapsed }

  /// Reads one line and, unless it is hidden, shows it as it is typed.
  ///
  /// - Parameter lastKey: when somebody last touched a key; also before this line.
  private func readLine<Screen: BoothScreen>(
    _ screen: inout Screen, since lastKey: inout Duration
  ) throws(BoothInterruption) -> Reading {
    let entry = screen.entry
    let label = neutralised(entry == .none ? BoothWording.pressEnter : entry.label) + " "
    device.write(label)
    while true {
      switch try next(until: deadline(of: screen, since: lastKey)) {
      case .terminated(let signal): throw .closed(.terminated(signal: signal))
      case .gone: throw .closed(.noTerminal)
      case .resized: break
      case .deadline where screen.isAttended:
        device.write("\r\n")
        try alert()
        lastKey = device.now
        device.write(label + (entry.isHidden ? "" : neutralised(line.text)))
      case .deadline:
        lastKey = device.now
        if let reading = lapse(&screen) { return reading }
      case .key(let key):
        lastKey = device.now
        if let reading = take(key, isHidden: entry.isHidden) { return reading }
      }
    }
  }

  /// A screen that only reads something again says nothing of it: the line would be broken up.
  private func lapse<Screen: BoothScreen>(_ screen: inout Screen) -> Reading? {
    var copy = screen
    guard case .done = copy.lapse() else { return nil }
    device.write("\r\n")
    return .lapsed
  }

  private func take(_ key: BoothKey, isHidden: Bool) -> Reading? {
    switch key {
    case .enter:
      device.write("\r\n")
      return .finished
    case .escape:
      device.write("\r\n")
      return .escape
    case .backspace:
      let before = line.text
      line.deleteLast()
      guard !isHidden, let last = before.last else { return nil }
      let width = columns(of: neutralised(String(last)))
      device.write(String(repeating: "\u{8} \u{8}", count: width))
    case .scalar(let scalar):
      if line.append(scalar), !isHidden { device.write(neutralised(String(scalar))) }
    case .help:
      line.clear()
      _ = line.append("?")
      device.write("\r\n")
      return .finished
    default: break
    }
    return nil
  }

  /// Paragraphs, each on lines of its own.
  func say(_ paragraphs: [String]) {
    let width = max(20, device.size.columns - 1)
    for text in paragraphs where !text.isEmpty {
      for line in neutralised(text, keepingLineBreaks: true).wrapped(to: width) {
        device.write(line + "\r\n")
      }
    }
  }
}
