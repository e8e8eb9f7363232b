import Foundation
import TestSupport
import Testing

/// C of ours: neither of the compilers that a reader may have says a word about it. A plugin that
/// `charrette plugin new` makes is tried with both in NewPluginTests.
@Suite struct CSourceTests {
  /// A file, in one of the ways that it is compiled.
  struct Unit: CustomTestStringConvertible, Sendable {
    var path: String
    var flags: [String]
    var testDescription: String { ([path] + flags).joined(separator: " ") }
  }

  static let all: [Unit] = SourceFile.all.filter { $0.path.hasSuffix(".c") }.flatMap { file in
    modes(of: file).map { mode in
      Unit(path: file.path, flags: flags(for: file) + mode)
    }
  }

  @Test(
    .enabled(if: Tool.gcc.isUsable, "\(Tool.gcc.fault): C of ours is untested with gcc"),
    arguments: all)
  func `gcc has nothing to say`(unit: Unit) throws { try compile(unit, with: Tool.gcc) }

  @Test(
    .enabled(if: Tool.clang.isUsable, "\(Tool.clang.fault): C of ours is untested with clang"),
    arguments: all)
  func `clang has nothing to say`(unit: Unit) throws { try compile(unit, with: Tool.clang) }

  @Test func `the files were found, each in all its ways`() {
    let paths = Self.all.map(\.path)
    #expect(paths.contains("Sources/exercise-runner/seccomp.c"))
    #expect(paths.contains("Sources/CReadline/CReadline.c"))
    #expect(paths.count { $0 == Self.spoilt } > 20)
  }

  /// Warnings that need to know how values flow come with -O1 alone.
  private func compile(_ unit: Unit, with compiler: Tool) throws {
    let object = FileManager.default.temporaryDirectory
      .appendingPathComponent("charrette-\(UUID().uuidString).o").path
    defer { try? FileManager.default.removeItem(atPath: object) }
    let arguments = ["-O1", "-Wall", "-Wextra", "-Werror", "-c", "-o", object, unit.path]
    let said = try compiler.run(arguments + unit.flags, in: SourceFile.root.path)
    #expect(said == "")
  }

  private static let spoilt = "Tests/Fixtures/UnsoundPlugin/unsound.c"

  /// The macros that the file asks for, one a time; the first way is without any.
  private static func modes(of file: SourceFile) -> [[String]] {
    guard file.path == spoilt else { return [[]] }
    return [[]] + file.text.matches(of: /defined ([A-Z0-9_]+)/).map { ["-D\($0.1)"] }
  }

  private static func flags(for file: SourceFile) -> [String] {
    let isGuide = file.isIn(["Tests/Fixtures/Guide", "Tests/Fixtures/UnsoundPlugin"])
    let own = "\(file.path.split(separator: "/").dropLast().joined(separator: "/"))/include"
    let fuzzed = file.isIn(["Tests/Fuzz"]) ? ["-I", "Sources/exercise-runner"] : []
    return [
      isGuide ? "-std=c11" : "-std=gnu11", "-I", "Sources/CExercise/include", "-I", own,
    ] + fuzzed
  }
}
