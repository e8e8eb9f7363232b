import ExerciseProtocol
import OrderedCollections
import SessionStore
import Testing
import Workshop
import WorkshopTesting

@Suite("Records come back as they were written")
struct RecordTests {
  private func throughBytes(_ event: Event) throws -> Event {
    let bytes = EventRecord(event).json.serialized()
    #expect(!bytes.contains(0x0A))
    return try EventRecord(json: JSONValue(parsing: bytes), path: "event").event
  }

  private func throughBytes(_ record: SessionRecord) throws -> SessionRecord {
    try SessionRecord(
      json: JSONValue(parsing: record.json.serialized(.indented)), path: "session")
  }

  @Test("Every kind of event")
  func events() throws {
    let session = RichSession.timeline.session
    #expect(RichSession.timeline.passedOver.isEmpty)
    for event in RichSession.events + [.restored(session), .restored(Session())] {
      #expect(try throughBytes(event) == event)
    }
  }

  @Test("A whole session, with the folded states of its exercises")
  func session() throws {
    let record = SessionRecord(RichSession.timeline.session, states: RichSession.states)
    #expect(try throughBytes(record) == record)
    #expect(try throughBytes(SessionRecord(Session())) == SessionRecord(Session()))
  }

  @Test("Workshops at random, their events and their sessions", arguments: 0..<60 as Range<Int>)
  func random(_ seed: Int) throws {
    let desk = TestDesk()
    for line in RandomWorkshop.beginning { try desk.perform(line) }
    var workshop = RandomWorkshop(seed: seed)
    for _ in 0..<60 { _ = desk.problem(workshop.line()) }
    for event in desk.events { #expect(try throughBytes(event) == event) }
    let record = SessionRecord(desk.session)
    #expect(try throughBytes(record) == record)
  }

  @Test("Members that a newer version added are passed over")
  func newer() throws {
    let event = try EventRecord(
      json: ["type": "clock.extended", "seconds": 5, "reason": "new"], path: "event")
    #expect(event.event == .extended(seconds: 5))
  }

  @Test(
    "What is not a record is refused by its path",
    arguments: [
      (#"{}"#, "event.type"), (#"{"type":"juggled"}"#, "event.type"),
      (#"{"type":"card.edited","card":"c1"}"#, "event.text"),
      (#"{"type":"clock.extended","seconds":"5"}"#, "event.seconds"),
      (
        #"""
        {"type":"activity.planned","index":0,
         "plan":{"id":"a","exercise":"x","title":"t","takes":"some","settings":{}}}
        """#,
        "event.plan.takes"
      ),
      (
        #"{"type":"outcome.recorded","outcome":{"kind":"action","text":"x","due":"soon"}}"#,
        "event.outcome.due"
      ),
      (
        #"{"type":"participant.joined","participant":{"id":"p1","name":"x","role":"king"}}"#,
        "event.participant.role"
      ),
    ])
  func refused(_ text: String, _ path: String) throws {
    let value = try JSONValue(parsing: Array(text.utf8))
    let error = #expect(throws: JSONShapeError.self) { try EventRecord(json: value, path: "event") }
    #expect(error?.path == path)
  }
}
