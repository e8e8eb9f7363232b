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

  package func prepare(_ export: Export, at path: String) throws(Problem) -> any PreparedFile {
    let isFree =
      switch (export.over, contents[path]) {
      case (_, nil), (.anything, _): true
      case (.earlier(let isEarlier), let bytes?): isEarlier(bytes)
      case (.nothing, _): false
      }
    guard isFree else {
      throw Problem("“\(path)” is there already.", hint: export.wayToReplace)
    }
    return PreparedMemoryFile { [unowned self] in
      contents[path] = export.bytes
      if export.isPrivate { privatePaths.insert(path) }
    }
  }

  package func names(startingWith prefix: String) -> [String] {
    contents.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }

  package func text(_ path: String) -> String? {
    contents[path].map { String(decoding: $0, as: UTF8.self) }
  }
}

private final class PreparedMemoryFile: PreparedFile {
  private let write: () -> Void

  init(_ write: @escaping () -> Void) { self.write = write }

  func finish() throws(Problem) { write() }
}
