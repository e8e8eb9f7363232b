/// A file that is handed over in pieces, cut anew so that each holds whole lines, in UTF-8.
///
/// Wherever the caller cuts, a line's beginning waits for its end: at most one line and one piece
/// are held at a time, however long the file is.
struct LinePieces {
  /// Where reading stopped because the file could not be read on. Whoever reads asks for it at the
  /// end, because until then it looks like the end of the file.
  final class Failure {
    fileprivate(set) var error: (any Error)?
  }

  let failure = Failure()
  private let source: () throws -> [UInt8]?
  /// The beginning of a line whose end has not come yet.
  private var rest: [UInt8] = []
  private var isAtEnd = false

  /// - Parameter source: the file's next bytes, as many as it likes; nil at the end.
  init(_ source: @escaping () throws -> [UInt8]?) { self.source = source }

  /// The next lines; at the end of the file without a line's end, perhaps; nil after the end.
  mutating func next() -> [UInt8]? {
    while !isAtEnd {
      guard let piece = piece() else {
        isAtEnd = true
        return rest.isEmpty ? nil : BallotFile.utf8(rest)
      }
      guard let end = piece.lastIndex(of: UInt8(ascii: "\n")) else {
        rest += piece
        continue
      }
      let lines = rest + piece[...end]
      rest = Array(piece[(end + 1)...])
      return BallotFile.utf8(lines)
    }
    return nil
  }

  private func piece() -> [UInt8]? {
    do { return try source() } catch {
      failure.error = error
      return nil
    }
  }
}
