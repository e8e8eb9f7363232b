internal import CReadline

extension LineEditor {
  /// Readline's version as it tells it: `8.2`.
  package static var readlineVersion: String {
    readline_version().map { String(cString: $0) } ?? "unknown"
  }
}
