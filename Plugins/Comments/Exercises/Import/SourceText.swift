/// A file's bytes, known to be UTF-8 text without NUL and without a byte order mark.
struct SourceText {
  /// Past this no page of comments is honest, and reading it would only fill the memory.
  static let byteLimit = 64 << 20

  let fileName: String
  let bytes: [UInt8]

  init(_ bytes: [UInt8], named fileName: String) throws(ImportFailure) {
    func failure(_ problem: ImportFailure.Problem, at offset: Int? = nil) -> ImportFailure {
      let line = offset.map { SourceText.line(of: $0, in: bytes) }
      return ImportFailure(
        file: fileName, place: line.map(ImportFailure.Place.line) ?? .file, problem: problem)
    }
    guard bytes.count <= SourceText.byteLimit else {
      throw failure(.tooLarge(bytes: bytes.count, limit: SourceText.byteLimit))
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      throw failure(.invalidUTF8(offset: offset), at: offset)
    }
    if let offset = bytes.firstIndex(of: 0) { throw failure(.nul(offset: offset), at: offset) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.fileName = fileName
    self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    guard !self.bytes.allSatisfy(ByteClass.isSpace) else { throw failure(.empty) }
  }

  /// The number of the line, from 1, that holds the byte at `offset`.
  func line(of offset: Int) -> Int { SourceText.line(of: offset, in: bytes) }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }
}
