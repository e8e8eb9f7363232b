import ExerciseProtocol
import Glibc
import Platform
import Rendering
import SystemPackage
import Workshop

/// A plugin's sources: how they are built and what comes of it.
struct Project {
  /// Absolute.
  let folder: String
  /// For the shell.
  let command: String
  private let givenLibrary: String?

  /// - Parameters:
  ///   - folder: where its sources are.
  ///   - command: how it is built; nil: as its files say.
  ///   - library: what comes of it; nil: looked for where such builds put it.
  init(_ folder: String, command: String?, library: String?) throws(Problem) {
    guard let path = realpath(folder, nil) else {
      throw Problem("There is no folder “\(folder)”.", hint: "Name the plugin's.", isUsage: true)
    }
    defer { free(path) }
    let absolute = String(cString: path)
    func has(_ name: String) -> Bool { access("\(absolute)/\(name)", R_OK) == 0 }
    let usual =
      has("Package.swift")
      ? "swift build" : has("Makefile") ? "make" : has("Cargo.toml") ? "cargo build" : nil
    guard let command = command ?? usual else {
      throw Problem(
        "“\(absolute)” has no Package.swift, Makefile or Cargo.toml.",
        hint: "“charrette plugin new NAME” makes a plugin to begin with; --build COMMAND says how "
          + "another is built.", isUsage: true)
    }
    self.folder = absolute
    self.command = command
    givenLibrary = library.map { $0.hasPrefix("/") ? $0 : "\(absolute)/\($0)" }
  }

  /// The library that a build left.
  ///
  /// - Throws: where there is none, or more than one.
  func library() throws(Problem) -> String {
    if let givenLibrary { return givenLibrary }
    let found = ["", "/.build/debug", "/target/debug"].flatMap { place in
      libraries(in: folder + place)
    }
    guard let first = found.first else {
      throw Problem(
        "The build left no library.",
        hint: "A plugin is a dynamic library, lib….so; --library FILE says where it is.")
    }
    if found.count > 1 {
      throw Problem(
        "The build left more than one library: \(found.joined(separator: ", ")).",
        hint: "--library FILE says which it is.", isUsage: true)
    }
    return first
  }

  private func libraries(in folder: String) -> [String] {
    ((try? Directory.names(of: folder)) ?? [])
      .filter { $0.hasPrefix("lib") && $0.hasSuffix(".so") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The lines of a failed build that say what is wrong: from the first error on, a screenful.
  static func complaint(in output: String) -> [View.Block] {
    let lines = output.split(separator: "\n").map(String.init)
    let first = lines.firstIndex { $0.contains("error:") } ?? max(0, lines.count - 12)
    let shown = lines[first...].prefix(12)
    let left = lines.count - first - shown.count
    return [.text(shown.joined(separator: "\n"))]
      + (left > 0 ? [.text("… and \(left) more lines")] : [])
  }
}
