import ExerciseProtocol
import Foundation
import TerminalTesting
import TestSupport
import Testing

/// One run of `charrette run --json` over a script of the guide, with one plugin of the guide.
struct GuideRun {
  var status: Int32
  var output: String
  var errors: String

  enum Plugin {
    /// A dynamic library of this package.
    case product(String)
    /// A C file of the guide, to be compiled.
    case source(String)
  }

  init(plugin: Plugin, script: String) throws {
    let folder = try TemporaryFolder()
    let library = folder["libexample.so"]
    switch plugin {
    case .product(let name):
      let built = try #require(BuildProducts.library(name))
      try FileManager.default.copyItem(atPath: built, toPath: library)
      // As a careful person would have it: the host passes over what others could change.
      chmod(library, 0o755)
    case .source(let file):
      try Self.compile(GuidePages.path("Tests/Fixtures/Guide/\(file)"), to: library)
    }
    let program = try #require(BuildProducts.program("charrette"))
    let arguments = [
      "run", "--json", "--sessions", folder["Sessions"], "--plugins", folder.path,
      GuidePages.path("Tests/Fixtures/Guide/\(script)"),
    ]
    (status, output, errors) = try Self.run(program, arguments, home: folder.path)
  }

  /// The view in the result of the script's last line.
  func lastView() throws -> View {
    let line = try #require(output.split(separator: "\n").last)
    let answer = JSONReader(try JSONValue(parsing: String(line)), path: "output")
    return try View(answer.required("result").required("view"))
  }

  private static func compile(_ source: String, to library: String) throws {
    let arguments = [
      "-std=c11", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC",
      "-I", GuidePages.path("Sources/CExercise/include"), "-o", library, source,
    ]
    try Tool.cCompiler.run(arguments)
  }

  private static func run(
    _ program: String, _ arguments: [String], home: String
  ) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["HOME": home, "XDG_DATA_HOME": "", "XDG_CACHE_HOME": "", "XDG_STATE_HOME": ""]
    ) { _, ours in ours }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Neither is long enough to fill a pipe while the other is read.
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: said, as: UTF8.self),
      String(decoding: complained, as: UTF8.self)
    )
  }
}
