/// Files that lie in memory, by path.
package final class MemoryFiles: FileAccess {
  package var contents: [String: [UInt8]] = [:]
  /// What nobody else on the machine may read.
  package private(set) var privatePaths: Set<String> = []

  package init() {}

  package func read(_ path: String) throws(Problem) -> [UInt8] {
    guard let bytes = contents[path] else { throw Problem("“\(path)” is not there.") }
    return bytes
  }

  package func write(_ bytes: [UInt8], to path: String) throws(Problem) { contents[path] = bytes }

  package func writePrivately(_ bytes: [UInt8], to path: String) throws(Problem) {
    try write(bytes, to: path)
    privatePaths.insert(path)
  }

  package func names(startingWith prefix: String) -> [String] {
    contents.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }

  package func text(_ path: String) -> String? {
    contents[path].map { String(decoding: $0, as: UTF8.self) }
  }
}
