import ExerciseProtocol
import Glibc
import Terminal

extension Examination {
  /// What the terminal can show.
  static func terminal(_ capabilities: TerminalCapabilities) -> Examination {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let variables: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
    let values = variables.map { variable in
      getenv(variable).map { String(cString: $0) } ?? ""
    }
    let locale = values.first { !$0.isEmpty } ?? ""
    let readline = LineEditor.readlineVersion
    return Examination(
      area: "terminal", title: "Terminal",
      findings: [
        screen(capabilities, name), text(capabilities, locale),
        .good("Lines are edited with GNU readline \(readline)."),
      ],
      details: [
        .init("term", .string(name)), .init("locale", .string(locale)),
        .init("readline", .string(readline)), .init("columns", .integer(capabilities.columns)),
        .init("rows", .integer(capabilities.rows)),
        .init("colour", .bool(capabilities.usesColour)),
        .init("unicode", .bool(capabilities.usesUnicode)),
      ])
  }

  private static func screen(_ capabilities: TerminalCapabilities, _ name: String) -> Finding {
    guard capabilities.outputIsTerminal else {
      return .remark("This is not shown on a terminal, so there is nothing to say of its size.")
    }
    let size = "\(capabilities.columns) columns and \(capabilities.rows) rows"
    if capabilities.isDumb {
      return .remark(
        "TERM is “\(name)”: lines are read as they come, without editing or colours.",
        hint: "Most terminals are right with TERM=xterm-256color.")
    }
    guard capabilities.columns >= 80, capabilities.rows >= 24 else {
      return .remark(
        "\(name) has \(size), which is small for a wall.", hint: "80 and 24 show all in full.")
    }
    return .good("\(name), \(size), \(capabilities.usesColour ? "in colour" : "without colour").")
  }

  private static func text(_ capabilities: TerminalCapabilities, _ locale: String) -> Finding {
    guard capabilities.usesUnicode else {
      return .remark(
        "The locale “\(locale)” is not UTF-8: lines and signs are drawn with ASCII alone.",
        hint: "export LANG=C.UTF-8")
    }
    return .good("The locale \(locale) is UTF-8: every language can be shown.")
  }
}
