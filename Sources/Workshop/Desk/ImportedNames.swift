import ExerciseProtocol
import Lines
import OrderedCollections

/// Who is who in a file: the names in it that are those of people who are known already, or stand
/// in it before, written in another way.
///
/// A title, a degree, pronouns or the surname first make nobody else (`isSure`). An initial, a
/// letter, an accent or half a name may: that is asked where somebody can be, and else nobody is
/// taken for another; two people whose organisations differ are never taken for one unasked.
struct ImportedNames {
  struct Same: Hashable {
    /// As the file has it.
    var written: String
    /// The name of whoever it may be.
    var person: String
    var isSure: Bool
  }

  /// In the order in which the file names them.
  private(set) var all: [Same] = []

  private var byKey: [String: [Known]] = [:]
  /// Those of the session alone: two names of one file are told apart by whoever wrote it.
  private var byWord: [String: [Known]] = [:]
  private var folded: Set<String> = []

  private struct Known: Hashable {
    var name: String
    var organisation: String?
    var isPresent: Bool
  }

  /// - Parameter authors: whether authors are kept at all.
  init(_ changes: [Change], _ people: some Sequence<Participant>, authors: Bool) {
    for person in people {
      let known = Known(
        name: person.name, organisation: person.organisation, isPresent: person.isPresent)
      add(known)
      for word in Set(PersonName(person.name).words) {
        byWord[word.withoutAccents, default: []].append(known)
      }
    }
    for change in changes {
      switch change {
      case .addParticipant(let name, _, let organisation, _): meet(name, organisation)
      case .addCard(let draft):
        if authors, case .named(let name) = draft.author { meet(name, nil) }
      default: break
      }
    }
  }

  private mutating func add(_ known: Known) {
    folded.insert(known.name.folded)
    byKey[PersonName(known.name).key, default: []].append(known)
  }

  private mutating func meet(_ written: String, _ organisation: String?) {
    guard !folded.contains(written.folded) else { return }
    let name = PersonName(written)
    let same = byKey[name.key] ?? []
    let unlike = same.first.flatMap(\.organisation).map { home in
      organisation.map { $0.folded != home.folded } ?? false
    }
    if same.count == 1, name.words.count > 1 {
      all.append(Same(written: written, person: same[0].name, isSure: !(unlike ?? false)))
      folded.insert(written.folded)
    } else if same.isEmpty, let person = nearly(name) {
      all.append(Same(written: written, person: person.name, isSure: false))
      folded.insert(written.folded)
    } else {
      add(Known(name: written, organisation: organisation, isPresent: false))
    }
  }

  /// The one person who may be meant; nobody where several may. Half a name is only a person's in
  /// the room.
  private func nearly(_ name: PersonName) -> Known? {
    var found: OrderedSet<Known> = []
    for word in Set(name.words) {
      for known in (byWord[word.withoutAccents] ?? []).prefix(100)
      where (name.words.count > 1 || known.isPresent)
        && name.mayBe(PersonName(known.name))
      {
        found.append(known)
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The changes, with those names that are another's, if they are.
  ///
  /// - Parameter choice: what was said of them; nil: only those are taken that are sure.
  func applied(to changes: [Change], _ choice: String?) -> [Change] {
    let names = Dictionary(taken(choice).map { ($0.written.folded, $0.person) }) { first, _ in
      first
    }
    guard !names.isEmpty else { return changes }
    return changes.map { change in
      switch change {
      case .addParticipant(let name, let role, let organisation, let isPresent):
        return .addParticipant(
          name: names[name.folded] ?? name, role: role, organisation: organisation,
          isPresent: isPresent)
      case .addCard(var draft):
        guard case .named(let name) = draft.author, let person = names[name.folded] else {
          return change
        }
        draft.author = .named(person)
        return .addCard(draft)
      default: return change
      }
    }
  }

  private func taken(_ choice: String?) -> [Same] {
    switch choice {
    case "yes": all
    case "no": []
    default: all.filter(\.isSure)
    }
  }

  /// What was done without a question, a sentence each.
  func told(_ choice: String?) -> [String] {
    guard choice == nil else { return [] }
    let (sure, open) = (all.filter(\.isSure), all.filter { !$0.isSure })
    var sentences: [String] = []
    if !sure.isEmpty {
      sentences.append(
        "\(ImportedNames.list(sure, ("was taken for", "were taken for"))); "
          + "after /undo, the same with same=no keeps them apart.")
    }
    if !open.isEmpty {
      sentences.append(
        "\(ImportedNames.list(open, ("may be", "may be"))), and they were kept apart; "
          + "after /undo, the same with same=yes takes them for one.")
    }
    return sentences
  }

  /// In the file “Dr. Ruth Hyde” and “R. Hyde” may be Ruth Hyde.
  var question: String { "In the file \(ImportedNames.list(all, ("may be", "may be")))." }

  private static func list(_ names: [Same], _ verbs: (one: String, many: String)) -> String {
    let groups = OrderedDictionary(grouping: names.prefix(6), by: \.person)
    var told = groups.map { person, written in
      let list = written.map { "“\($0.written)”" }.andList
      return "\(list) \(written.count == 1 ? verbs.one : verbs.many) \(person)"
    }
    if names.count > 6 { told.append("\(names.count - 6) more like these") }
    return told.joined(separator: ", and ")
  }
}

extension ImportQuestion {
  static let same = Parameter(
    "same", .field(.choice(["yes", "no"])),
    "Names in the file that may be those of people who are here: are they the same people?",
    isOption: true)
}

extension Desk {
  /// Asks whether names in a file are those of people who are here; nil where there are none such,
  /// that was said, or nobody can be asked.
  func question(about names: ImportedNames, _ invocation: Invocation) -> Response? {
    guard !names.all.isEmpty, surroundings.isInteractive,
      invocation.arguments.text("same") == nil
    else { return nil }
    return Response(
      View([.text(names.question)]),
      next: .ask(Form(invocation: invocation, missing: [ImportQuestion.same])))
  }
}
