import ExerciseKit

extension ImportFormat {
  /// A list of the people in the room: a table with their names, or a name a line.
  static let roster = ImportFormat(
    id: "roster", name: "a list of people",
    recognises: { $0.isRoster },
    read: { texts, options throws(ImportFailure) in
      var all = ImportedDiscussion()
      for text in texts {
        let roster = try Roster(text)
        all.append(roster.discussion, of: texts.count > 1 ? text.fileName : nil)
      }
      return all
    })
}

extension SourceText {
  /// Whether it is a table of names with what people have (an organisation, a role, an address), or
  /// names alone, and nothing that cards have.
  fileprivate var isRoster: Bool {
    let head = TableText(Array(bytes.prefix(1 << 14)))
    guard let first = head.rows.first else { return false }
    let columns = TableColumns(first.cells)
    let isNamed = columns.first(.name) != nil || columns.first(.lastName) != nil
    let isOfPeople = [.organisation, .personRole, .contact, .firstName, .lastName]
      .contains { columns.first($0) != nil }
    let words = columns.all(.text).filter {
      !isOfPeople || !TableColumns.isWeakText(columns.names[$0])
    }
    let isOfCards = [.tags, .votes, .parent].contains { columns.first($0) != nil }
    guard isNamed, words.isEmpty, !isOfCards else { return false }
    // Answers to questions are cards, whoever gave them.
    let unknown = columns.roles.count { $0 == nil }
    return isOfPeople ? unknown <= 3 : first.cells.count == 1
  }
}

/// Makes people of the rows.
private struct Roster {
  private(set) var discussion = ImportedDiscussion()
  private var seen: Set<String> = []

  init(_ text: SourceText) throws(ImportFailure) {
    let table = TableText(text.bytes)
    try ImportFailure.check(table.count - 1, AnswerLimits.people, text, "roster")
    let columns = TableColumns(table.rows.first?.cells ?? [])
    discussion.leftOut = table.leftOut
    let name = [columns.first(.name) ?? columns.first(.author)].compactMap(\.self)
    let parts = [columns.first(.firstName), columns.first(.lastName)].compactMap(\.self)
    let names = name.isEmpty ? parts : name
    guard !names.isEmpty else {
      readNames(table)
      return
    }
    let (home, role) = (columns.first(.organisation), columns.first(.personRole))
    let title = columns.names.firstIndex { TableColumns.plain($0) == "title" }
    for row in table.rows.dropFirst() {
      let name = names.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
      add(name, role: (role ?? title).map { row[$0] }, home: home.map { row[$0] }, row.line)
    }
    func told(_ what: String, _ columns: [Int], _ names: [String]) -> String? {
      columns.isEmpty
        ? nil
        : "\(what) from \(columns.map { "“\(names[$0])”" }.joined(separator: " and "))"
    }
    discussion.reading = [
      told("name", names, columns.names),
      told("organisation", [home].compactMap(\.self), columns.names),
      told("role", [role ?? title].compactMap(\.self), columns.names),
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// A name a line, without a heading; a bullet or a number before it is none of it.
  private mutating func readNames(_ table: TableText) {
    for row in table.rows {
      let line = PageLine(Array(row[0].utf8)[...])
      let home = row.cells.dropFirst().first { !$0.isEmpty }
      add(line.marker?.rest ?? line.text, role: nil, home: home, row.line)
    }
    discussion.reading = "a name a line"
  }

  private mutating func add(_ name: String, role: String?, home: String?, _ line: Int) {
    guard let name = name.asAuthor else {
      discussion.leftOut.add(.nameless, line: line, home)
      return
    }
    discussion.add(ImportedPerson(name: name, role: role, organisation: home), &seen, line)
  }
}

extension ImportedDiscussion {
  /// Puts somebody on the roster, once. “participant” and “facilitator” are what they are here; any
  /// other role is theirs elsewhere.
  mutating func add(_ person: ImportedPerson, _ seen: inout Set<String>, _ line: Int) {
    guard seen.insert(person.name.lowercased()).inserted else {
      leftOut.add(.samePerson, line: line, person.name)
      return
    }
    var person = person
    person.organisation = person.organisation?.trimmedOrNil
    person.role = person.role?.trimmedOrNil
    let role = person.role?.lowercased() ?? ""
    person.isFacilitator =
      role.hasPrefix("facilitat") || role.hasPrefix("moderat")
      || role == "host"
    let isOfTheRoom = ["participant", "attendee", "member", "teilnehmer", "teilnehmerin"]
    if person.isFacilitator || isOfTheRoom.contains(role) { person.role = nil }
    people.append(person)
  }
}
