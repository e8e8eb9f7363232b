import ArgumentParser
import ExerciseProtocol
import Glibc
import Platform
import Rendering
import SessionStore
import Starters
import SystemPackage
import Terminal
import Workshop

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a plugin to begin with: it builds, tests and passes “plugin check” as it is.",
    usage: "charrette plugin new <name> [--language swift|c] [--directory <folder>]",
    discussion: """
      In Swift: a package on ExerciseKit with its test, a golden transcript, a README, a licence \
      and a file for CI. In C: one source with a Makefile and the header that is the contract.

      A Swift package finds ExerciseKit in the copy of Charrette that this program was built in; \
      --kit names another copy by its folder, or a published one by its address.
      """)

  @Argument(help: "Its name: small letters and digits with hyphens between.")
  var name: String

  @Option(help: "What it is written in: swift or c.")
  var language: Starter.Language = .swift

  @Option(help: "The folder to make; else its name.", completion: .directory)
  var directory: String?

  @Option(help: "Where Charrette's sources are: a folder, or an address.", completion: .directory)
  var kit: String?

  @Option(help: "What others may do with it: MIT, 0BSD or Apache-2.0.")
  var licence: Starter.Licence = .mit

  func run() throws {
    let folder = directory ?? name
    do throws(Problem) {
      let starter = try Starter(
        name, language: language, licence: licence, kit: try kit(for: folder),
        year: Int(Timestamp.now().description.prefix(4)) ?? 0)
      guard access(folder, F_OK) != 0 else {
        throw Problem(
          "“\(folder)” is there already.", hint: "--directory names another folder.",
          isUsage: true)
      }
      for file in starter.files { try write(file, in: folder) }
    } catch {
      if error.isUsage { throw ValidationError(Presentation.plainText(of: error)) }
      throw Failure(error)
    }
    let go = language == .swift ? "swift build && swift test" : "make && make test"
    let view = View([
      .note("A plugin called “\(name)” is in \(folder).", .success),
      .note("cd \(folder) && \(go)", .hint),
      .note("charrette plugin dev \(folder) runs it while you write it.", .hint),
    ])
    try Output.write(Presentation(.init(columns: 80)).text(of: view))
  }

  /// Where the new package finds the kit.
  private func kit(for folder: String) throws(Problem) -> Starter.Kit {
    if let kit, kit.contains("://") || kit.hasPrefix("git@") { return .url(kit) }
    guard let place = kit ?? Places.kit else {
      // A plugin in C needs the header alone, and has it.
      if language == .c { return .folder("../charrette") }
      throw Problem(
        "This program was not built in a copy of Charrette, so ExerciseKit is not at hand.",
        hint: "--kit names the folder of a copy, or its address.")
    }
    guard let path = realpath(place, nil) else {
      throw Problem("There is no folder “\(place)”.", hint: "--kit names another.", isUsage: true)
    }
    defer { free(path) }
    let absolute = String(cString: path)
    guard access("\(absolute)/Sources/ExerciseKit", F_OK) == 0 else {
      throw Problem(
        "“\(absolute)” is no copy of Charrette: Sources/ExerciseKit is not in it.",
        hint: "--kit names another folder.", isUsage: true)
    }
    return .folder(relative(absolute, to: folder))
  }

  /// So that both can be moved together.
  private func relative(_ path: String, to folder: String) -> String {
    let current =
      FilePath(folder).isAbsolute ? "" : (getcwd(nil, 0).map { String(cString: $0) } ?? "")
    let here = FilePath(current + "/" + folder).lexicallyNormalized().components.map(\.string)
    let there = FilePath(path).lexicallyNormalized().components.map(\.string)
    let shared = zip(here, there).prefix { $0 == $1 }.count
    guard shared > 0 else { return path }
    return (Array(repeating: "..", count: here.count - shared) + there.dropFirst(shared))
      .joined(separator: "/")
  }

  private func write(_ file: Starter.File, in folder: String) throws(Problem) {
    let path = FilePath("\(folder)/\(file.path)")
    // What fails here is told when the file is written.
    _ = try? Directory.make(
      path.removingLastComponent(), permissions: FilePermissions(rawValue: 0o755))
    do {
      let descriptor = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      _ = try descriptor.closeAfter { try descriptor.writeAll(Array(file.text.utf8)) }
    } catch {
      throw Problem("“\(path)” can't be written: \(error).")
    }
  }
}

extension Starter.Language: ExpressibleByArgument {}
extension Starter.Licence: ExpressibleByArgument {}
