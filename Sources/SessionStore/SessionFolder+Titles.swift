import ExerciseProtocol
internal import Glibc
import Platform
import SystemPackage

extension SessionFolder {
  /// The title that a session was created with, from the first line of its journal, which holds
  /// it; nil where that can't be read. Nothing is checked: it serves to find the session, not to
  /// open it.
  package func title(of name: String) -> String? {
    let path = path.appending(name + SessionFileNames.journalSuffix).string
    guard let file = try? OpenFile.reading(path) else { return nil }
    var bytes = [UInt8](repeating: 0, count: Self.firstLineLimit)
    let count = pread(file.descriptor.rawValue, &bytes, bytes.count, 0)
    guard count > 0, let end = bytes[..<count].firstIndex(of: UInt8(ascii: "\n")),
      let line = try? JSONValue(parsing: Array(bytes[..<end])),
      case .string(let title)? = line["event"]?["title"]
    else { return nil }
    return title
  }

  /// A title and what a line has besides.
  private static let firstLineLimit = 16 * 1024
}
