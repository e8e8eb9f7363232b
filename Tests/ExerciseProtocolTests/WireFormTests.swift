import ExerciseProtocol
import Testing

@Suite struct WireFormTests {
  @Test(arguments: WireForm.all)
  func `is written and read as it stands here`(form: WireForm) throws {
    let json = try JSONValue(parsing: form.text)
    #expect(form.written().text() == json.text())
    #expect(try form.isRead(json))
  }

  @Test(arguments: WireForm.all)
  func `what a newer writer adds is no obstacle`(form: WireForm) throws {
    let json = try JSONValue(parsing: form.text)
    guard case .object(let members) = json else { return }
    #expect(try form.isRead(.object(members + [.init("some-day", ["more": 1])])))
  }

  /// Each member in turn is left out: what is read then is another value, or a refusal that names
  /// what is missing.
  @Test(arguments: WireForm.all)
  func `what must be there is missed by its name`(form: WireForm) throws {
    guard case .object(let members) = try JSONValue(parsing: form.text) else { return }
    for index in members.indices {
      var fewer = members
      let left = fewer.remove(at: index)
      do throws(JSONShapeError) {
        _ = try form.rewritten(.object(fewer))
      } catch {
        #expect(error.path.contains(".") && error.found == "nothing", "without “\(left.name)”")
      }
    }
  }

  typealias Refused = (text: String, path: String, expected: String)

  @Test(
    arguments: [
      (#"{"call": "dance"}"#, "request.call", "a call that this plugin knows"),
      (#"{"call": "view", "activity": 7}"#, "request.activity", "a string"),
      (
        #"{"call": "view", "activity": "a1", "audience": "all"}"#, "request.audience",
        "one of “facilitator”, “room”, “report”"
      ),
      (
        #"{"call": "hello", "versions": ["1"], "host": ""}"#, "request.versions[0]",
        "a whole number"
      ),
      (
        #"{"call": "decide", "activity": "a1", "action": "a", "fields": {}, "at": "noon"}"#,
        "request.at", "a time such as 2011-10-12T09:30:00.000Z"
      ),
    ] as [Refused])
  func `a request that is none is refused`(refused: Refused) throws {
    try expect(Request.self, "request", refused)
  }

  @Test(
    arguments: [
      (#"{"reply": "dance"}"#, "reply.reply", "a reply that this host knows"),
      (
        #"{"reply": "changes", "changes": [{"change": "dance"}]}"#, "reply.changes[0].change",
        "a change that this host knows"
      ),
      (
        #"{"reply": "changes", "changes": [{"change": "add-card", "text": "", "author": true}]}"#,
        "reply.changes[0].author", "a name, or false for nobody"
      ),
      (
        #"{"reply": "changes", "changes": [{"change": "add-card", "text": "", "parent": 0.5}]}"#,
        "reply.changes[0].parent", "a card, or the number of a draft"
      ),
      (#"{"reply": "view", "view": {}}"#, "reply.view", "a list"),
      (
        #"{"reply": "view", "view": [{"block": "dance"}]}"#, "reply.view[0].block",
        "a block that this host knows"
      ),
      (
        """
        {"reply": "view",
         "view": [{"block": "table", "columns": [{"title": "Card"}], "rows": [[]]}]}
        """, "reply.view[0].rows[0]", "1 cells"
      ),
      (
        #"{"reply": "view", "view": [{"block": "note", "text": "", "tone": "loud"}]}"#,
        "reply.view[0].tone", "one of “hint”, “success”, “warning”, “failure”"
      ),
    ] as [Refused])
  func `a reply that is none is refused`(refused: Refused) throws {
    try expect(Reply.self, "reply", refused)
  }

  @Test(
    arguments: [
      (
        #"{"name": "a", "summary": "", "type": "colour"}"#, "field.type",
        "a field type that this host knows"
      ),
      (
        #"{"name": "a", "summary": "", "type": "integer", "minimum": 3, "maximum": 2}"#,
        "field.maximum", "3 or more"
      ),
      (#"{"name": "a", "summary": "", "type": "points"}"#, "field.minimum", "a value"),
    ] as [Refused])
  func `a field that is none is refused`(refused: Refused) throws {
    try expect(FieldDescription.self, "field", refused)
  }

  private func expect<Value: JSONRepresentable>(
    _ type: Value.Type, _ path: String, _ refused: Refused
  ) throws {
    let json = try JSONValue(parsing: refused.text)
    let error = try #require(throws: JSONShapeError.self) { try Value(json: json, path: path) }
    #expect(error.path == refused.path)
    #expect(error.expected == refused.expected)
  }
}
