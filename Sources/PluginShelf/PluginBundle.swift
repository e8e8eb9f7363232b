internal import Hashing

/// The files that a plugin is made of, by what is in them: one library, and what comes with it.
///
/// Its ``digest`` stands for all of them. It is the SHA-256 of a text that anyone can write again
/// with `sha256sum` and `sort`: a first line `charrette-bundle 1`, then a line for each file with
/// its SHA-256, its size in bytes and its path, with a blank between, sorted by the bytes of the
/// paths. Each line ends with a newline.
package struct PluginBundle: Hashable, Sendable {
  /// Sorted by the bytes of their paths.
  package let files: [File]
  /// The path of the one library.
  package let library: String

  package struct File: Hashable, Sendable {
    /// Below the bundle, with `/` between its parts: `Templates/day.yaml`.
    package var path: String
    package var size: Int
    /// In hexadecimal.
    package var sha256: String

    package init(path: String, size: Int, sha256: String) {
      self.path = path
      self.size = size
      self.sha256 = sha256
    }

    package init(path: String, content: [UInt8]) {
      self.init(path: path, size: content.count, sha256: PluginBundle.sha256(content))
    }
  }

  /// How much a bundle may hold.
  package enum Limit {
    package static let files = 1000
    package static let bytes = 256 * 1024 * 1024
    /// Folders within folders.
    package static let depth = 8
  }

  /// - Throws: where the files are no bundle: no library at the top or several, or a path that
  ///   leads elsewhere or can't be written on a line.
  package init(_ files: [File]) throws(ShelfFault) {
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for (file, next) in zip(sorted, sorted.dropFirst()) where file.path == next.path {
      throw .strangeFile(path: file.path)
    }
    for file in sorted where !PluginBundle.isPath(file.path) {
      throw .strangeFile(path: file.path)
    }
    let libraries = sorted.map(\.path).filter(PluginBundle.isLibrary)
    guard let library = libraries.first, libraries.count == 1 else {
      throw .libraries(libraries)
    }
    self.files = sorted
    self.library = library
  }

  /// A library's name, at the top of its bundle.
  package static func isLibrary(_ path: String) -> Bool {
    path.hasPrefix("lib") && path.hasSuffix(".so") && !path.contains("/")
  }

  /// Whether a path stays inside and is plain: no control character, no hidden part.
  package static func isPath(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.utf8.count <= 1024 && parts.count <= Limit.depth
      && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
      && path.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  /// What the digest is taken of.
  package var listing: String {
    "charrette-bundle 1\n" + files.map { "\($0.sha256) \($0.size) \($0.path)\n" }.joined()
  }

  /// In hexadecimal.
  package var digest: String { PluginBundle.sha256(Array(listing.utf8)) }
  /// Of the library, in hexadecimal.
  package var librarySHA256: String { files.first { $0.path == library }?.sha256 ?? "" }
  /// The files in `Templates`.
  package var templates: [File] { files.filter { PluginBundle.isTemplate($0.path) } }

  private static func isTemplate(_ path: String) -> Bool {
    path.hasPrefix("Templates/") && (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
  }

  package static func sha256(_ bytes: [UInt8]) -> String {
    Digest.of(bytes).description
  }
}
