import ExerciseKit
import Testing

@Suite struct FieldTests {
  @Test func `a declaration tells name, type, summary, default and need`() {
    #expect(
      Survey.Settings.declaration == [
        FieldDescription("greeting", .text, "Said first", isRequired: false, defaultValue: "Hello"),
        FieldDescription(
          "max-per-card", .integer(1...9), "How many", isRequired: false, defaultValue: 2),
        FieldDescription(
          "any-number", .integer(.min ... .max), "Anything", isRequired: false, defaultValue: 0),
        FieldDescription("is-open", .flag, "Whether", isRequired: false, defaultValue: true),
        FieldDescription(
          "mood", .choice(["calm", "cross"]), "Which mood", isRequired: false,
          defaultValue: "calm"),
        FieldDescription("closing", .text, "Left out or not", isRequired: false),
      ])
  }

  @Test func `each type of property is asked for as its own`() {
    let declared = Survey.Everything.declaration
    #expect(
      declared.map(\.type)
        == [.card, .cards, .person, .points(0...5), .tags, .date, .file])
    #expect(declared.map(\.isRequired) == [true, true, false, true, true, false, false])
    #expect(declared.map(\.name).suffix(2) == ["due-date", "file"])
  }

  @Test func `what is absent keeps its default`() throws {
    let settings = try Survey.Settings(filledFrom: ["max-per-card": 9, "mood": "cross"])
    #expect(settings.greeting == "Hello")
    #expect(settings.maxPerCard == 9)
    #expect(settings.mood == .cross)
    #expect(settings.closing == nil)
  }

  @Test func `filling one leaves another as it was`() throws {
    let first = try Survey.Settings(filledFrom: ["greeting": "One"])
    let second = try Survey.Settings(filledFrom: [:])
    #expect(first.greeting == "One")
    #expect(second.greeting == "Hello")
  }

  @Test func `every type is filled from its JSON form`() throws {
    let action = try Survey.Everything(filledFrom: [
      "card": "c1", "cards": ["c2", "c3"], "person": "p1", "dots": ["c1": 2, "c10": 0],
      "tags": ["skills"], "due-date": "2024-02-29", "file": ["name": "a", "base64": "SGk="],
    ])
    #expect(action.card == "c1")
    #expect(action.cards == ["c2", "c3"])
    #expect(action.person == "p1")
    #expect(action.dots == ["c1": 2, "c10": 0])
    #expect(action.tags == ["skills"])
    #expect(action.dueDate?.description == "2024-02-29")
    #expect(action.file == FileContents(name: "a", bytes: Array("Hi".utf8)))
  }

  @Test(
    arguments: [
      (["greeting": 7], "greeting", "“greeting” must be a text."),
      (["max-per-card": "2"], "max-per-card", "“max-per-card” must be a whole number from 1 to 9."),
      (["max-per-card": 0], "max-per-card", "“max-per-card” must be a whole number from 1 to 9."),
      (["max-per-card": 10], "max-per-card", "“max-per-card” must be a whole number from 1 to 9."),
      (["any-number": .number(1.5)], "any-number", "“any-number” must be a whole number."),
      (["is-open": "yes"], "is-open", "“is-open” must be true or false."),
      (["mood": "glad"], "mood", "“mood” must be one of calm, cross."),
      (["closing": .null], "closing", "“closing” must be a text."),
    ] as [(JSONValue, String, String)])
  func `a setting that can't be is refused`(json: JSONValue, field: String, message: String) {
    #expect(throws: Refusal(message, field: field)) { try Survey.Settings(filledFrom: json) }
  }

  @Test(
    arguments: [
      ("card", nil, "“card” is missing."),
      ("card", 7, "“card” must be a card's label."),
      ("cards", ["c1", 2], "“cards” must be a list of cards' labels."),
      ("person", true, "“person” must be a participant's id."),
      ("dots", ["c1"], "“dots” must be cards, each with a whole number from 0 to 5."),
      ("dots", ["c1": 6], "“dots” must be cards, each with a whole number from 0 to 5."),
      ("dots", ["c1": "2"], "“dots” must be cards, each with a whole number from 0 to 5."),
      ("tags", "skills", "“tags” must be a list of tags."),
      ("due-date", "2023-02-29", "“due-date” must be a date such as 2011-10-12."),
      ("file", ["name": "a"], "“file” must be a file's name and bytes."),
      ("file", ["name": "a", "base64": "!"], "“file” must be a file's name and bytes."),
    ] as [(String, JSONValue?, String)])
  func `a field that can't be is refused`(name: String, value: JSONValue?, message: String) {
    let sound: [String: JSONValue] = ["card": "c1", "cards": [], "dots": [:], "tags": []]
    let given = sound.merging([name: value ?? .null]) { $1 }.filter {
      $0.key != name || value != nil
    }
    let json = JSONValue.object(given.map { .init($0.key, $0.value) })
    #expect(throws: Refusal(message, field: name)) { try Survey.Everything(filledFrom: json) }
  }

  @Test(arguments: [[], [0], Array("Hello\n".utf8), Array(0...255)] as [[UInt8]])
  func `a file's bytes come through its JSON form`(bytes: [UInt8]) throws {
    let file = FileContents(name: "notes.txt", bytes: bytes)
    #expect(FileContents(fieldJSON: try #require(file.json)) == file)
  }

  @Test func `points stand in the order of their cards`() {
    let points: [CardID: Int] = ["c10": 1, "c9": 2, "c1": 3]
    #expect(points.json?.text() == #"{"c1":3,"c9":2,"c10":1}"#)
  }
}
