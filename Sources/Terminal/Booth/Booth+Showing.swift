import ExerciseProtocol

extension Booth {
  /// Shows a screen until it is answered. Whatever was typed before is dropped first.
  func show<Screen: BoothScreen>(
    _ screen: inout Screen, notice: String? = nil
  ) throws(BoothInterruption) -> Screen.Outcome {
    forgetInput()
    defer { forgetInput() }
    return isLinear ? try speak(&screen, notice) : try draw(&screen, notice)
  }

  func forgetInput() {
    device.dropInput()
    line.clear()
  }

  /// When nobody touches a key until then, something happens by itself.
  func deadline(of screen: some BoothScreen, since lastKey: Duration) -> Duration? {
    if screen.isAttended { return lastKey + options.idle }
    return screen.lifetime.map { lastKey + $0 }
  }

  // MARK: Drawn

  private func draw<Screen: BoothScreen>(
    _ screen: inout Screen, _ notice: String?
  ) throws(BoothInterruption) -> Screen.Outcome {
    var notice = notice
    var lastKey = device.now
    while true {
      paint(page(of: screen, notice))
      switch try next(until: deadline(of: screen, since: lastKey)) {
      case .terminated(let signal): throw .closed(.terminated(signal: signal))
      case .gone: throw .closed(.noTerminal)
      case .resized: clear()
      case .deadline:
        lastKey = device.now
        if screen.isAttended {
          try alert()
          lastKey = device.now
        } else {
          let reaction = screen.lapse()
          if case .done(let outcome) = reaction { return outcome }
          notice = heed(reaction, notice)
        }
      case .key(let key):
        lastKey = device.now
        // What can't be seen can't be meant.
        guard painter.isLargeEnough else { continue }
        let reaction = try take(key, &screen)
        if case .done(let outcome) = reaction { return outcome }
        notice = heed(reaction, notice)
      }
    }
  }

  /// What a reaction leaves to be told.
  private func heed<Outcome>(_ reaction: BoothReaction<Outcome>, _ notice: String?) -> String? {
    switch reaction {
    case .ignored: return notice
    case .changed, .done: return nil
    case .advanced:
      device.dropInput()
      return nil
    case .notice(let text):
      device.dropInput()
      return text
    }
  }

  private func page(of screen: some BoothScreen, _ notice: String?) -> BoothPage {
    var page = screen.page
    page.notice = notice
    switch screen.entry {
    case .none, .sheet: break
    case .shown(let label): page.entry = .init(label: label, text: screen.shown(line.text))
    case .hidden(let label): page.entry = .init(label: label, text: "")
    }
    return page
  }

  /// A key is the line's if it can be typed, else the screen's.
  private func take<Screen: BoothScreen>(
    _ key: BoothKey, _ screen: inout Screen
  ) throws(BoothInterruption) -> BoothReaction<Screen.Outcome> {
    switch (key, screen.entry) {
    case (.help, _): return try help(screen)
    case (_, .sheet), (_, .none):
      if key == .scalar("?"), screen.asksWithMark { return try help(screen) }
      let reaction = screen.press(key)
      if case .ignored = reaction, key == .enter { return screen.enter(line) }
      return reaction
    case (.scalar(let scalar), _): return try type(scalar, &screen)
    case (.backspace, _) where !line.isEmpty:
      line.deleteLast()
      return retyped(&screen)
    case (.escape, _) where !line.isEmpty:
      line.clear()
      return retyped(&screen)
    case (.enter, _): return try enterLine(&screen)
    default: return screen.press(key)
    }
  }

  private func retyped<Screen: BoothScreen>(
    _ screen: inout Screen
  ) -> BoothReaction<Screen.Outcome> {
    if !screen.entry.isHidden { screen.typing(line.text) }
    return .changed
  }

  private func type<Screen: BoothScreen>(
    _ scalar: Unicode.Scalar, _ screen: inout Screen
  ) throws(BoothInterruption) -> BoothReaction<Screen.Outcome> {
    if line.isEmpty {
      if scalar == "?", screen.asksWithMark { return try help(screen) }
      let reaction = screen.press(.scalar(scalar))
      if case .ignored = reaction {} else { return reaction }
      // A line doesn't begin with a space, which is the key that chooses.
      if scalar == " ", screen.commands != .none { return .ignored }
    }
    guard line.append(scalar) else { return .notice(BoothWording.lineFull) }
    return retyped(&screen)
  }

  private func enterLine<Screen: BoothScreen>(
    _ screen: inout Screen
  ) throws(BoothInterruption) -> BoothReaction<Screen.Outcome> {
    if line.isEmpty, case let reaction = screen.press(.enter) {
      if case .ignored = reaction {} else { return reaction }
    }
    let reaction = try answer(&screen)
    if case .notice = reaction, screen.keepsLine { return reaction }
    line.clear()
    if case .done = reaction { return reaction }
    if !screen.entry.isHidden { screen.typing("") }
    return reaction
  }

  /// The line is finished: a command, or an answer.
  func answer<Screen: BoothScreen>(
    _ screen: inout Screen
  ) throws(BoothInterruption) -> BoothReaction<Screen.Outcome> {
    guard screen.commands != .none else { return screen.enter(line) }
    switch screen.commands.command(in: line.text) {
    case .help: return try help(screen)
    case .back: return screen.press(.escape)
    case .clear, nil: return screen.enter(line)
    }
  }

  private func help<Screen: BoothScreen>(
    _ screen: Screen
  ) throws(BoothInterruption) -> BoothReaction<Screen.Outcome> {
    if isLinear {
      say([BoothWording.helpTitle + ":"] + screen.help + screen.spoken)
      return .changed
    }
    guard !screen.help.isEmpty else { return .ignored }
    var help = HelpScreen(screen.help + [BoothWording.inWords] + screen.spoken)
    help.isAttended = screen.isAttended
    _ = try draw(&help, nil)
    device.dropInput()
    return .advanced
  }
}
