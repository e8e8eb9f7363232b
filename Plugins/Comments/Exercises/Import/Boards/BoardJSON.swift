import ExerciseKit

/// A board that is kept as one JSON object, as far as it can be read.
///
/// A sound file is one value. Of a damaged one each object of a list is read by itself, by
/// ``JSONPieces``, and what it is its members tell (`of:`).
struct BoardJSON {
  private(set) var leftOut = LeftOut()
  private let whole: JSONValue?
  private let pieces: [JSONValue]

  /// - Parameter lists: the names of the object's lists, of which one is found where it is damaged.
  init(_ text: SourceText, format: String, lists: [String]) throws(ImportFailure) {
    do {
      whole = try JSONValue(parsing: text.bytes)
      pieces = []
      return
    } catch {
      whole = nil
      if case .tooDeep(let limit) = error.problem {
        throw ImportFailure(
          file: text.fileName, format: format, place: .file, problem: .tooDeep(limit: limit))
      }
      let best = lists.map { JSONPieces(text, listName: $0) }
        .max { $0.pieces.count < $1.pieces.count }
      pieces = best?.pieces.map(\.value) ?? []
      if let best {
        leftOut.merge(best.leftOut)
        if best.endsEarly { leftOut.tell("the file ends early") }
      }
      guard pieces.isEmpty else { return }
      let line = text.line(of: error.offset)
      throw ImportFailure(
        file: text.fileName, format: format, place: .line(line),
        problem: .malformedJSON(error.problem))
    }
  }

  subscript(name: String) -> JSONValue? { whole?[name] }

  /// The objects of a list, or of a damaged file those that have these members.
  func list(_ name: String, of members: [String]) -> [JSONValue] {
    if let whole { return whole[name]?.objects ?? [] }
    return pieces.filter { piece in members.allSatisfy { piece[$0] != nil } }
  }
}

extension JSONValue {
  /// The elements of a list; nothing where it is none.
  var objects: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
  /// The text of a member, without blanks around it; nil where there is none.
  func text(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text.trimmedOrNil } else { nil }
  }
  func number(_ name: String) -> Double? {
    switch self[name] {
    case .integer(let number)?: Double(number)
    case .number(let number)?: number
    default: nil
    }
  }
  func isTrue(_ name: String) -> Bool { self[name] == .bool(true) }
}
