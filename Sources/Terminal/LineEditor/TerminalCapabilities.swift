internal import Glibc
package import SystemPackage

/// What the terminal can show, as far as its environment tells.
package struct TerminalCapabilities: Hashable, Sendable {
  package var columns: Int
  package var rows: Int
  /// TERM is unset, empty or `dumb`: no escape sequence may be sent.
  package var isDumb: Bool
  /// Someone sits at both ends and the terminal can move its cursor: lines can be edited.
  package var editsLines: Bool
  /// Colours may be used. They are never the only sign.
  package var usesColour: Bool
  /// The locale's character set is UTF-8: output may go beyond ASCII of its own accord. What people
  /// typed is shown in any case.
  package var usesUnicode: Bool
  package var inputIsTerminal: Bool
  package var outputIsTerminal: Bool

  /// - Parameters:
  ///   - size: what the kernel says of the terminal; nil or 0 where it does not know.
  ///   - variable: an environment variable's value. Those that count: `TERM`; `NO_COLOR`
  ///     (no-color.org: set and not empty); `CLICOLOR` set to 0; the first of `LC_ALL`, `LC_CTYPE`,
  ///     `LANG` that is not empty; `COLUMNS` and `LINES` where the kernel gives no size.
  package init(
    inputIsTerminal: Bool, outputIsTerminal: Bool, size: (columns: Int, rows: Int)? = nil,
    variable: (String) -> String?
  ) {
    let name = variable("TERM") ?? ""
    isDumb = name.isEmpty || name == "dumb"
    editsLines = inputIsTerminal && outputIsTerminal && !isDumb
    usesColour =
      outputIsTerminal && !isDumb && (variable("NO_COLOR") ?? "").isEmpty
      && variable("CLICOLOR") != "0"
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    let charset = (locale ?? "").lowercased().filter { $0 != "-" }
    usesUnicode = charset.contains("utf8")
    columns = Self.measure(size?.columns, variable("COLUMNS"), usual: 80)
    rows = Self.measure(size?.rows, variable("LINES"), usual: 24)
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
  }

  private static func measure(_ told: Int?, _ variable: String?, usual: Int) -> Int {
    [told, variable.flatMap { Int($0) }].lazy.compactMap { $0 }.first { $0 > 0 } ?? usual
  }

  /// Those of this process's standard input and output, now.
  package static func current() -> TerminalCapabilities {
    TerminalCapabilities(
      inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      size: size(of: .standardOutput)
    ) { name in getenv(name).map { String(cString: $0) } }
  }

  /// The window's size; nil where the descriptor is no terminal.
  package static func size(of descriptor: FileDescriptor) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
