internal import Glibc
internal import TestSupport

extension PseudoTerminal {
  /// The path of an executable of this package, which is built beside the tests themselves. The
  /// test target has to depend on it.
  package static func builtProduct(_ name: String) throws -> String {
    guard let path = BuildProducts.program(name) else {
      throw TerminalFailure("no /proc to find \(name) by")
    }
    guard access(path, X_OK) == 0 else { throw TerminalFailure("\(path) is not built") }
    return path
  }
}
