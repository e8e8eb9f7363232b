import Glibc
import TerminalTesting

/// The interpreters of this machine, to be started against. A shim that first finds out which
/// interpreter is meant would be no fair peer, so the interpreter itself is asked for its path.
struct Python {
  let path: String

  /// The one that `python3` leads to, and the system's own; each once.
  static func installed() -> [Python] {
    var found: [String] = []
    for name in ["python3", "/usr/bin/python3"] {
      guard let path = executable(of: name), !found.contains(path) else { continue }
      found.append(path)
    }
    return found.map(Python.init)
  }

  /// Starts it with nothing to do and waits for its end.
  func pass() throws {
    let terminal = try PseudoTerminal.spawn(path, arguments: ["-c", "pass"])
    try terminal.waitForExit()
  }

  private static func executable(of name: String) -> String? {
    let question = "\(name) -c 'import sys; print(sys.executable)' 2>/dev/null"
    guard let answer = popen(question, "r") else { return nil }
    defer { pclose(answer) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard fgets(&buffer, Int32(buffer.count), answer) != nil,
      let resolved = realpath(
        String(decoding: buffer.prefix { $0 > 0x20 }.map(UInt8.init(bitPattern:)), as: UTF8.self),
        nil)
    else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
