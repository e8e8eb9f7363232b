package import Rendering

/// The terminal and the clock, as the booth sees them. ``BoothTerminal`` is the real one.
package protocol BoothDevice: AnyObject {
  /// Columns and rows, as they are now.
  var size: (columns: Int, rows: Int) { get }
  /// What may be written: colours, Unicode, escape sequences at all.
  var style: TerminalStyle { get }
  /// Escape sequences are understood: the screen can be drawn, and wiped.
  var movesCursor: Bool { get }
  /// The time, from any beginning.
  var now: Duration { get }

  /// Becomes readable when ``next(until:)`` has something to tell; -1: nothing does.
  var descriptor: Int32 { get }

  /// Waits for the next thing to happen.
  func next(until deadline: Duration?) -> BoothInput
  /// Forgets whatever was typed and not yet taken.
  func dropInput()
  func write(_ text: String)
}

/// What can happen to a booth.
package enum BoothInput: Hashable, Sendable {
  case key(BoothKey)
  /// The window has another size, or has to be drawn again.
  case resized
  /// The deadline has come.
  case deadline
  /// The process is to end.
  case terminated(signal: Int32)
  /// Nobody will ever type again.
  case gone
}

extension BoothDevice {
  package var descriptor: Int32 { -1 }
}
