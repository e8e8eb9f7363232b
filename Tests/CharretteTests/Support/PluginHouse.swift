import Glibc
import TerminalTesting
import TestSupport
import Testing

/// A house with plugins to install: copies of the misbehaving one, which knows its id by its
/// library's name.
struct PluginHouse {
  let house: House

  init() throws {
    house = try House()
    mkdir(house.folder["new"], 0o755)
  }

  var shelf: String { house.folder["data/charrette/plugins"] }

  /// A folder with a plugin in it; the same id again replaces it.
  func plugin(_ id: String, version: String = "1.0.0") throws -> String {
    let library = try #require(BuildProducts.library("misbehaving-plugin"))
    var bytes = try house.bytes(of: library)
    // Written in the library as it is in its manifest.
    let (old, new) = (Array(#""version":"1.0.0""#.utf8), Array(#""version":"\#(version)""#.utf8))
    let place = try #require(bytes.firstRange(of: old))
    bytes.replaceSubrange(place, with: new)
    mkdir(house.folder["new/\(id)"], 0o755)
    try house.write(bytes, to: "new/\(id)/lib\(id).so")
    chmod(house.folder["new/\(id)/lib\(id).so"], 0o755)
    return house.folder["new/\(id)"]
  }

  /// The library of what is installed.
  func installedLibrary(_ id: String) throws -> String {
    let names = try #require(Names(in: "\(shelf)/\(id)").first { $0.hasPrefix("bundle-") })
    return "\(shelf)/\(id)/\(names)/lib\(id).so"
  }

  /// Changes one byte of a file.
  func tamper(_ path: String, at offset: Int) throws {
    var bytes = try house.bytes(of: path)
    bytes[(offset + bytes.count) % bytes.count] ^= 1
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// `charrette plugin …`, to its end.
  func plugin(_ arguments: [String]) throws -> Finished { try startPlugin(arguments).finish() }

  func startPlugin(_ arguments: [String]) throws -> Child {
    try Child(house.program, ["plugin"] + arguments, environment: house.environment)
  }

  func pluginTerminal(_ arguments: [String]) throws -> PseudoTerminal {
    try .spawn(
      house.program, arguments: ["plugin"] + arguments,
      environment: house.environment.mapValues { Optional($0) }, columns: 100, rows: 40)
  }

  /// The console on pipes.
  func run(_ arguments: [String] = [], input: String) throws -> Finished {
    try house.run(arguments, input: input)
  }
}

/// The names in a folder; none where it is not there.
private struct Names: Sequence, IteratorProtocol {
  private var names: [String] = []

  init(in path: String) {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
  }

  mutating func next() -> String? { names.popLast() }
}
