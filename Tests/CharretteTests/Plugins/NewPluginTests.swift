import Foundation
import TerminalTesting
import TestSupport
import Testing

/// `charrette plugin new`: what it makes is built and tested as its author would.
///
/// The package in Swift takes a minute and more, so it has a command of its own, which CI runs:
/// `CHARRETTE_BUILDS_PACKAGES=1 swift test --filter NewPluginTests`.
@Suite struct NewPluginTests {
  private static let buildsPackages =
    ProcessInfo.processInfo.environment["CHARRETTE_BUILDS_PACKAGES"] == "1"

  private static let kit = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private func made(_ arguments: String...) throws -> (House, String) {
    let house = try House()
    let folder = house.folder["made"]
    let done = try house.plain(
      ["plugin", "new"] + arguments + ["--directory", folder, "--kit", Self.kit])
    guard done.status == 0 else { throw TerminalFailure("\(done)") }
    return (house, folder)
  }

  private static let isUntested = "the new plugin in C is untested"

  @Test(.enabled(if: Tool.make.isUsable, "\(Tool.make.fault): \(isUntested)"))
  func `a new plugin in C is made, tested and tried`() throws {
    let (house, folder) = try made("room-mood", "--language", "c")
    let make = try house.sh("cd '\(folder)' && make CHARRETTE='\(house.program)' && make test")
    #expect(make.status == 0, "\(make)")
    let test = try house.sh("cd '\(folder)' && make CHARRETTE='\(house.program)' test")
    #expect(test.text.contains("As try.transcript has it."), "\(test)")
    let names = try house.sh("nm -gD --defined-only '\(folder)/libroom-mood.so'")
    #expect(names.text.split(separator: "\n").count == 1, "\(names)")
    let check = try house.plain(["plugin", "check", folder])
    #expect(check.status == 0, "\(check)")
    let trace = try house.plain(
      ["plugin", "trace", "\(folder)/try.charrette", "--plugins", folder, "--format", "json"])
    #expect(trace.status == 0, "\(trace)")
    #expect(trace.text.contains("{\"plugin\":\"room-mood\""))
    #expect(trace.text.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"plugin\"") })
  }

  @Test(
    .enabled(if: Tool.make.isUsable, "\(Tool.make.fault): \(isUntested)"),
    .enabled(if: Tool.gcc.isUsable, "\(Tool.gcc.fault): \(isUntested) with it"))
  func `gcc has nothing to say about a new plugin in C`() throws {
    try expectNoWarning(of: Tool.gcc)
  }

  @Test(
    .enabled(if: Tool.make.isUsable, "\(Tool.make.fault): \(isUntested)"),
    .enabled(if: Tool.clang.isUsable, "\(Tool.clang.fault): \(isUntested) with it"))
  func `clang has nothing to say about a new plugin in C`() throws {
    try expectNoWarning(of: Tool.clang)
  }

  private func expectNoWarning(of compiler: Tool) throws {
    let (house, folder) = try made("room-mood", "--language", "c")
    let path = try #require(compiler.path)
    let make = try house.sh("cd '\(folder)' && make CC='\(path)' CFLAGS='-O1 -Werror'")
    #expect(make.status == 0, "\(make)")
    #expect(!make.text.contains("warning") && !make.errorText.contains("warning"), "\(make)")
  }

  @Test(.enabled(if: buildsPackages, "CHARRETTE_BUILDS_PACKAGES=1 builds the package in Swift"))
  func `a new plugin in Swift builds, tests and loads, with a kit of its own build`() throws {
    let (house, folder) = try made("my-exercise")
    let runner = try #require(BuildProducts.program("exercise-runner"))
    for command in [
      "swift build", "swift test", "CHARRETTE_RUNNER='\(runner)' swift test",
    ] {
      let done = try house.sh("cd '\(folder)' && \(command)", isAtHome: true)
      #expect(done.status == 0, "\(command): \(done)")
    }
    let names = try house.sh("nm -gD --defined-only '\(folder)/.build/debug/libmy-exercise.so'")
    #expect(names.text.split(separator: "\n").count == 1, "\(names)")
    let check = try house.plain(["plugin", "check", folder])
    #expect(check.status == 0, "\(check)")
    let trial = try house.run(
      ["run", "\(folder)/try.charrette", "--plugins", "\(folder)/.build/debug"])
    #expect(trial.text.contains("• Hear Roger"), "\(trial)")
  }

  @Test func `what is there already is not overwritten`() throws {
    let (house, folder) = try made("my-exercise")
    let again = try house.plain(["plugin", "new", "my-exercise", "--directory", folder])
    #expect(again.status == 2)
    #expect(again.errorText.contains("is there already."))
    #expect(again.errorText.contains("Hint: --directory names another folder."))
  }

  @Test(arguments: [
    (["My Exercise"], "can't be a plugin's name"),
    (["x", "--kit", "/nowhere"], "There is no folder"),
    (["x", "--kit", "/tmp"], "is no copy of Charrette"),
  ])
  func `what can't be made says why`(arguments: [String], words: String) throws {
    let house = try House()
    let done = try house.plain(
      ["plugin", "new"] + arguments + ["--directory", house.folder["made"]])
    #expect(done.status == 2, "\(done)")
    #expect(done.errorText.contains(words), "\(done)")
  }
}

extension House {
  /// The program without the options of a session.
  func plain(_ arguments: [String]) throws -> Finished {
    try Child(program, arguments, environment: environment).finish()
  }

  /// A command of the shell; at home, with the tester's environment, where compilers are set up,
  /// and with the time that they take.
  func sh(_ command: String, isAtHome: Bool = false) throws -> Finished {
    let variables = isAtHome ? ProcessInfo.processInfo.environment : environment
    return try Child(
      "/bin/sh", ["-c", command], environment: variables,
      patience: isAtHome ? .seconds(900) : PseudoTerminal.patience
    ).finish()
  }
}
