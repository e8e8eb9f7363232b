import Glibc
import TerminalTesting

/// The interpreters of this machine, to be started against. A shim that first finds out which
/// interpreter is meant would be no fair peer, so the interpreter itself is asked for its path.
struct Python {
  let path: String
  /// Something that is installed with it runs at every start: that time is not the interpreter's.
  let hasHooks: Bool

  /// What is measured, to be read in the table.
  var name: String { "`\(path) -c pass`" + (hasHooks ? ", with start-up hooks of its own" : "") }

  /// The one that `python3` leads to, and the system's own; each once.
  static func installed() -> [Python] {
    var found: [Python] = []
    for name in ["python3", "/usr/bin/python3"] {
      guard let python = Python(called: name), !found.contains(where: { $0.path == python.path })
      else { continue }
      found.append(python)
    }
    return found
  }

  /// Starts it with nothing to do and waits for its end.
  func pass() throws {
    let terminal = try PseudoTerminal.spawn(path, arguments: ["-c", "pass"])
    try terminal.waitForExit()
  }

  private init?(called name: String) {
    guard let answer = popen("\(name) -c '\(Self.question)' 2>/dev/null", "r") else { return nil }
    defer { pclose(answer) }
    var buffer = [UInt8](repeating: 0, count: 2 * Int(PATH_MAX))
    let count = fread(&buffer, 1, buffer.count, answer)
    let lines = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
    guard lines.count == 2, let resolved = realpath(String(lines[0]), nil) else { return nil }
    defer { free(resolved) }
    path = String(cString: resolved)
    hasHooks = lines[1] == "True"
  }

  /// Where it is, and whether a file of the form that the module `site` documents runs code.
  private static let question = """
    import sys, site, glob
    files = [f for d in site.getsitepackages() for f in glob.glob(d + "/*.pth")]
    print(sys.executable)
    print(any(l.startswith("import ") for f in files for l in open(f)))
    """
}
