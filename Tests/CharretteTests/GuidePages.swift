import Foundation

/// The pages of the guide and the examples that they are about, as they lie in this package.
enum GuidePages {
  /// The folder of the package.
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file, by its path in the package.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func path(_ path: String) -> String { root.appendingPathComponent(path).path }

  /// A page's fenced blocks of code in this language, in order, each ending in a newline.
  static func code(_ language: String, in page: String) throws -> [String] {
    var blocks: [String] = []
    var block: [Substring]?
    for line in try text(page).split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = block {
        if line == "```" {
          blocks.append(lines.map { $0 + "\n" }.joined())
          block = nil
        } else {
          block = lines + [line]
        }
      } else if line == "```\(language)" {
        block = []
      }
    }
    return blocks
  }
}
