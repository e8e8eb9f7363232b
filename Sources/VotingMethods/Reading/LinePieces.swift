/// A file that is handed over in pieces, cut anew so that each holds whole lines, in UTF-8.
///
/// Wherever the caller cuts, a line's beginning waits for its end: at most one line and one piece
/// are held at a time, however long the file is.
struct LinePieces {
  /// Which lines were no UTF-8; whoever reads asks at the end.
  let decoded = DecodedLines()
  private let source: () -> [UInt8]?
  /// The beginning of a line whose end has not come yet.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  /// Whether lines end with CR alone, as of old; nil before the first line's end.
  private var endsWithCR: Bool?

  /// - Parameter source: the file's next bytes, as many as it likes; nil at the end.
  init(_ source: @escaping () -> [UInt8]?) { self.source = source }

  /// The next lines; at the end of the file without a line's end, perhaps; nil after the end.
  mutating func next() -> [UInt8]? {
    while !isAtEnd {
      guard let piece = piece() else {
        isAtEnd = true
        return rest.isEmpty ? nil : decoded.utf8(rest)
      }
      guard let end = piece.lastIndex(of: UInt8(ascii: "\n")) else {
        rest += piece
        continue
      }
      let lines = rest + piece[...end]
      rest = Array(piece[(end + 1)...])
      return decoded.utf8(lines)
    }
    return nil
  }

  private mutating func piece() -> [UInt8]? {
    guard let piece = source() else { return nil }
    if endsWithCR == nil, let end = piece.firstIndex(where: { $0 == 10 || $0 == 13 }) {
      guard end + 1 < piece.count || piece[end] == 10 else { return piece + (self.piece() ?? []) }
      endsWithCR = piece[end] == 13 && piece[end + 1] != 10
    }
    return endsWithCR == true ? piece.map { $0 == 13 ? 10 : $0 } : piece
  }
}
