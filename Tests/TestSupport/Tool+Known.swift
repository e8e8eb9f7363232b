import Foundation

/// The tools that tests start. What else they start is in every Debian (`sh`, `cat`, `setpriv`), or
/// among what Swift asks for (`nm`); CONTRIBUTING.md has the list.
extension Tool {
  /// A compiler of C that makes libraries: the machine's own, or else what the toolchain brings.
  package static let cCompiler = Tool(["cc", "gcc", "clang"], trial: makesLibrary)

  package static let gcc = Tool(["gcc"], trial: makesLibrary)

  /// The clang of the Swift toolchain, or else the machine's.
  package static let clang = Tool(["clang"], in: toolchain + folders, trial: makesLibrary)

  /// The linker of the toolchain's clang, as part of GNU's binutils.
  package static let gold = Tool(["ld.gold"]) { gold, _ in try gold.run(["--version"]) }

  /// What `make` builds with, where the kit's programs look for it as they are tested: it has a
  /// compiler too.
  package static let make = Tool(["make"], in: plainFolders) { make, folder in
    try source.write(toFile: "\(folder)/trial.c", atomically: true, encoding: .utf8)
    let rule = "trial.so: trial.c\n\t$(CC) -shared -fPIC -o $@ trial.c\n"
    try rule.write(toFile: "\(folder)/Makefile", atomically: true, encoding: .utf8)
    try make.run(
      ["-s"], in: folder,
      environment: ["PATH": plainFolders.joined(separator: ":"), "LC_ALL": "C.UTF-8"])
  }

  /// Rust's compiler, with a toolchain and a linker. Rustup puts it at home.
  package static let rustc = Tool(["rustc"], in: folders + cargo) { rustc, folder in
    try "".write(toFile: "\(folder)/trial.rs", atomically: true, encoding: .utf8)
    try rustc.run(["--crate-type", "cdylib", "-o", "trial.so", "trial.rs"], in: folder)
  }

  /// Python, for what is written in it to check the kit from outside.
  package static let python = Tool(["python3"]) { python, _ in try python.run(["--version"]) }

  private static let source = "#include <stdio.h>\nint trial(void) { return puts(\"\"); }\n"

  /// The search path that the programs under test are given.
  private static let plainFolders = ["/usr/bin", "/bin"]

  private static let cargo =
    ProcessInfo.processInfo.environment["HOME"].map { ["\($0)/.cargo/bin"] }
    ?? []

  /// Where `swift` really is, and so what came with it.
  private static let toolchain = folders.map { "\($0)/swift" }
    .filter { FileManager.default.isExecutableFile(atPath: $0) }
    .map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent().path
    }

  private static func makesLibrary(_ compiler: Tool, _ folder: String) throws {
    try source.write(toFile: "\(folder)/trial.c", atomically: true, encoding: .utf8)
    try compiler.run(
      ["-std=c11", "-shared", "-fPIC", "-o", "\(folder)/trial.so", "\(folder)/trial.c"])
  }
}
