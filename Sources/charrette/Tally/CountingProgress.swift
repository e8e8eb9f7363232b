import Glibc
import Rendering
import Synchronization
import SystemPackage
import Terminal

/// Tells on a terminal how far a long count is: one line on standard error, written anew each
/// second from the third on and wiped away in the end.
final class CountingProgress: Sendable {
  private let state = Mutex(State())
  private let start = ContinuousClock.now

  private struct State {
    /// What is done, on which file.
    var task = ""
    var begun = ContinuousClock.now
    /// How many bytes of the file were read, and how many it has; nil of a pipe.
    var read = 0
    var size: Int?
    var isReading = false
    var isShown = false
    var isOver = false
  }

  /// Begins to tell, if standard error is a terminal; nil if it is none.
  static func begin() -> CountingProgress? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    let progress = CountingProgress()
    Task.detached {
      while !progress.isOver {
        try await Task.sleep(for: .seconds(1))
        progress.tell()
      }
    }
    return progress
  }

  private var isOver: Bool { state.withLock { $0.isOver } }

  /// A file is being read from now on.
  func reads(_ name: String, size: Int?) {
    state.withLock {
      ($0.task, $0.begun, $0.isReading) = ("Reading \(name)", .now, true)
      ($0.read, $0.size) = (0, size)
    }
  }

  func read(_ bytes: Int) { state.withLock { $0.read += bytes } }

  /// The ballots are there, and are being counted from now on.
  func counts(by method: String) {
    state.withLock {
      ($0.task, $0.begun, $0.isReading) = ("Counting by \(method)", .now, false)
    }
  }

  /// Wipes the line away.
  func end() {
    let wasShown = state.withLock { state in
      state.isOver = true
      return state.isShown
    }
    if wasShown { write("\r\u{1B}[K") }
  }

  private func tell() {
    guard ContinuousClock.now - start > .seconds(2) else { return }
    state.withLock { state in
      guard !state.isOver, !state.task.isEmpty else { return }
      state.isShown = true
      write("\r\u{1B}[K\(Self.line(state))")
    }
  }

  /// “Reading votes.csv: 43 %, about 12 s more”, “Counting by schulze: 8 s so far”.
  private static func line(_ state: State) -> String {
    let task = String(neutralised(state.task).prefix(48))
    let seconds = Int((ContinuousClock.now - state.begun) / .seconds(1))
    guard state.isReading else { return "\(task): \(seconds) s so far" }
    guard let size = state.size, size > 0, state.read > 0 else {
      return "\(task): \(state.read / 1_000_000) MB so far"
    }
    let part = min(1, Double(state.read) / Double(size))
    let left = Int(Double(seconds) * (1 - part) / part)
    return "\(task): \(Int(part * 100)) %, about \(left) s more"
  }

  /// Progress that can't be written is no progress: the result is told all the same.
  private func write(_ text: String) { try? TerminalOutput(.standardError).write(text) }
}
