import Foundation

/// Files of what is shown, beside the test that compares them, for a person to read. To write them
/// anew, set CHARRETTE_WRITE_GOLDENS and look at what changed.
package struct Goldens: Sendable {
  private let folder: URL

  /// - Parameter file: the test's own file, `#filePath`.
  package init(beside file: String) {
    folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Goldens")
  }

  /// The text as it was kept; nil where none was.
  ///
  /// - Parameter text: what it is now, and what is kept from now on where goldens are written.
  package func kept(_ name: String, now text: String) throws -> String? {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["CHARRETTE_WRITE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try? String(contentsOf: file, encoding: .utf8)
  }
}
