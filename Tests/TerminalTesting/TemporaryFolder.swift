internal import Glibc

/// A folder of a test's own, gone with it.
package final class TemporaryFolder {
  package let path: String

  package init(in parent: String = "/tmp") throws {
    var template = Array("\(parent)/charrette-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TerminalFailure("mkdtemp: errno \(errno)") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// The path of something in the folder.
  package subscript(name: String) -> String { "\(path)/\(name)" }

  /// Makes a file with exactly these bytes, with the given permissions.
  package func write(_ text: String, to name: String, mode: UInt32 = 0o600) throws {
    guard let file = fopen(self[name], "w") else {
      throw TerminalFailure("\(name): errno \(errno)")
    }
    fputs(text, file)
    fclose(file)
    chmod(self[name], mode)
  }

  /// A file's text; nil where there is no such file.
  package func read(_ name: String) -> String? {
    guard let file = fopen(self[name], "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A file's or folder's permission bits; nil where there is none.
  package func mode(of name: String) -> UInt32? {
    var information = stat()
    return stat(self[name], &information) == 0 ? information.st_mode & 0o777 : nil
  }

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
