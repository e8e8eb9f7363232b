internal import Glibc

/// A folder of a test's own, gone with it.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    var template = Array("/tmp/charrette-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TerminalFailure("mkdtemp: errno \(errno)") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// The path of something in the folder.
  package subscript(name: String) -> String { "\(path)/\(name)" }

  private static func remove(_ path: String) {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        remove("\(path)/\(name)")
      } else {
        unlink("\(path)/\(name)")
      }
    }
    closedir(folder)
    rmdir(path)
  }
}
