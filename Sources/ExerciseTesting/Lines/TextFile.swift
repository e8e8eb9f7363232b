import Glibc

/// A file of a test.
struct TextFile {
  let path: String

  /// - Parameter test: the source file beside which a relative path is looked for.
  init(_ path: String, beside test: String) {
    let folder = test[..<(test.lastIndex(of: "/") ?? test.startIndex)]
    self.path = path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  /// Nil where it can't be read, or is no UTF-8.
  var text: String? { Self.bytes(of: path).flatMap { String(validating: $0, as: UTF8.self) } }

  static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes += chunk[..<count]
      if count < chunk.count { return ferror(file) == 0 ? bytes : nil }
    }
  }

  func write(_ text: String) -> Bool {
    guard let file = fopen(path, "we") else { return false }
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }

  /// Whether golden transcripts are to be written rather than compared.
  static var recordsTranscripts: Bool {
    getenv("CHARRETTE_RECORD").map { String(cString: $0) } == "1"
  }
}
