extension PaperForm: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .chooseOne: ["form": "choose-one"]
    case .chooseSome(let count):
      [
        "form": "choose-some", "at-least": .integer(count.lowerBound),
        "at-most": .integer(count.upperBound),
      ]
    case .rank(let atMost, let allowsTies):
      ["form": "rank", "at-most": .integer(atMost), "ties": allowsTies ? true : nil]
    case .score(let range):
      [
        "form": "score", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .dots(let total, let perOption):
      ["form": "dots", "total": .integer(total), "per-option": .integer(perOption)]
    case .credits(let total): ["form": "credits", "total": .integer(total)]
    case .grade(let grades, let first):
      [
        "form": "grade", "grades": .array(grades.map(JSONValue.string)),
        "from": first == 0 ? nil : .integer(first),
      ]
    case .scale(let steps): ["form": "scale", "steps": .list(steps)]
    case .duels(let count): ["form": "duels", "count": .integer(count)]
    case .text(let lines): ["form": "text", "lines": .integer(lines)]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let form = try reader.required("form")
    switch try form.string() {
    case "choose-one": self = .chooseOne
    case "choose-some": self = .chooseSome(try Self.range(reader, "at-least", "at-most"))
    case "rank":
      self = .rank(
        atMost: try reader.integer("at-most"),
        allowsTies: try reader.bool("ties", default: false))
    case "score": self = .score(try Self.range(reader, "minimum", "maximum"))
    case "dots":
      self = .dots(
        total: try reader.integer("total"), perOption: try reader.integer("per-option"))
    case "credits": self = .credits(try reader.integer("total"))
    case "grade":
      self = .grade(
        try reader.strings("grades"), from: try reader.optional("from")?.integer() ?? 0)
    case "scale": self = .scale(try reader.list("steps", ScaleStep.init))
    case "duels": self = .duels(try reader.integer("count"))
    case "text": self = .text(lines: try reader.integer("lines"))
    default: throw form.mismatch("a form that this host knows")
    }
  }

  private static func range(
    _ reader: JSONReader, _ least: String, _ most: String
  ) throws(JSONShapeError) -> ClosedRange<Int> {
    let lower = try reader.integer(least)
    let upper = try reader.required(most)
    guard lower <= (try upper.integer()) else { throw upper.mismatch("\(lower) or more") }
    return lower...(try upper.integer())
  }
}

extension ScaleStep: JSONRepresentable {
  public var json: JSONValue { ["value": .integer(value), "label": .string(label)] }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(try reader.integer("value"), try reader.string("label"))
  }
}
