internal import Glibc
internal import Rendering
internal import Terminal

/// The real terminal with a clock that a test turns: a file with the time in seconds.
final class ClockedTerminal: BoothDevice {
  private let terminal: BoothTerminal
  private let clock: String

  init(_ terminal: BoothTerminal, clock: String) {
    self.terminal = terminal
    self.clock = clock
  }

  var size: (columns: Int, rows: Int) { terminal.size }
  var style: TerminalStyle { terminal.style }
  var movesCursor: Bool { terminal.movesCursor }

  var now: Duration {
    guard let file = fopen(clock, "r") else { return .zero }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return .seconds(Double(String(decoding: bytes, as: UTF8.self)) ?? 0)
  }

  func next(until deadline: Duration?) -> BoothInput {
    while true {
      if let deadline, now >= deadline { return .deadline }
      let input = terminal.next(until: terminal.now + .milliseconds(10))
      if input != .deadline { return input }
    }
  }

  func dropInput() { terminal.dropInput() }
  func write(_ text: String) { terminal.write(text) }
}
