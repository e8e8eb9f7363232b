import ExerciseKit

/// The objects of a list that is kept as JSON, as far as they are sound: answers of a server,
/// joined one after the other or cut off.
///
/// It takes `[…]`, `{…}` by itself, several of them with or without commas between, and an object
/// that holds the list under a name. Each object is parsed by itself, so a damaged one costs
/// itself. What a program that is no JSON writer left in it is mended and told: control characters
/// in a text, half a surrogate, `NaN` and `Infinity` (nothing), a comma too many. One pass.
struct JSONPieces {
  struct Piece {
    var value: JSONValue
    /// Of the file, from 1.
    var line: Int
    /// `comments[2]`, counted through all lists of the file.
    var path: String
  }

  private(set) var pieces: [Piece] = []
  private(set) var leftOut = LeftOut()
  /// The first thing that could not be read, for where there is nothing else.
  private(set) var firstFault: (line: Int, problem: JSONSyntaxError.Problem)?
  private(set) var endsEarly = false
  /// Whether an object holds the list.
  private(set) var isWrapped = false

  private let bytes: [UInt8]
  private let listName: String
  private var index = 0
  /// How many lists are open around the objects.
  private var lists = 0
  /// How many objects that hold the list are open.
  private var wrappers = 0
  private var cuts = 0
  private var counted = 0
  private var line = 1

  /// - Parameter listName: under which name an object may hold the list.
  init(_ text: SourceText, listName: String) {
    (bytes, self.listName) = (text.bytes, listName)
    read()
  }

  private mutating func read() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): readObject()
      case UInt8(ascii: "\""): index = endOfText(index) ?? bytes.count
      case let byte:
        if byte == UInt8(ascii: "[") { lists += 1 }
        if byte == UInt8(ascii: "]") { lists = max(0, lists - 1) }
        // Those of the list are read whole.
        if byte == UInt8(ascii: "}") { wrappers = max(0, wrappers - 1) }
        index += 1
      }
    }
    guard lists > 0 || wrappers > 0 else { return }
    countLines(to: bytes.count)
    endsEarly = true
    firstFault = firstFault ?? (line, .unexpectedEnd)
  }

  private mutating func countLines(to offset: Int) {
    for position in counted..<max(counted, min(offset, bytes.count)) where bytes[position] == 0x0A {
      line += 1
    }
    counted = max(counted, offset)
  }

  /// An object that begins here: one of the list, or the one around it.
  private mutating func readObject() {
    countLines(to: index)
    if let inner = startOfList(in: index) {
      index = inner
      (lists, wrappers, isWrapped) = (lists + 1, wrappers + 1, true)
      return
    }
    guard let end = end(of: index) else {
      // Cut off. What begins anew further on, at the start of a line, is another answer; looking
      // for the end of thousands such would cost the square of the length.
      (endsEarly, lists, wrappers, cuts) = (true, 0, 0, cuts + 1)
      firstFault = firstFault ?? (line, .unexpectedEnd)
      leftOut.add(.broken, line: line, "it ends too early")
      index = cuts < 100 ? nextStart(after: index + 1) ?? bytes.count : bytes.count
      return
    }
    take(index..<end)
    index = end
  }

  private mutating func take(_ range: Range<Int>) {
    do {
      add(try JSONValue(parsing: Array(bytes[range])))
    } catch {
      var mender = JSONMender(Array(bytes[range]))
      let mended = mender.mended()
      if let value = try? JSONValue(parsing: mended) {
        for fault in mender.faults { leftOut.add(.json, line: line + fault.lines, fault.what) }
        return add(value)
      }
      let before = bytes[range].prefix(error.offset).count { $0 == 0x0A }
      firstFault = firstFault ?? (line + before, error.problem)
      leftOut.add(.broken, line: line + before)
    }
  }

  private mutating func add(_ value: JSONValue) {
    pieces.append(Piece(value: value, line: line, path: "comments[\(pieces.count)]"))
  }

  /// Where the list begins in an object that has it under its name among its first members.
  private func startOfList(in start: Int) -> Int? {
    let name = Array("\"\(listName)\"".utf8)
    var position = start + 1
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        if depth == 0, bytes[position...].starts(with: name) {
          let rest = bytes[(position + name.count)...].drop(while: ByteClass.isSpace)
          if rest.first == UInt8(ascii: ":") {
            let value = rest.dropFirst().drop(while: ByteClass.isSpace)
            return value.first == UInt8(ascii: "[") ? value.startIndex + 1 : nil
          }
        }
        guard let end = endOfText(position) else { return nil }
        position = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return nil }
        depth -= 1
        position += 1
      default: position += 1
      }
    }
    return nil
  }

  /// The index after the bracket that ends the object at `start`; nil where the file ends first.
  private func end(of start: Int) -> Int? {
    var depth = 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return position + 1 }
      case UInt8(ascii: "\""):
        guard let end = endOfText(position) else { return nil }
        position = end - 1
      default: break
      }
      position += 1
    }
    return nil
  }

  /// The index after the quote that ends the text which begins at `start`.
  private func endOfText(_ start: Int) -> Int? {
    var position = start + 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") { return position + 1 }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The next `[{` or `{"` at the start of a line.
  private func nextStart(after start: Int) -> Int? {
    var position = start
    while let newline = bytes[position...].firstIndex(of: 0x0A) {
      let rest = bytes[(newline + 1)...]
      if rest.starts(with: "[{\"".utf8) || rest.starts(with: "{\"".utf8) { return newline + 1 }
      position = newline + 1
    }
    return nil
  }
}
