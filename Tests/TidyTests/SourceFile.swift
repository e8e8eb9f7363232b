import Foundation

/// A text file of the package, as the rules look at it.
struct SourceFile: Sendable {
  /// From the package's root: `Sources/Workshop/Desk/Desk.swift`.
  let path: String
  let text: String
  let lines: [Substring]

  /// The folder that stands for its module: `Sources/Workshop`, `Plugins/Voting/Exercises`.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.prefix(parts[0] == "Plugins" ? 3 : 2).joined(separator: "/")
  }

  var isSwift: Bool { path.hasSuffix(".swift") }

  /// Whether people read it as text, whose lines are as long as its paragraphs.
  var isProse: Bool { path.hasSuffix(".md") || path.hasSuffix(".yaml") }

  func isIn(_ folders: [String]) -> Bool { folders.contains { path.hasPrefix($0 + "/") } }

  /// The numbers, from 1, of the lines that contain `needle`.
  func lines(with needle: String) -> [Int] {
    // Most files have none, and searching the whole in one go is quick.
    guard text.withCString({ strstr($0, needle) != nil }) else { return [] }
    return lines.indices.filter { lines[$0].contains(needle) }.map { $0 + 1 }
  }
}

extension SourceFile {
  /// The folder of Package.swift.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every text file that belongs to the package's code.
  static let all: [SourceFile] = ["Sources", "Plugins", "Tests"].flatMap { folder in
    let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    return (names?.compactMap { $0 as? String } ?? []).sorted().compactMap { name in
      SourceFile("\(folder)/\(name)")
    }
  }

  private static let kinds: Set<String> = ["swift", "c", "h", "modulemap", "yaml", "md"]

  private init?(_ path: String) {
    let url = Self.root.appendingPathComponent(path)
    guard Self.kinds.contains(url.pathExtension),
      let text = try? String(contentsOf: url, encoding: .utf8), !text.isEmpty
    else { return nil }
    self.init(path: path, text: text)
  }

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
