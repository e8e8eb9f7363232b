/// All words of its own that the line editor shows.
enum Wording {
  static func moreCandidates(_ count: Int, unicode: Bool) -> String {
    "\(unicode ? "…" : "...") and \(count) more"
  }

  /// Shown where ^C dropped a line.
  static let interrupted = "^C"
}
