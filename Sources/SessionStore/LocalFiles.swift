import Glibc
import Platform
import SystemPackage
package import Workshop

/// The files of this machine: what people import, what reports are written to.
package struct LocalFiles: FileAccess {
  /// What is at most read for an import.
  static let sizeLimit = 64 * 1024 * 1024

  package init() {}

  package func read(_ path: String) throws(Problem) -> [UInt8] {
    let path = path.expandingHome
    do throws(Errno) {
      return try OpenFile.reading(path).allBytes(limit: Self.sizeLimit)
    } catch {
      throw .unreadableFile(path, error)
    }
  }

  package func names(startingWith prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let beginning = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    let entries = try? Directory.entries(of: folder.isEmpty ? "." : folder.expandingHome)
    return (entries ?? [])
      .filter {
        $0.name.hasPrefix(beginning) && (!$0.name.hasPrefix(".") || beginning.hasPrefix("."))
      }
      .map { folder + $0.name + ($0.isFolder ? "/" : "") }.sorted()
  }
}

extension String {
  /// `~/…` is in the home folder, as people expect it to be.
  var expandingHome: String {
    guard hasPrefix("~/"), let home = getenv("HOME") else { return self }
    return String(cString: home) + dropFirst()
  }
}

extension Problem {
  static func unreadableFile(_ path: String, _ error: Errno) -> Problem {
    let hint =
      switch error {
      case .noSuchFileOrDirectory: "Check the name; TAB completes it."
      case .isDirectory: "Name a file in it."
      case .noPlainFile: "Name a plain file."
      case .fileTooLarge: "Files of up to 64 MiB are read."
      default: nil as String?
      }
    let reason = error == .fileTooLarge ? "it is too large" : error.words
    return Problem("“\(path)” can't be read: \(reason).", hint: hint)
  }
}
