/// One sealed contribution: what somebody put into the box. It knows neither person nor time.
public struct Ballot: Hashable, Sendable {
  public var mark: Mark
  /// How many votes it stands for: 1, unless the poll published other weights.
  public var weight: Int

  /// What was made of the paper.
  public enum Mark: Hashable, Sendable {
    /// The answers by field, each in the form that its question says; a field without an answer is
    /// not in it.
    case answers([String: JSONValue])
    /// Handed in empty on purpose: an abstention. It counts for the quorum.
    case blank
    /// Made invalid on purpose. It counts for the turnout, and for nothing else.
    case spoilt
  }

  public init(_ mark: Mark, weight: Int = 1) {
    self.mark = mark
    self.weight = weight
  }
}

extension Ballot: JSONRepresentable {
  /// Two ballots that say the same have the same bytes: fields are in alphabetical order.
  public var json: JSONValue {
    let weight: JSONValue? = weight == 1 ? nil : .integer(weight)
    return switch mark {
    case .answers(let answers):
      [
        "answers": .object(answers.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }),
        "weight": weight,
      ]
    case .blank: ["blank": true, "weight": weight]
    case .spoilt: ["spoilt": true, "weight": weight]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    weight = try reader.optional("weight")?.integer() ?? 1
    guard weight >= 1 else { throw try reader.required("weight").mismatch("1 or more") }
    if try reader.bool("blank", default: false) {
      mark = .blank
    } else if try reader.bool("spoilt", default: false) {
      mark = .spoilt
    } else {
      var answers: [String: JSONValue] = [:]
      for (name, value) in try reader.required("answers").members() {
        answers[name] = value.value
      }
      mark = .answers(answers)
    }
  }
}
