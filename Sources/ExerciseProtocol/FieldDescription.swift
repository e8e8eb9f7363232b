/// One value that an action or an exercise's settings ask for.
///
/// Declared once; from it come help, completion, the step-by-step form, validation and its
/// messages, the scripting form and the JSON Schema.
public struct FieldDescription: Hashable, Sendable {
  /// In kebab case, unique in its list: `max-per-card`.
  public var name: String
  public var type: FieldType
  /// One line for help and for the form's question.
  public var summary: String
  /// Must be given: it has no default and is not optional.
  public var isRequired: Bool
  /// What stands in where nothing is given; nil: nothing does.
  public var defaultValue: JSONValue?
  /// Of points: each card is given a number, as with grades. Where it is false a card by itself
  /// counts one, as dots do.
  public var isNumbered: Bool
  /// Of a text: what may stand in it before `@Name`, so that the name is read there too. Words as
  /// they are typed (`consent @Ruth`), or one of these: `:` a place and a colon (`pains: @Ruth …`),
  /// `1` cards and numbers (`c3 7 2 @Ruth`), `*` any one word.
  public var beforeName: [String]
  /// Of a person: several may be named, and the value is a list of ids. A host of before gives one.
  public var isSeveral: Bool

  public init(
    _ name: String, _ type: FieldType, _ summary: String, isRequired: Bool = true,
    defaultValue: JSONValue? = nil, isNumbered: Bool = false, beforeName: [String] = [],
    isSeveral: Bool = false
  ) {
    self.isSeveral = isSeveral
    self.name = name
    self.type = type
    self.summary = summary
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.isNumbered = isNumbered
    self.beforeName = beforeName
  }
}

/// What a field's value may be, and its JSON form in a call.
public enum FieldType: Hashable, Sendable {
  /// A string; the last field of an action takes the rest of the line.
  case text
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// `true` or `false`; typed `yes` or `no`.
  case flag
  /// One of these strings.
  case choice([String])
  /// A string: the label of a card of this activity, or of one taken in.
  case card
  /// A list of such labels.
  case cards
  /// A string: a participant's id; typed as a name. Where several may be given, a list of them.
  case person
  /// An object of card labels and whole numbers, each within bounds: `{"c1": 2}`; typed `c1=2 c3`.
  case points(ClosedRange<Int>)
  /// An order of preference: a list of ranks, best first, each a list of card labels:
  /// `[["c3"], ["c1", "c2"]]`; typed `c3 c1=c2`.
  case ranking
  /// Comparisons of two cards each, the preferred one first: `[["c1", "c2"]]`; typed `c1>c2 c4>c3`.
  case duels
  /// A list of strings, each a tag; typed with spaces between.
  case tags
  /// A string `YYYY-MM-DD`.
  case date
  /// An object `{"name": …, "base64": …}`; typed as a path, which the host reads.
  case file
}

extension FieldType: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .text: ["type": "text"]
    case .integer(let range): bounded("integer", range)
    case .flag: ["type": "flag"]
    case .choice(let names): ["type": "choice", "choices": .array(names.map(JSONValue.string))]
    case .card: ["type": "card"]
    case .cards: ["type": "cards"]
    case .person: ["type": "person"]
    case .points(let range): bounded("points", range)
    case .ranking: ["type": "ranking"]
    case .duels: ["type": "duels"]
    case .tags: ["type": "tags"]
    case .date: ["type": "date"]
    case .file: ["type": "file"]
    }
  }

  private func bounded(_ name: String, _ range: ClosedRange<Int>) -> JSONValue {
    [
      "type": .string(name), "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let type = try reader.required("type")
    switch try type.string() {
    case "text": self = .text
    case "integer": self = .integer(try FieldType.range(reader))
    case "flag": self = .flag
    case "choice": self = .choice(try reader.strings("choices"))
    case "card": self = .card
    case "cards": self = .cards
    case "person": self = .person
    case "points": self = .points(try FieldType.range(reader))
    case "ranking": self = .ranking
    case "duels": self = .duels
    case "tags": self = .tags
    case "date": self = .date
    case "file": self = .file
    default: throw type.mismatch("a field type that this host knows")
    }
  }

  private static func range(_ reader: JSONReader) throws(JSONShapeError) -> ClosedRange<Int> {
    let minimum = try reader.integer("minimum")
    let maximum = try reader.required("maximum")
    guard minimum <= (try maximum.integer()) else { throw maximum.mismatch("\(minimum) or more") }
    return minimum...(try maximum.integer())
  }
}

extension FieldDescription: JSONRepresentable {
  public var json: JSONValue {
    guard case .object(let type) = type.json else { preconditionFailure("a type is an object") }
    let base: JSONValue = [
      "name": .string(name), "summary": .string(summary),
      "required": isRequired ? true : nil, "default": defaultValue,
      "numbered": isNumbered ? true : nil, "several": isSeveral ? true : nil,
      "before-name": beforeName.isEmpty ? nil : .array(beforeName.map(JSONValue.string)),
    ]
    guard case .object(let members) = base else { preconditionFailure("a literal object") }
    return .object(members + type)
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    name = try reader.string("name")
    summary = try reader.string("summary")
    type = try FieldType(reader)
    isRequired = try reader.bool("required", default: false)
    defaultValue = reader.value["default"]
    isNumbered = try reader.bool("numbered", default: false)
    beforeName = try reader.strings("before-name")
    isSeveral = try reader.bool("several", default: false)
  }
}
