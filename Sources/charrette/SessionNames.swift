import ExerciseProtocol
import Glibc
import SessionStore
import SystemPackage
import Workshop

/// Finds the files of a session for what does without a desk.
enum SessionNames {
  /// What the files of the session are called whose name or title this is; what was typed, where
  /// there is none in the folder, or it could be several. At a terminal one that differs in
  /// capitals or blanks alone is meant too, as at the console; a script names it as it is.
  static func name(of typed: String, in folder: String) -> String {
    let library = FileSessionLibrary(folder: FilePath(folder), origin: Origin(0))
    guard
      case .found(let session)? = try? library.list().session(
        called: typed, isExact: isatty(STDIN_FILENO) == 0)
    else { return typed }
    return session.name
  }
}
