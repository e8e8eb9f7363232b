extension Paper: JSONRepresentable {
  public var json: JSONValue { ["questions": .list(questions), "rule": rule?.json] }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    questions = try reader.list("questions", PaperQuestion.init)
    rule = try reader.optional("rule").map(CountingRule.init)
    let fields = Set(questions.map(\.field))
    guard !questions.isEmpty, fields.count == questions.count else {
      throw reader.mismatch("questions, each for a field of its own")
    }
    guard rule.map({ fields.contains($0.field) }) ?? true else {
      throw try reader.required("rule").mismatch("a rule for one of the questions")
    }
  }
}

extension PaperQuestion: JSONRepresentable {
  public var json: JSONValue {
    guard case .object(let form) = form.json else { preconditionFailure("a form is an object") }
    let base: JSONValue = [
      "field": .string(field), "prompt": .string(prompt), "required": isRequired ? true : nil,
      "options": .list(options),
    ]
    guard case .object(let members) = base else { preconditionFailure("a literal object") }
    return .object(members + form)
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    field = try reader.string("field")
    prompt = try reader.string("prompt")
    isRequired = try reader.bool("required", default: false)
    options = try reader.list("options", PaperOption.init)
    form = try PaperForm(reader)
    guard Set(options.map(\.id)).count == options.count else {
      throw try reader.required("options").mismatch("options of different ids")
    }
  }
}

extension PaperOption: JSONRepresentable {
  public var json: JSONValue {
    ["id": .string(id), "text": .string(text), "cost": cost.map(JSONValue.integer)]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    id = try reader.string("id")
    text = try reader.string("text")
    cost = try reader.optional("cost")?.integer()
  }
}

extension CountingRule: JSONRepresentable {
  public var json: JSONValue {
    [
      "method": .string(method), "field": .string(field), "seats": .integer(seats),
      "budget": budget.map(JSONValue.integer), "settings": .table(settings),
      "currency": currency.map(JSONValue.string),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    method = try reader.string("method")
    field = try reader.string("field")
    seats = try reader.integer("seats")
    budget = try reader.optional("budget")?.integer()
    settings = try reader.stringTable("settings")
    currency = try reader.optional("currency")?.string()
  }
}
