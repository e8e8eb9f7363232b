internal import CReadline
internal import Glibc
package import SystemPackage

/// The prompt: one loop that waits for keys, signals, descriptors and the clock, and says what came
/// first. Lines are edited by GNU readline; where there is no terminal or only a dumb one, lines
/// are read plainly and no escape sequence is ever sent.
///
/// Readline is one for the process, so there is one line editor, used by the thread that made it.
/// The caller asks (``next(prompt:until:)``), does what the event asks for, and asks again; a
/// half-typed line stays as it is over events that are not about it.
///
/// Never mix it with Swift's `readLine()`. While a line is edited the terminal is in readline's
/// hands: write through ``printAbove(_:)`` or inside ``suspended(_:)``.
package final class LineEditor {
  package struct Options {
    /// Where lines are kept from one run to the next; nil: only for this run.
    package var history: HistoryFile?
    /// For screen readers: nothing on the screen changes while a line is being typed.
    package var isLinear = false
    /// What TAB offers; nil: nothing.
    package var completer: Completer?
    /// How many columns a text takes up.
    package var width: (String) -> Int = { $0.count }
    /// How long the rest of a key that begins with ESC may take. What comes later is no part of it:
    /// a lone ESC does nothing. Nil: as readline's variable `keyseq-timeout` says.
    package var keyPatience: Duration?

    package init() {}
  }

  package typealias Completer = (CompletionContext) -> Completion?

  /// What else to wait for: each is reported by ``EditorEvent/ready(_:)``, the first of the list
  /// first.
  package var watched: [FileDescriptor] = []
  /// Nothing more will ever be entered: the terminal, or the pipe, is closed.
  package internal(set) var isAtEnd = false
  /// Why something could not be shown; nil where all was.
  package internal(set) var lostOutput: Errno?

  let capabilities: TerminalCapabilities
  let signals: TerminalSignals
  var options: Options
  let output = TerminalOutput(.standardOutput)
  /// Where lines are read from.
  let keys: FileDescriptor
  /// What of the line that was entered last was pasted as several lines; nil where nothing was, and
  /// while the next one is being typed.
  package internal(set) var pasted: PastedText?
  /// What the marks in the line being typed stand for, in their order.
  var pastes: [Paste] = []
  /// Whether the line being typed was put there to be mended, and no key has said yet that it is.
  var offerState = Offer.none
  /// Read already, to be handed to readline.
  var firstByte: UInt8?
  /// Typed between two pages of an answer: the beginning of the next line.
  var pushedBack: [UInt8] = []
  /// A page of a long answer is being read: what is to be shown waits.
  var isPaging = false
  var lastKey = ContinuousClock.now
  /// Whether the key that is being read, or was read last, began with ESC.
  var keyBeganWithEscape = false
  /// When the first key of the line that was entered last, or is being typed, was pressed at the
  /// earliest; nil where none was yet, and where lines are not edited.
  package internal(set) var lineBegan: ContinuousClock.Instant?
  /// Whether that key was there before it could be asked for, and was not taken yet.
  var isTypedAhead = false
  /// When the line before it was entered.
  var lastEntered = ContinuousClock.now
  /// Whether the end of a long answer was reached just now, by somebody who pressed keys for it.
  var pagesEnd = PagesEnd.none
  /// The completer of the question being asked, else that of the options.
  var completer: Completer?

  /// The prompt on the screen while a line is being typed.
  var shownPrompt: Prompt?
  /// Text to begin the next line with, and where the cursor stands in it, counted in bytes.
  var draft: (text: String, point: Int)?
  /// What the line being typed came to, until it is reported.
  var outcome: EditorEvent?
  /// What is shown as soon as it disturbs nothing.
  var notices: [String] = []
  /// Signals taken but not yet acted upon.
  var pendingSignals: [Int32] = []
  /// What the last TAB found.
  var candidates: [Candidate] = []
  var lineCount = 0
  var plainLines = PlainLines()
  /// No more bytes will come, though lines may be waiting.
  var inputIsClosed = false
  var isPrivate = false

  /// Nothing is drawn before the first ``next(prompt:until:)``.
  package init(
    capabilities: TerminalCapabilities, signals: TerminalSignals, options: Options = Options()
  ) {
    self.capabilities = capabilities
    self.signals = signals
    self.options = options
    completer = options.completer
    keys = capabilities.editsLines ? Self.openKeys() : .standardInput
    if capabilities.editsLines {
      startReadline()
      loadHistory()
    }
  }

  deinit {
    close()
    if keys != .standardInput { try? keys.close() }
  }

  /// A line is being typed.
  var isEditing: Bool { shownPrompt != nil }

  /// Gives the terminal back as it was; a half-typed line is dropped. May be called again, and at
  /// any time outside a callback.
  package func close() { leaveLine() }

  /// Writes the output of a command, between one line and the next.
  package func write(_ text: String) throws(Errno) {
    do throws(Errno) {
      try output.write(text)
    } catch {
      lostOutput = lostOutput ?? error
      throw error
    }
  }

  /// Runs something that needs the terminal for itself: a pager, another program, a booth. The
  /// half-typed line is taken off the screen and comes back afterwards.
  package func suspended<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isEditing, capabilities.editsLines else { return try body() }
    rl_callback_sigcleanup()
    rl_clear_visible_line()
    releaseTerminal()
    defer { takeTerminalBack() }
    return try body()
  }
}
