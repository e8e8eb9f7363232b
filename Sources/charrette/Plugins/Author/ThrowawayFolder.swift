import Glibc
import Workshop

/// A folder for a trial, gone with everything in it when the trial is over.
final class ThrowawayFolder {
  let path: String

  init() throws(Problem) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(parent)/charrette-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw Problem(
        "No folder can be made in “\(parent)” for the trial.",
        hint: "Set TMPDIR to a folder that can be written to.")
    }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove() }

  /// May be called again.
  func remove() {
    Self.remove(path)
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(stream)
    rmdir(path)
  }

  /// A folder in it, made if need be.
  func folder(_ name: String) -> String {
    mkdir("\(path)/\(name)", S_IRWXU)
    return "\(path)/\(name)"
  }
}
