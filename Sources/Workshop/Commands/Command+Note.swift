import ExerciseProtocol
import OrderedCollections

extension Command {
  /// Never gives its name up to an exercise: what is a note to oneself must not end on the wall
  /// because of where it was typed.
  static let note = Command(
    "note", "Keep a note to yourself, or read yours: never on the wall, nor in a report",
    group: .people,
    parameters: [Parameter("text", .field(.text), "The words; your notes where not given")],
    examples: ["/note", "/note Ruth was quiet today; ask her in the break"],
    details: ["/report notes=yes writes them into the report, if you want that."], isPrivate: true
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    guard let text = invocation.arguments.text("text") else { return session.notesResponse }
    let logged = try desk.commit { timeline in
      [.aside(.noted(text, in: timeline.session.current))]
    }
    return .done(
      "Noted, for you alone.", result: ["step": logged.first.map { .integer($0.step) }])
  }

  static let park = Command(
    "park", "Put something on the parking lot, to come back to; or see what is there",
    group: .people,
    parameters: [
      Parameter(
        "text", .field(.text), "What, with @Name before it for whose it is; the list if not")
    ],
    examples: ["/park", "/park Who pays for the coffee?", "/park @Ruth What about Sundays?"],
    details: ["The report has the list. Taken back by /undo, as any step."],
    standsInForAction: true, attribution: .optional
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    let isSomebodys = invocation.actor != nil || invocation.newcomer != nil
    guard let text = invocation.arguments.text("text") else {
      guard !isSomebodys else {
        throw Problem("Nothing was said.", hint: "/park @Ruth What about Sundays?", isUsage: true)
      }
      return session.parkedResponse
    }
    guard invocation.alsoNamed.isEmpty else {
      throw Problem(
        "What is parked is one person's, and \(invocation.alsoNamed.count + 1) are named.",
        hint: "/park @Ruth \(text)", isUsage: true)
    }
    let logged = try desk.commit { timeline throws(Problem) in
      let (person, joining) = try timeline.session.parking(invocation)
      return joining + [.aside(.parked(text, by: person, in: timeline.session.current))]
    }
    var response = Response.done(
      Acknowledgement.of(logged, in: try desk.open().session),
      result: ["step": logged.first.map { .integer($0.step) }])
    if let word = invocation.nobody {
      response.view.blocks.append(.note("“@\(word)” is nobody in particular.", .hint))
    }
    return response
  }
}

extension Session {
  /// Whose it is that is put on the parking lot, and the event by which somebody new joins.
  fileprivate func parking(
    _ invocation: Invocation
  ) throws(Problem) -> (ParticipantID?, [Event]) {
    guard let name = invocation.newcomer else { return (invocation.actor, []) }
    guard name.utf8.count <= 200 else { throw .tooLong("name", limit: 200) }
    let person = Participant(id: ParticipantID("p\(labels.participants + 1)"), name: name)
    return (person.id, [.joined(person)])
  }

  /// What is on the parking lot, in order.
  var parked: [String] {
    asides.compactMap { aside in
      guard case .parked(let text, let person, let activity) = aside.event else { return nil }
      let remarks = [name(of: person), activity.map { "in “\(title(of: $0))”" }].compactMap(\.self)
      return text + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))")
    }
  }

  var notes: [String] {
    asides.compactMap { aside in
      guard case .noted(let text, let activity) = aside.event else { return nil }
      return text + (activity.map { " (in “\(title(of: $0))”)" } ?? "")
    }
  }

  fileprivate var notesResponse: Response {
    let notes = notes
    guard !notes.isEmpty else {
      return Response(
        View([.text("You have no notes."), .note("/note and the words keep one.", .hint)]),
        result: ["notes": .array([])])
    }
    return Response(
      View([.heading("Notes to yourself", level: 2), .list(notes, ordered: true)]),
      result: ["notes": .array(notes.map(JSONValue.string))])
  }

  fileprivate var parkedResponse: Response {
    let parked = parked
    guard !parked.isEmpty else {
      return Response(
        View([
          .text("Nothing is on the parking lot."),
          .note("/park and the words put it there.", .hint),
        ]), result: ["parked": .array([])])
    }
    return Response(
      View([.heading("Parking lot", level: 2), .list(parked, ordered: true)]),
      result: ["parked": .array(parked.map(JSONValue.string))])
  }
}
