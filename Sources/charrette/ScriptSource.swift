import ArgumentParser
import ExerciseProtocol
import SessionStore
import SystemPackage
import Terminal
import Workshop

/// Where lines come from that nobody types.
enum ScriptSource {
  case standardInput
  case file(String)

  var name: String {
    switch self {
    case .standardInput: "standard input"
    case .file(let path): path
    }
  }

  func run(_ options: CommonOptions, printsJSON: Bool, session: String?) throws {
    try Self.run([self], options, printsJSON: printsJSON, session: session, clock: nil)
  }

  static func run(
    _ sources: [ScriptSource], _ options: CommonOptions, printsJSON: Bool, session: String?,
    clock start: Timestamp?
  ) throws {
    let clock = ScriptClock(start: start)
    let desk = Wiring.desk(options, Places(options), isInteractive: false, clock: clock)
    try run(sources, at: desk, options, printsJSON: printsJSON, session: session, clock: clock)
  }

  /// The same at a desk that is there already.
  static func run(
    _ sources: [ScriptSource], at desk: Desk, _ options: CommonOptions, printsJSON: Bool,
    session: String?, clock: ScriptClock,
    output: @escaping (String) throws -> Void = {
      try TerminalOutput(.standardOutput).write($0)
    }
  ) throws {
    let capabilities = TerminalCapabilities.current()
    let presentation = Wiring.presentation(capabilities, options)
    let errors = TerminalOutput(.standardError)
    let script = Script(
      desk: desk, presentation: presentation, printsJSON: printsJSON,
      output: output,
      errors: { try? errors.write($0) })
    if let session {
      let found: View
      do throws(Problem) {
        // Of the welcome only what was found wrong is of interest here.
        found = try desk.openSession(called: session).view
      } catch {
        throw Failure(error)
      }
      // What nobody could be told of nobody knows, and the lines would change it.
      if !found.warningBlocks.isEmpty {
        do throws(Errno) {
          try errors.write(presentation.text(of: View(found.warningBlocks)))
        } catch {
          throw OutputLost(error)
        }
      }
    }
    defer {
      do throws(Problem) {
        try desk.live?.saveSnapshot()
      } catch {
        // The lines are safe; but whoever reads the document would read an old one.
        try? errors.write(presentation.text(of: View.warnings([error])))
      }
    }
    for source in sources {
      let ending = try source.take(script, clock)
      if ending == .left { return }
      if ending != .done { throw ExitCode(ending.rawValue) }
    }
  }

  private func take(_ script: Script, _ clock: ScriptClock) throws -> Script.Ending {
    let input = try open()
    var lines = PlainLines()
    var number = 0
    var isOpen = true
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      while let line = lines.next() {
        number += 1
        clock.advance()
        switch line {
        case .success(let text):
          if let ending = script.take(text, file: name, number: number) { return ending }
        case .failure(let refusal): return script.refuse(refusal, file: name)
        }
      }
      guard isOpen else { return .done }
      let count = try unlessUnreadable {
        try buffer.withUnsafeMutableBytes { try input.read(into: $0) }
      }
      if count == 0 {
        isOpen = false
        lines.finish()
      } else {
        lines.append(buffer[..<count])
      }
    }
  }

  private func open() throws -> FileDescriptor {
    guard case .file(let path) = self else { return .standardInput }
    return try unlessUnreadable { try FileDescriptor.open(FilePath(path), .readOnly) }
  }

  private func hint(for error: Errno) -> String {
    if case .standardInput = self { return "Give it a pipe or a file to read: charrette run FILE" }
    return error == .isDirectory ? "Name a file in it." : "Check the name."
  }

  private func unlessUnreadable<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as Errno {
      throw Failure(
        Problem(
          "“\(name)” can't be read: \(error).", hint: hint(for: error)))
    }
  }
}

/// The time of a script: the machine's, or one that begins when it is told to and goes on by a
/// minute a line.
final class ScriptClock {
  private var time: Timestamp?
  private var drawn = 0

  init(start: Timestamp?) { time = start }

  /// Whether it begins when it is told to.
  var isVirtual: Bool { time != nil }

  func advance() { time = time?.advanced(bySeconds: 60) }

  var now: () -> Timestamp { { self.time ?? .now() } }

  /// The machine's chance; where the time is virtual, numbers that follow from it and from how many
  /// were drawn, so that a script that is played again does the same.
  var random: () -> UInt64 {
    {
      var system = SystemRandomNumberGenerator()
      guard let time = self.time else { return system.next() }
      self.drawn += 1
      // SplitMix64: neighbouring times differ in their low bits alone, and a ballot's nonce is made
      // of many draws in a row.
      var word = UInt64(truncatingIfNeeded: time.milliseconds) &+ UInt64(self.drawn) << 44
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }
}
