import ExerciseProtocol
import OrderedCollections

extension Command {
  static let people = Command(
    "people", "See the roster; add, change or remove people", group: .people,
    parameters: [
      Parameter(
        "do", .field(.choice(["show", "add", "change", "remove"])), "What to do with it"),
      Parameter("names", .names, "One name or several, with commas between"),
      Parameter("name", .field(.text), "For change: the new name", isOption: true),
      Parameter(
        "role", .field(.choice(["participant", "facilitator"])), "What they are here",
        isOption: true),
      Parameter(
        "organisation", .field(.text), "Where they come from", isOption: true, mayBeEmpty: true),
      peopleFile, ImportQuestion.same,
    ],
    examples: [
      "/people", "/people add Ruth Hyde, Roger White",
      "/people add Carrie Bishop role=facilitator organisation=FutureGov", "/people remove Ruth",
      "/people add from=people.csv",
    ],
    subwords: Subwords([
      "": [], "show": [], "add": ["names", "role", "organisation", "from", "same"],
      "remove": ["names"],
      "change": ["names", "name", "role", "organisation"],
    ])
  ) { desk, invocation throws(Problem) in
    let arguments = invocation.arguments
    let entries = arguments.strings("names")
    let names = entries.map(\.listedName)
    switch arguments.text("do") {
    case "add":
      if let path = arguments.text("from") { return try desk.addPeople(from: path, invocation) }
      return try desk.addPeople(entries, arguments)
    case "change": return try desk.changePerson(names, arguments)
    case "remove": return try desk.removePeople(names)
    default: return desk.roster(try desk.open().session)
    }
  }
}

extension Desk {
  package func addPeople(_ names: [String], _ arguments: Arguments) throws(Problem) -> Response {
    guard !names.isEmpty else { throw .nobodyGiven(example: "/people add Ruth Hyde, Roger White") }
    let listed = names.map { ListedPerson($0) }
    for (person, typed) in zip(listed, names) { try check(person, typed) }
    let logged = try commit { timeline throws(Problem) in
      var number = timeline.session.labels.participants
      let coming = timeline.session.comingIn(listed, arguments)
      var events = coming.map { Event.changed($0) }
      var known = timeline.session.roster.values.reduce(into: [String: String]()) { known, person in
        known[person.name.folded] = person.name
      }
      for person in listed where !coming.contains(where: { $0.name.folded == person.name.folded }) {
        let name = person.name
        if let same = known.updateValue(name, forKey: name.folded) { throw .alreadyCalled(same) }
        number += 1
        events.append(.joined(person.participant(ParticipantID("p\(number)"), arguments)))
      }
      return events
    }
    let joined = logged.compactMap { $0.event.newcomer }
    var response = Response.done(
      "\(joined.map(\.named).andList) joined",
      result: ["participants": .array(joined.map(\.json))])
    if listed.contains(where: \.hadAddress) {
      response.view.blocks.append(.note("Addresses are not kept.", .hint))
    }
    return response
  }

  /// - Throws: where it is nobody's name.
  private func check(_ person: ListedPerson, _ typed: String) throws(Problem) {
    let name = person.name
    let options = Command.people.shape.parameters.filter(\.isOption).map(\.name)
    guard !options.contains(where: { name.contains(" \($0)=") }) else { throw .optionInName(name) }
    guard !name.isEmpty, person.isName || name.split(separator: " ").count > 1 else {
      throw .noName(typed)
    }
    if !person.isQuoted {
      guard !isNobodys(name) else { throw .notANobody(name) }
      guard person.isName else { throw .noNameButWords(name) }
    }
    guard name.utf8.count <= 200 else { throw .tooLong("name", limit: 200) }
  }

  /// Whether it is a word for everybody, for a part in the room, or one of ours.
  func isNobodys(_ name: String) -> Bool {
    NobodysName.includes(name) || commands.contains { $0.name.text == name.lowercased() }
  }

