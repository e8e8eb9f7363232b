internal import Glibc

extension PseudoTerminal {
  /// The path of an executable of this package, which is built beside the tests themselves. The
  /// test target has to depend on it.
  package static func builtProduct(_ name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { throw TerminalFailure("no /proc to find \(name) by") }
    let tests = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folder = tests[..<(tests.lastIndex(of: "/") ?? tests.endIndex)]
    let path = "\(folder)/\(name)"
    guard access(path, X_OK) == 0 else { throw TerminalFailure("\(path) is not built") }
    return path
  }
}
