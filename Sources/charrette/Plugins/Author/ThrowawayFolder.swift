import Glibc
import Platform
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
    Directory.removeTree(path)
  }

  /// A folder in it, made if need be.
  func folder(_ name: String) -> String {
    mkdir("\(path)/\(name)", S_IRWXU)
    return "\(path)/\(name)"
  }
}
