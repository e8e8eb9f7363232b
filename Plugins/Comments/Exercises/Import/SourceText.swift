/// A file's words: UTF-8 without NUL and without a byte order mark, whatever the bytes were. What
/// had to be replaced for that is told, and lines are those of the file.
package struct SourceText: Sendable {
  /// Past this no page of comments is honest, and reading it would only fill the memory.
  static let byteLimit = 64 << 20
  /// The same of a table or a list: more than this one import can't leave behind.
  static let listLimit = 16 << 20

  /// Told by the ending, before anything is read.
  private static func limit(of fileName: String) -> Int {
    let name = fileName.lowercased()
    let lists = [".csv", ".tsv", ".tab", ".md", ".markdown", ".vcf", ".vcard"]
    return lists.contains(where: name.hasSuffix) ? listLimit : byteLimit
  }

  package let fileName: String
  let bytes: [UInt8]
  /// What was wrong with the bytes.
  private(set) var leftOut: LeftOut

  /// - Throws: where the file is empty, too large, or no text in an encoding that is known.
  package init(_ bytes: [UInt8], named fileName: String) throws(ImportFailure) {
    func failure(_ problem: ImportFailure.Problem) -> ImportFailure {
      ImportFailure(file: fileName, place: .file, problem: problem)
    }
    let limit = SourceText.limit(of: fileName)
    guard bytes.count <= limit else {
      throw failure(.tooLarge(bytes: bytes.count, limit: limit))
    }
    // Workbooks and documents are archives, or PDF.
    guard !["PK\u{3}\u{4}", "%PDF-"].contains(where: { bytes.starts(with: $0.utf8) }) else {
      throw failure(.workbook)
    }
    var decoder = TextDecoder(bytes)
    let decoded: [UInt8]
    do {
      decoded = try decoder.decoded()
    } catch {
      throw failure(error.problem)
    }
    var leftOut = decoder.leftOut
    let text =
      ForbiddenCharacters.concern(decoded)
      ? ForbiddenCharacters.removed(from: decoded, &leftOut) : decoded
    // Where no line has another end, CR is it, as in files of old Macs.
    let hasLF = text.contains(0x0A)
    self.bytes = hasLF ? text : text.map { $0 == 0x0D ? 0x0A : $0 }
    (self.fileName, self.leftOut) = (fileName, leftOut)
    guard !self.bytes.allSatisfy(ByteClass.isSpace) else { throw failure(.empty) }
  }

  /// The number of the line, from 1, that holds the byte at `offset`.
  func line(of offset: Int) -> Int {
    1 + bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }

  /// How it begins, without blanks before it.
  func begins(with text: String) -> Bool {
    bytes.drop(while: ByteClass.isSpace).starts(with: text.utf8)
  }

  /// Whether `text` stands in the first `limit` bytes.
  func contains(_ text: String, within limit: Int = .max) -> Bool {
    bytes.firstIndex(of: text, from: 0, before: min(limit, bytes.count)) != nil
  }
}

extension [UInt8] {
  /// Where `text` next stands, whole, from `start` on and before `end`.
  func firstIndex(of text: String, from start: Int, before end: Int? = nil) -> Int? {
    let text = Array(text.utf8)
    let end = (end ?? count) - text.count
    guard let first = text.first, start <= end else { return nil }
    return withUnsafeBufferPointer { bytes in
      var index = start
      while index <= end {
        if bytes[index] == first, bytes[index..<(index + text.count)].elementsEqual(text) {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
