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
    standsInForAction: true
  ) { desk, invocation throws(Problem) in
    let session = try desk.open().session
    guard let typed = invocation.arguments.text("text") else { return session.parkedResponse }
    let logged = try desk.commit { timeline throws(Problem) in
      let (person, text) = timeline.session.attributed(typed)
      guard !text.isEmpty else {
        throw Problem("Nothing was said.", hint: "/park @Ruth What about Sundays?", isUsage: true)
      }
      return [.aside(.parked(text, by: person, in: timeline.session.current))]
    }
    return .done(
      Acknowledgement.of(logged, in: try desk.open().session),
      result: ["step": logged.first.map { .integer($0.step) }])
  }
}

extension Session {
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

  /// Words with `@Name` before them, where that is somebody's; else as they stand, so that nothing
  /// is lost.
  fileprivate func attributed(_ typed: String) -> (ParticipantID?, String) {
    let words = Words(typed)
    guard let first = words.words.first, first.text.hasPrefix("@"),
      let (person, count) = try? person(in: words.words[...])
    else { return (nil, typed) }
    guard count < words.words.count else { return (person.id, "") }
    return (person.id, words.rest(from: words.words[count].range.lowerBound))
  }
}