  fileprivate func changePerson(
    _ names: [String], _ arguments: Arguments
  ) throws(Problem) -> Response {
    guard let typed = names.first else {
      throw .nobodyGiven(example: "/people change Ruth role=facilitator")
    }
    guard names.count == 1 else { throw .onlyOne(names) }
    guard arguments.names.contains(where: ["name", "role", "organisation"].contains) else {
      throw .nothingToChange(typed)
    }
    let before = try open().session.person(called: typed)
    var person = before
    if let typed = arguments.text("name") {
      let name = typed.asName
      guard !name.isEmpty else { throw .noName(typed) }
      guard !isNobodys(name) else { throw .notANobody(name) }
      let others = try open().session.roster.values.filter { $0.id != before.id }
      if let same = others.first(where: { $0.name.folded == name.folded }) {
        throw .alreadyCalled(same.name)
      }
      guard name.utf8.count <= 200 else { throw .tooLong("name", limit: 200) }
      person.name = name
    }
    if let role = arguments.text("role").flatMap(Participant.Role.init) { person.role = role }
    if let organisation = arguments.text("organisation") {
      person.organisation = organisation.isEmpty ? nil : organisation
    }
    let changed = person
    let logged = try commit { _ in changed == before ? [] : [.changed(changed)] }
    let result: JSONValue = ["participant": changed.json]
    if logged.isEmpty { return .unchanged(result: result) }
    return .done("\(changed.name) is now \(changed.described)", result: result)
  }

  fileprivate func removePeople(_ names: [String]) throws(Problem) -> Response {
    guard !names.isEmpty else { throw .nobodyGiven(example: "/people remove Ruth") }
    var leaving: OrderedSet<Participant> = []
    for name in names { leaving.append(try open().session.person(called: name)) }
    let people = leaving
    let session = try open().session
    if let author = people.first(where: { person in
      session.board.values.contains { $0.author == person.id }
        && !(person.isPresent && session.saidAllElsewhere(person))
    }) {
      throw Problem(
        "\(author.name) has written cards and can't be taken off the roster.",
        hint: author.isPresent
          ? "/people change \(author.name) name=… gives another name."
          : "They are not in the room: nobody waits for them, and they have no vote.")
    }
    _ = try commit { timeline in
      people.map { person in
        guard timeline.session.saidAllElsewhere(person) else { return .left(person.id) }
        var person = person
        person.isPresent = false
        return .changed(person)
      }
    }
    return .done("\(people.map(\.name).andList) left the roster")
  }

  fileprivate func roster(_ session: Session) -> Response {
    guard !session.roster.isEmpty else {
      return Response(
        View([
          .text("Nobody is on the roster yet."),
          .note("/people add Ruth Hyde, Roger White", .hint),
        ]), result: ["participants": .array([])])
    }
    let counts = session.board.values.reduce(into: [ParticipantID: Int]()) { counts, card in
      if let author = card.author { counts[author, default: 0] += 1 }
    }
    func rows(_ people: [Participant]) -> [[String]] {
      people.map {
        [$0.name, $0.role.rawValue, $0.organisation ?? "", "\(counts[$0.id] ?? 0)"]
      }
    }
    let columns: [View.Table.Column] = [
      .init("Name"), .init("Role"), .init("Organisation"), .init("Cards", isNumeric: true),
    ]
    var blocks: [View.Block] = []
    if !session.present.isEmpty {
      blocks.append(.table(View.Table(columns, rows(session.present))))
    }
    if !session.elsewhere.isEmpty {
      blocks += [
        .heading("Said on the web, and not in the room", level: 2),
        .table(View.Table(columns, rows(session.elsewhere))),
        .note("/people add NAME once somebody of them is here.", .hint),
      ]
    }
    return Response(
      View(blocks),
      result: ["participants": .array(session.roster.values.map(\.json))])
  }
}

extension Participant {
  /// `Dora (HR)`, for a list of those who joined.
  var named: String { name + (organisation.map { " (\($0))" } ?? "") }
}

extension ListedPerson {
  /// As they join, with what was typed for all of them.
  func participant(_ id: ParticipantID, _ arguments: Arguments) -> Participant {
    let typed = arguments.text("organisation").flatMap { $0.isEmpty ? nil : $0 }
    return Participant(
      id: id, name: name,
      role: role ?? arguments.text("role").flatMap(Participant.Role.init) ?? .participant,
      organisation: organisation ?? typed)
  }
}

extension Problem {
  fileprivate static func noNameButWords(_ words: String) -> Problem {
    Problem(
      "“\(words)” reads like something that was said, and not like a name.",
      hint: "In quotes it is a name: /people add \"\(words)\"", isUsage: true)
  }
}
