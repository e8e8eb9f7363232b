import ExerciseKit

/// What a declaration promises, as the suite holds it against the manifest.
extension FieldType {
  /// Whether it can be told what may be typed: a number within bounds, a choice of something.
  var isBounded: Bool {
    switch self {
    case .integer(let range), .points(let range): range != .min ... .max && range.upperBound != .max
    case .choice(let names): !names.isEmpty && Set(names).count == names.count
    default: true
    }
  }

  var isChoice: Bool { if case .choice = self { true } else { false } }

  /// Whether `value` is shaped like one of this type, so that it can be a default.
  func takes(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.integer(let range), .integer(let number)): range.contains(number)
    case (.choice(let names), .string(let name)): names.contains(name)
    case (.flag, .bool), (.text, .string), (.card, .string), (.person, .string): true
    case (.date, .string(let text)): CivilDate(text) != nil
    case (.cards, .array(let items)), (.tags, .array(let items)): items.allSatisfy(\.isString)
    case (.ranking, .array(let ranks)), (.duels, .array(let ranks)):
      ranks.allSatisfy {
        if case .array(let items) = $0 { items.allSatisfy(\.isString) } else { false }
      }
    case (.points(let range), .object(let members)):
      members.allSatisfy {
        if case .integer(let number) = $0.value { range.contains(number) } else { false }
      }
    case (.file, .object): true
    default: false
    }
  }
}

extension JSONValue {
  fileprivate var isString: Bool { if case .string = self { true } else { false } }
}
