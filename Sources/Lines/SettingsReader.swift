package import ExerciseProtocol

/// Checks an exercise's settings against their declaration, whether typed or from a template.
package struct SettingsReader {
  private let exercise: ExerciseDescription

  package init(_ exercise: ExerciseDescription) { self.exercise = exercise }

  /// Reads `dots=5,max-per-card=2` over settings that stand already.
  package func read(_ typed: String, over settings: JSONValue) throws(Problem) -> JSONValue {
    var members: [(String, JSONValue)] = []
    for part in typed.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { Words($0).rest(from: 0) }
      guard sides.count == 2 else {
        throw Problem(
          "“\(part)” is not a setting.", hint: "Write name=value, with commas between.",
          isUsage: true)
      }
      members.append((sides[0], .string(sides[1])))
    }
    return try check(.object(members.map { .init($0, $1) }), over: settings)
  }

  /// Checks settings, whose values may be strings for what is typed or JSON of the right kind.
  package func check(
    _ given: JSONValue, over settings: JSONValue = .object([])
  ) throws(Problem) -> JSONValue {
    guard case .object(let members) = given, case .object(let standing) = settings else {
      throw Problem("Settings are names with values.")
    }
    var values: [String: JSONValue] = [:]
    for member in standing { values[member.name] = member.value }
    for member in members {
      guard let field = exercise.settings.first(where: { $0.name == member.name }) else {
        let names = exercise.settings.map(\.name)
        let near = Suggestion.nearest(to: member.name, among: names)
        throw Problem(
          "“\(exercise.name)” has no setting “\(member.name)”.",
          hint: near.isEmpty
            ? (names.isEmpty ? "It has none." : "It has: \(names.joined(separator: ", ")).")
            : "Did you mean \(near.orList)?", isUsage: true)
      }
      values[member.name] = try value(member.value, of: field)
    }
    // In the order of their declaration, so that equal settings are equal bytes.
    return .object(
      exercise.settings.compactMap { field in
        values[field.name].map { .init(field.name, $0) }
      })
  }

  private func value(
    _ given: JSONValue, of field: FieldDescription
  ) throws(Problem) -> JSONValue {
    let text: String
    switch given {
    case .string(let string): text = string
    case .integer(let integer): text = "\(integer)"
    case .bool(let flag): text = flag ? "yes" : "no"
    case .array(let elements):
      text = elements.map { if case .string(let text) = $0 { text } else { $0.text() } }
        .joined(separator: ",")
    default: text = given.text()
    }
    // A text is taken as it stands.
    if field.type == .text { return .string(text) }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let words = Words("\(field.name)=\"\(escaped)\"")
    var reader = ArgumentReader(
      words, from: 0, parameters: [Parameter(field)], scope: nil)
    do throws(Problem) {
      guard let value = try reader.read()[field.name] else {
        throw .notThat(Parameter(field), text)
      }
      return value
    } catch {
      var problem = error
      problem.range = nil
      throw problem
    }
  }
}
