internal import ExerciseProtocol

/// The shared terminal as a polling place: one person after another, until the facilitator's word.
///
/// It is to run in a process of its own, whose memory ends with it, on the terminal of standard
/// input and output. It writes no file, no log and no history, and what people answer goes to the
/// office alone:
///
///     BoothTerminal.guardMemory()          // first of all
///     let signals = try TerminalSignals()  // before the first thread
///     let end = Booth.open(office, signals: signals, options: options)
///
/// Between one screen and the next everything typed ahead is dropped; after each person the screen
/// and what has scrolled out of it are wiped. Ending the process in the middle, however it is done,
/// casts nothing: a ballot exists in this memory alone until ``BoothOffice/cast(_:by:as:)``.
package final class Booth {
  let office: any BoothOffice
  let options: BoothOptions
  let device: any BoothDevice
  let poll: BoothPoll
  /// What is being typed, whatever the screen.
  let line: BoothLine
  /// The facilitator's.
  let word: BoothLine
  /// What is told at the waiting screen.
  var announcement: String?
  var wrongWords = 0
  /// What whoever is here would lose if the vote ended now.
  var stage = BoothStage.unwatched
  /// No word is taken before this time.
  var lockedUntil: Duration?

  /// Nil: the system has no memory left.
  package init?(_ office: any BoothOffice, on device: any BoothDevice, options: BoothOptions) {
    guard let line = BoothLine(), let word = BoothLine() else { return nil }
    self.office = office
    self.device = device
    self.options = options
    self.line = line
    self.word = word
    poll = office.poll
  }

  /// Opens a booth on this process's terminal, and returns when it is closed and the terminal is as
  /// it was.
  package static func open(
    _ office: any BoothOffice, signals: TerminalSignals, options: BoothOptions = BoothOptions()
  ) -> BoothEnd {
    guard let terminal = BoothTerminal(signals),
      let booth = Booth(office, on: terminal, options: options)
    else { return .noTerminal }
    let end = booth.run()
    terminal.release()
    return end
  }

  /// Whether nothing that is chosen may be shown. What can't be wiped is not shown either.
  var isBlind: Bool { poll.isBlind || !device.movesCursor }
  /// Whether lines are written one after the other, and never drawn over.
  var isLinear: Bool { options.isLinear || !device.movesCursor }

  /// Serves one person after another. Whatever ends it, the screen is wiped.
  package func run() -> BoothEnd {
    enter()
    defer {
      line.clear()
      word.clear()
      leave()
    }
    do throws(BoothInterruption) {
      guard try setWord() else { return .notOpened }
      while try serveNext() {}
      return .left
    } catch {
      guard case .closed(let end) = error else { return .left }
      return end
    }
  }

  private func setWord() throws(BoothInterruption) -> Bool {
    var warnings = [BoothWording.recorders]
    if !device.movesCursor { warnings.append(BoothWording.cannotBeWiped) }
    var screen = WordScreen(word: word, warnings: warnings)
    stage = .opening
    defer { stage = .unwatched }
    do throws(BoothInterruption) {
      return try show(&screen)
    } catch {
      guard case .ended(let stage, let standing) = error else { throw error }
      self.stage = .unwatched
      try tell(standing, at: stage)
      return false
    }
  }

  /// One person, from the waiting screen to a wiped one. False: the facilitator closed the booth.
  private func serveNext() throws(BoothInterruption) -> Bool {
    wipe()
    var screen = WaitingScreen(
      poll, isBlind: isBlind, refresh: options.refresh, turnout: office.turnout,
      standing: office.standing)
    let notice = announcement
    announcement = nil
    do throws(BoothInterruption) {
      switch try show(&screen, notice: notice) {
      case .leave: return try !isClosed()
      case .vote: try visit()
      }
    } catch {
      switch error {
      case .abandoned: announcement = BoothWording.abandoned
      case .ended(let stage, let standing):
        wipe()
        try tell(standing, at: stage)
      case .closed: throw error
      }
    }
    return true
  }

  /// Whether the facilitator knows the word.
  private func isClosed() throws(BoothInterruption) -> Bool {
    if let until = lockedUntil, device.now < until {
      announcement = BoothWording.lockedOut((until - device.now).wholeSeconds)
      return false
    }
    var screen = LeavingScreen(word: word, tries: Self.tries - wrongWords)
    let outcome = try show(&screen)
    wrongWords = Self.tries - screen.tries
    switch outcome {
    case .right: return true
    case .back: return false
    case .lockedOut:
      wrongWords = 0
      lockedUntil = device.now + options.lockout
      announcement = BoothWording.lockedOut(options.lockout.wholeSeconds)
      return false
    }
  }

  /// After so many wrong words there is a pause.
  private static let tries = 3
}

/// What ends a screen before anybody has answered it.
enum BoothInterruption: Error {
  /// Nobody was there any more.
  case abandoned
  /// The vote ended, by the facilitator's hand at another terminal.
  case ended(BoothStage, BoothStanding)
  case closed(BoothEnd)
}

extension Duration {
  /// Rounded up, so that nobody is told 0 while there is time.
  var wholeSeconds: Int {
    let (seconds, rest) = components
    return max(0, Int(seconds) + (rest > 0 ? 1 : 0))
  }
}
