import Foundation
import TestSupport
import Testing

/// The machine's C compiler, which makes the plugins that these tests check.
enum Compiler {
  static let isThere = Tool.cCompiler.isUsable

  /// What a test without one says.
  static let isMissing: Comment = "\(Tool.cCompiler.fault): the rules' fixtures are untested"

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file of this package.
  static func file(_ path: String) -> String { root.appendingPathComponent(path).path }

  /// Compiles a C file of this package into a library.
  static func compile(
    _ source: String, _ flags: [String] = [], to library: String
  ) throws {
    let arguments = [
      "-std=c11", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC",
      "-I", file("Sources/CExercise/include"), "-o", library, file(source),
    ]
    try Tool.cCompiler.run(arguments + flags)
  }
}
