import ExerciseProtocol
import Rendering
package import SystemPackage
package import Workshop

/// The facilitator's console: lines in, responses out, the clock in the prompt, and what other
/// terminals contribute above the line being typed.
package final class Console {
  let desk: Desk
  let editor: LineEditor
  let capabilities: TerminalCapabilities
  /// How the booth is started; nil where nobody can vote.
  let booth: BoothCommand?
  /// What goes on beside it.
  let sideline: (any Sideline)?
  private let isLinear: Bool
  /// Where lines are kept that were typed while no session was open.
  let history: HistoryFile?
  /// The session whose lines the arrow keys find.
  var historyOf: String?
  /// A command that somebody typed in place of an answer: whoever asked has stopped asking, and it
  /// is done next.
  var steering: String?
  /// Lines of a paste that were not taken, to be mended one after another.
  var returning: [String] = []
  var hasToldReturn = false
  /// An answer in a form that was refused, to be mended where it is asked for again.
  var refusedAnswer: String?
  private var heartbeat = Heartbeat(at: .now)
  var standing = StandingWarnings()
  /// What could not be done of its own accord, and was told: once is enough.
  private var toldProblem: Problem?

  /// Why the console ended.
  package enum Ending: Hashable, Sendable {
    case left
    case signal(Int32)
    /// The terminal it was at is not there any more.
    case terminalGone
    /// What there was to say could not be written.
    case outputLost(Errno)
  }

  package init(
    desk: Desk, signals: TerminalSignals, capabilities: TerminalCapabilities,
    history: HistoryFile?, isLinear: Bool, booth: BoothCommand? = nil,
    sideline: (any Sideline)? = nil
  ) {
    self.desk = desk
    self.capabilities = capabilities
    self.isLinear = isLinear
    self.booth = booth
    self.sideline = sideline
    var options = LineEditor.Options()
    options.history = history
    options.isLinear = isLinear
    options.width = { columns(of: $0) }
    options.completer = { desk.candidates(in: $0) }
    self.history = history
    editor = LineEditor(capabilities: capabilities, signals: signals, options: options)
    desk.exercises.attendant = self
  }

  /// For the window as it is now.
  var presentation: Presentation {
    let columns = TerminalCapabilities.size(of: .standardOutput)?.columns ?? capabilities.columns
    return Presentation(
      TerminalStyle(
        columns: max(20, columns), usesColour: capabilities.usesColour,
        usesUnicode: capabilities.usesUnicode, isLinear: isLinear))
  }

  /// Runs until the person leaves or the process is told to go. Everything acknowledged is on disk
  /// at every moment, so there is nothing to save on the way out but the document for reading.
  package func run() -> Ending {
    defer {
      do throws(Problem) {
        try desk.live?.saveSnapshot()
      } catch {
        tellOnce(error, as: View.warnings([error]))
      }
      editor.close()
    }
    while true {
      // What it asks may be answered by another command in turn.
      while let line = steering {
        steering = nil
        if take(line) == .leave { return .left }
      }
      keepWarningsInSight()
      keepHistoryApart()
      tellTimeUp()
      offerNextOfPaste()
      editor.watched = watchedDescriptors
      switch editor.next(prompt: prompt, until: nextTick) {
      case .line(let line):
        heartbeat.lineWasTyped(at: .now)
        standing.wereAnswered(byLineBegunAt: editor.lineBegan ?? .now)
        if take(line) == .leave { return .left }
      case .invalidLine(let refusal): show(refusal.problem)
      case .interrupt: returning = []
      case .endOfInput:
        if editor.isAtEnd { return capabilities.inputIsTerminal ? .terminalGone : .left }
        if confirmsLeaving() { return .left }
      case .terminate(let signal): return .signal(signal)
      case .ready(let descriptor): tell(of: descriptor)
      case .tick: tick()
      case .outputLost(let reason): return .outputLost(reason)
      }
    }
  }

  var watchedDescriptors: [FileDescriptor] {
    let changes = desk.live?.log.changes.map { FileDescriptor(rawValue: $0) }
    return [heartbeat.watchesOthers ? changes : nil].compactMap(\.self)
      + (sideline?.descriptors ?? [])
  }

  /// Gives the terminal back as it was.
  package func close() { editor.close() }

  enum Onward { case goOn, leave }

  /// Does what a line asks for and shows what came of it.
  func take(_ line: String) -> Onward {
    if line.contains(where: \.isNewline) { return takePaste(editor.pasted ?? PastedText(line)) }
    let isPrivate = desk.isPrivate(line)
    defer { if !isPrivate { try? editor.remember(line) } }
    do throws(Problem) {
      return try follow(try desk.perform(line))
    } catch {
      show(error, in: isPrivate ? nil : line)
      offer(line, isPrivate: isPrivate)
      return .goOn
    }
  }

  /// Shows a response and goes where it leads.
  func follow(_ response: Response) throws(Problem) -> Onward {
    show(response.view)
    switch response.next {
    case .goOn: return .goOn
    case .leave: return .leave
    case .booth(let poll):
      runBooth(of: poll)
      return .goOn
    case .ask(let form): return try fill(form)
    }
  }

  // MARK: Showing

  func show(_ view: View) {
    guard !view.blocks.isEmpty, !showInPages(view) else { return }
    write(presentation.text(of: view))
    if let below = view.belowWarnings {
      standing.add(view.warningBlocks, rowsAfter: presentation.text(of: below).rows)
    }
  }

  func show(_ problem: Problem, in line: String? = nil) {
    write(presentation.text(of: problem, in: line))
  }

  /// A terminal that is gone can't be told so; the next event ends the console.
  func write(_ text: String) {
    try? editor.write(text)
    standing.scroll(by: text.rows)
  }

  /// Writes what nobody asked for above the line being typed.
  func writeAbove(_ text: String) {
    editor.printAbove(text)
    standing.scroll(by: text.rows)
    keepWarningsInSight()
  }

  /// Where what came after them has pushed them off the screen.
  private func keepWarningsInSight() {
    guard !standing.blocks.isEmpty else { return }
    let text = presentation.text(of: View(standing.blocks))
    guard standing.areOutOfSight(onScreenOf: rows, height: text.rows) else { return }
    standing.wereShown()
    editor.printAbove(text)
  }

  var rows: Int {
    TerminalCapabilities.size(of: .standardOutput)?.rows ?? capabilities.rows
  }

  /// Asks for one line; what others do meanwhile appears above it.
  func ask(_ question: Question) -> Answer {
    editor.ask(question) { [self] descriptor in tell(of: descriptor) }
  }

  private func tell(of descriptor: FileDescriptor) {
    let isBeside = sideline?.descriptors.contains(descriptor) ?? false
    if isBeside { goOnBeside() } else { showWhatOthersDid() }
  }

  /// Takes in what other terminals did, and tells it above the prompt.
  func showWhatOthersDid() {
    guard let live = desk.live else { return }
    defer {
      let found = View.warnings(live.log.takeNotices())
      if !found.blocks.isEmpty { warnAbove(found) }
    }
    do throws(Problem) {
      let steps = Dictionary(grouping: try live.catchUp(), by: \.step).sorted { $0.key < $1.key }
      heartbeat.looked(at: .now, successfully: true)
      for (_, events) in steps {
        let view = Notice.ofOthers(events, in: live.session)
        if !view.blocks.isEmpty { writeAbove(presentation.text(of: view)) }
      }
    } catch {
      heartbeat.looked(at: .now, successfully: false)
      tellOnce(error)
    }
  }

  /// What is tried again and again fails again and again.
  private func tellOnce(_ problem: Problem, as view: View? = nil) {
    guard problem != toldProblem else { return }
    toldProblem = problem
    writeAbove(
      view.map { presentation.text(of: $0) } ?? presentation.text(of: problem))
  }

  // MARK: Time

  var nextTick: ContinuousClock.Instant? {
    [heartbeat.next(for: needs, after: .now), desk.exercises.settlesAt].compactMap(\.self).min()
  }

  /// While the clock runs, the prompt changes every second.
  private var needs: Heartbeat.Needs {
    var needs = Heartbeat.Needs()
    let clockRuns = desk.clock.map { !$0.isPaused } ?? false
    if clockRuns && !isLinear && capabilities.editsLines {
      needs.intoSecond = .milliseconds(desk.now.milliseconds % 1000)
    }
    needs.untilTimeUp = desk.secondsToTimeUp.map { .seconds($0) + .milliseconds(20) }
    guard let live = desk.live else { return needs }
    needs.unsaved = live.log.readOnly == nil ? live.unsavedEvents : 0
    needs.events = live.timeline.head
    needs.hasOthers = true
    needs.isToldOfOthers = live.log.changes != nil
    return needs
  }

  func tick() {
    desk.exercises.settleIfDue()
    beat()
  }

  private func beat() {
    tellTimeUp()
    let tasks = heartbeat.tasks(for: needs, at: .now)
    if tasks.contains(.lookForOthers) { showWhatOthersDid() }
    guard tasks.contains(.saveSnapshot), let live = desk.live else { return }
    do throws(Problem) {
      try live.saveSnapshot()
      toldProblem = nil
    } catch {
      tellOnce(error, as: View.warnings([error]))
    }
  }

  // MARK: Leaving

  private func confirmsLeaving() -> Bool {
    guard desk.live != nil else { return true }
    write("\n")
    while true {
      switch ask(Question(Prompt(Wording.leaveQuestion))) {
      case .text where editor.pasted != nil: write(line(Wording.pastedAnswer, as: .hint))
      case .text(let answer):
        switch answer.lowercased().prefix(1) {
        case "", "y", "j": return true
        case "n": return false
        default: continue
        }
      // ^D once more is as good as yes; ^C means: stay.
      case .ended: return true
      case .cancelled: return false
      case .refused: continue
      }
    }
  }
}
