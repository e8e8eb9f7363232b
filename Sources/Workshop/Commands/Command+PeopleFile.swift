import ExerciseProtocol
import OrderedCollections

extension Command {
  /// Of `/people add`: a list of people in a file.
  static let peopleFile = Parameter(
    "from", .field(.file), "For add: a file with a list of people", isOption: true)
}

extension Desk {
  /// Puts the people of a file on the roster, in one step. At any time: no activity need be on.
  func addPeople(from path: String, _ invocation: Invocation) throws(Problem) -> Response {
    let importer = try Importers(self, for: try open().session.currentActivity)
      .choose(nil, for: path)
    let (read, notice, _) = try read(
      try form(of: [path], for: importer), by: importer, importer.fieldsForPeople)
    let changes = read.listingPeople
    let arguments = invocation.arguments
    let listed = changes.filter { $0.participant(arguments) != nil }
    guard !listed.isEmpty else { throw .nobodyInFile(path) }
    let names = ImportedNames(listed, try open().session.roster.values, authors: false)
    if let question = question(about: names, invocation) { return question }
    let same = arguments.text("same")
    let people = names.applied(to: listed, same).compactMap { $0.participant(arguments) }
    var here = 0
    let logged = try commit { timeline throws(Problem) in
      here = 0
      var number = timeline.session.labels.participants
      var known: [String: Participant] = [:]
      for person in timeline.session.roster.values where known[person.name.folded] == nil {
        known[person.name.folded] = person
      }
      var events: [Event] = []
      for var person in people {
        guard person.name.utf8.count <= 200 else { throw .tooLong("name", limit: 200) }
        if let before = known[person.name.folded] {
          if before.isPresent {
            here += 1
            continue
          }
          (person.id, person.name) = (before.id, before.name)
          events.append(.changed(person))
        } else {
          number += 1
          person.id = ParticipantID("p\(number)")
          events.append(.joined(person))
        }
        known[person.name.folded] = person
      }
      return events
    }
    return told(logged.compactMap { $0.event.newcomer }, here: here, names.told(same), notice)
  }

  private func told(
    _ people: [Participant], here: Int, _ remarks: [String], _ notice: String?
  ) -> Response {
    let names = people.map(\.name)
    var sentences: [String] = []
    if !people.isEmpty {
      sentences.append(
        people.count <= 6
          ? "\(names.andList) joined."
          : "\(people.count) people joined: \(names[0]) to \(names[names.count - 1]).")
    }
    if here > 0 { sentences.append(ImportWording.onTheRoster(here)) }
    sentences += remarks
    let words = (notice ?? "").split(separator: "\n", omittingEmptySubsequences: false).first
    if let words, !words.isEmpty { sentences.append(String(words)) }
    let said = sentences.joined(separator: "  ")
    return Response(
      View([people.isEmpty ? .text(said) : .note(said, .success)]),
      result: ["participants": .array(people.map(\.json)), "here": .integer(here)])
  }
}

extension Importers.Importer {
  /// Its defaults; an importer with a flag `people` is asked for people, whatever else the file
  /// could be.
  fileprivate var fieldsForPeople: JSONValue {
    .object(
      description.fields.compactMap { field in
        field.name == "people" && field.type == .flag
          ? .init(field.name, true)
          : field.defaultValue.map { .init(field.name, $0) }
      })
  }
}

extension [Change] {
  /// With people's names as a list has them: brackets, addresses, quotes and bullets are read as
  /// those of a list that is typed.
  var listingPeople: [Change] {
    flatMap { change -> [Change] in
      guard case .addParticipant(let written, let role, let organisation, let isPresent) = change,
        isPresent
      else { return [change] }
      // A comma is the file's affair, and `(Blue)` that of two people of one name.
      let entries = written.contains(",") ? [written] : ListedPerson.entries(in: "• \(written)")
      return entries.map { entry in
        let person = ListedPerson(entry)
        let isMarked = person.organisation.map { $0.folded == organisation?.folded } ?? false
        guard !person.name.isEmpty, !written.contains(","), !isMarked else { return change }
        return .addParticipant(
          name: person.name, role: person.role ?? role,
          organisation: organisation ?? person.organisation, isPresent: true)
      }
    }
  }
}

extension Change {
  /// Somebody whom an import puts in the room, with what was typed for all of them.
  fileprivate func participant(_ arguments: Arguments) -> Participant? {
    guard case .addParticipant(let name, let role, let organisation, true) = self else {
      return nil
    }
    let typed = arguments.text("organisation")
    return Participant(
      id: "p0", name: name.split(whereSeparator: \.isNewline).joined(separator: " "),
      role: arguments.text("role").flatMap(Participant.Role.init) ?? role,
      organisation: typed.map { $0.isEmpty ? nil : $0 } ?? organisation)
  }
}

extension ImportWording {
  static func onTheRoster(_ count: Int) -> String {
    "\(count) \(count == 1 ? "is" : "are") on the roster already."
  }
}

extension Problem {
  static func nobodyInFile(_ path: String) -> Problem {
    Problem(
      "“\(path)” has no list of people.",
      hint: "Their names stand in a column Name, one in each line, or in contacts (.vcf).",
      isUsage: true)
  }

  static func noPlace(_ region: String) -> Problem {
    Problem(
      "This activity has no place called “\(region)”.",
      hint: "/show tells what there is; without into= the cards come in as lines do.",
      isUsage: true)
  }
}
