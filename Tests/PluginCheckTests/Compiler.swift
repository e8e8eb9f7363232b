import Foundation
import TerminalTesting
import Testing

/// The machine's C compiler, which makes the plugins that these tests check.
enum Compiler {
  /// The first one on the search path.
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["cc", "clang"].flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// What a test without one says.
  static let isMissing: Comment = "No C compiler (cc or clang): the rules' fixtures are untested"

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file of this package.
  static func file(_ path: String) -> String { root.appendingPathComponent(path).path }

  /// Compiles a C file of this package into a library.
  static func compile(
    _ source: String, _ flags: [String] = [], to library: String
  ) throws {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments =
      [
        "-std=c11", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC",
        "-I", file("Sources/CExercise/include"), "-o", library, file(source),
      ] + flags
    process.standardInput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }
}
