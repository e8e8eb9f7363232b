import Foundation

extension BuildProducts {
  /// Copies a program, to be started as `path`; nil where it could not be copied.
  ///
  /// By a process of its own. What this process writes is open for writing in every child that
  /// another test is just starting, until that child becomes its program; and a program that
  /// somebody has open for writing can't be started: “Text file busy”.
  package static func copy(_ program: String, to path: String) throws -> String? {
    guard let source = self.program(program) else { return nil }
    let copying = Process()
    copying.executableURL = URL(filePath: "/bin/cp")
    copying.arguments = [source, path]
    try copying.run()
    copying.waitUntilExit()
    return copying.terminationStatus == 0 ? path : nil
  }
}
