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
  private var seen: [String: ImportedDiscussion.Entry] = [:]

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
    let contact = columns.first(.contact)
    for row in table.rows.dropFirst() {
      let typed = names.map { row[$0] }.filter { !$0.isEmpty }
      let turned = typed.count == 1 ? typed[0].commaName : nil
      if turned != nil { discussion.leftOut.add(.turned, line: row.line, typed[0]) }
      add(
        turned ?? typed.joined(separator: " "), role: (role ?? title).map { row[$0] },
        home: home.map { row[$0] }, contact: contact.map { row[$0] }, row.line)
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
      add(line.marker?.rest ?? line.text, role: nil, home: home, contact: nil, row.line)
    }
    let hasHomes = table.rows.contains { $0.width > 1 }
    discussion.reading = hasHomes ? "a name a line, the organisation after it" : "a name a line"
  }

  private mutating func add(
    _ name: String, role: String?, home: String?, contact: String?, _ line: Int
  ) {
    guard let name = name.asAuthor else {
      discussion.leftOut.add(.nameless, line: line, home)
      return
    }
    discussion.add(
      ImportedPerson(name: name, role: role, organisation: home), contact, &seen, line)
  }
}

extension ImportedDiscussion {
  /// What tells two people of one name apart.
  struct Entry {
    var home: String?
    var contact: String?

    /// Whether both say something, and not the same.
    func isOther(than other: Entry) -> Bool {
      func differ(_ one: String?, _ two: String?) -> Bool {
        guard let one, let two else { return false }
        return one.caseless != two.caseless
      }
      return differ(contact, other.contact)
        || differ(home, other.home) && (contact == nil || other.contact == nil)
    }
  }

  /// Puts somebody on the roster, once. Two of one name whose addresses or organisations differ are
  /// two people; the second one's name says which. “participant” and “facilitator” are what they
  /// are here; any other role is theirs elsewhere.
  mutating func add(
    _ person: ImportedPerson, _ contact: String?, _ seen: inout [String: Entry], _ line: Int
  ) {
    var person = person
    person.organisation = person.organisation?.trimmedOrNil
    person.role = person.role?.trimmedOrNil
    let entry = Entry(home: person.organisation, contact: contact?.trimmedOrNil)
    if let before = seen[person.name.caseless] {
      let mark = entry.home ?? entry.contact
      let marked = "\(person.name) (\(mark ?? ""))"
      guard let mark, entry.isOther(than: before), seen[marked.caseless] == nil else {
        leftOut.add(.samePerson, line: line, person.name)
        return
      }
      leftOut.add(.namesake, line: line, "\(person.name), \(mark)")
      person.name = marked
    }
    seen[person.name.caseless] = entry
    let role = person.role?.lowercased() ?? ""
    person.isFacilitator =
      role.hasPrefix("facilitat") || role.hasPrefix("moderat")
      || role == "host"
    let isOfTheRoom = ["participant", "attendee", "member", "teilnehmer", "teilnehmerin"]
    if person.isFacilitator || isOfTheRoom.contains(role) { person.role = nil }
    people.append(person)
  }
}

extension ImportedDiscussion {
  /// Turns authors that are written `Hyde, Ruth` around, where all are, or where Ruth Hyde is named
  /// too; “Ada, Bo” may be two people, and stays.
  mutating func turnNames() {
    let names = Set(comments.compactMap(\.author))
    let known = Set(names.map(\.caseless))
    let turned = names.filter { $0.commaName != nil }
    guard !turned.isEmpty else { return }
    let isAll = turned.count == names.count && names.count > 1
    for index in comments.indices {
      guard let name = comments[index].author, let plain = name.commaName,
        isAll || known.contains(plain.caseless)
      else { continue }
      leftOut.add(.turned, name)
      comments[index].author = plain
    }
  }
}
