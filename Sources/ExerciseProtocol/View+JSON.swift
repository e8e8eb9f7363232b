extension View: JSONRepresentable {
  public var json: JSONValue { .array(blocks.map(\.json)) }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    blocks = []
    for element in try reader.elements() { blocks.append(try Block(element)) }
  }
}

extension View.Block: JSONRepresentable {
  public var json: JSONValue {
    switch self {
    case .heading(let text, let level):
      ["block": "heading", "text": .string(text), "level": .integer(level)]
    case .text(let text): ["block": "text", "text": .string(text)]
    case .note(let text, let tone):
      ["block": "note", "text": .string(text), "tone": .string(tone.rawValue)]
    case .list(let items, let ordered):
      ["block": "list", "items": .list(items), "ordered": .bool(ordered)]
    case .facts(let facts): ["block": "facts", "facts": .list(facts)]
    case .thread(let nodes): ["block": "thread", "cards": .list(nodes)]
    case .table(let table):
      [
        "block": "table", "columns": .list(table.columns),
        "rows": .array(table.rows.map { .array($0.map(JSONValue.string)) }),
      ]
    case .bars(let bars): ["block": "bars", "bars": .list(bars)]
    case .grid(let regions): ["block": "grid", "regions": .list(regions)]
    case .matrix(let matrix):
      [
        "block": "matrix", "horizontal": matrix.horizontal.json,
        "vertical": matrix.vertical.json, "points": .list(matrix.points),
      ]
    }
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    let block = try reader.required("block")
    switch try block.string() {
    case "heading":
      self = .heading(try reader.string("text"), level: try reader.integer("level"))
    case "text": self = .text(try reader.string("text"))
    case "note":
      self = .note(try reader.string("text"), try View.Tone(choice: reader.required("tone")))
    case "list":
      self = .list(
        try reader.strings("items"), ordered: try reader.bool("ordered", default: false))
    case "facts": self = .facts(try reader.list("facts", View.Fact.init))
    case "thread": self = .thread(try reader.list("cards", View.ThreadNode.init))
    case "table": self = .table(try View.Table(reader))
    case "bars": self = .bars(try reader.list("bars", View.Bar.init))
    case "grid": self = .grid(try reader.list("regions", View.Region.init))
    case "matrix":
      self = .matrix(
        View.Matrix(
          horizontal: try View.Matrix.Axis(reader.required("horizontal")),
          vertical: try View.Matrix.Axis(reader.required("vertical")),
          points: try reader.list("points", View.Matrix.Point.init)))
    default: throw block.mismatch("a block that this host knows")
    }
  }
}

extension View.Fact: JSONRepresentable {
  public var json: JSONValue { ["name": .string(name), "value": .string(value)] }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(try reader.string("name"), try reader.string("value"))
  }
}

extension View.ThreadNode: JSONRepresentable {
  public var json: JSONValue {
    [
      "id": id.json, "text": .string(text), "author": author.map(JSONValue.string),
      "tags": .list(tags), "remark": remark.map(JSONValue.string), "replies": .list(replies),
      "folded": folded == 0 ? nil : .integer(folded),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      id: try CardID(reader.required("id")), text: try reader.string("text"),
      author: try reader.optional("author")?.string(), tags: try reader.strings("tags"),
      remark: try reader.optional("remark")?.string(),
      replies: try reader.list("replies", View.ThreadNode.init),
      folded: try reader.optional("folded")?.integer() ?? 0)
  }
}

extension View.Table {
  init(_ reader: JSONReader) throws(JSONShapeError) {
    columns = try reader.list("columns", Column.init)
    rows = []
    for row in try reader.optional("rows")?.elements() ?? [] {
      var cells: [String] = []
      for cell in try row.elements() { cells.append(try cell.string()) }
      guard cells.count == columns.count else {
        throw JSONShapeError(
          path: row.path, expected: "\(columns.count) cells", found: "\(cells.count)")
      }
      rows.append(cells)
    }
  }
}

extension View.Table.Column: JSONRepresentable {
  public var json: JSONValue {
    ["title": .string(title), "numeric": isNumeric ? true : nil]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      try reader.string("title"), isNumeric: try reader.bool("numeric", default: false))
  }
}

extension View.Bar: JSONRepresentable {
  public var json: JSONValue {
    [
      "label": .string(label), "value": .number(value), "caption": .string(caption),
      "chosen": isChosen ? true : nil,
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      try reader.string("label"), value: try reader.required("value").number(),
      caption: try reader.string("caption"), isChosen: try reader.bool("chosen", default: false))
  }
}

extension View.Region: JSONRepresentable {
  public var json: JSONValue {
    ["title": .string(title), "prompt": prompt.map(JSONValue.string), "items": .list(items)]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      try reader.string("title"), prompt: try reader.optional("prompt")?.string(),
      items: try reader.strings("items"))
  }
}

extension View.Matrix.Axis: JSONRepresentable {
  public var json: JSONValue {
    ["name": .string(name), "low": .string(low), "high": .string(high)]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      try reader.string("name"), low: try reader.string("low"), high: try reader.string("high"))
  }
}

extension View.Matrix.Point: JSONRepresentable {
  public var json: JSONValue {
    [
      "label": .string(label), "x": .number(x), "y": .number(y),
      "text": text.map(JSONValue.string),
    ]
  }

  public init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      try reader.string("label"), x: try reader.required("x").number(),
      y: try reader.required("y").number(), text: try reader.optional("text")?.string())
  }
}
