import ExerciseProtocol
import OrderedCollections

/// What is told of an import: what came in, what was here, what was left out, one sentence each.
struct ImportReport {
  /// The plugin's own word: a paragraph, then the list of what was left out, one thing a line.
  var notice: String?
  var isAnonymous = false
  /// Whose names were taken for whose, in sentences.
  var names: [String] = []
  /// The cards that its `CardDraft.mention` stands for.
  private var labels: [CardID] = []
  private var here = 0
  private var onTheRoster = 0
  /// The titles of other activities in which cards of the file are.
  private var elsewhere: OrderedSet<String> = []
  private var changed: [CardID] = []
  private var takesWords = false
  /// New cards that answer something that is not here.
  private var orphans: [CardID] = []
  private var proposition: String?
  private var isNewProposition = false

  init(notice: String?) { self.notice = notice }

  mutating func read(
    _ translation: ChangeTranslation, in session: Session, at activity: Activity, takesWords: Bool
  ) {
    labels = translation.labels
    self.takesWords = takesWords
    for (card, text) in translation.known {
      here += 1
      if card.activity != activity.id { elsewhere.append(session.title(of: card.activity)) }
      if card.text != text { changed.append(card.id) }
    }
    for case .cardAdded(let card) in translation.events
    where card.parent == nil && card.attributes[CardDraft.answersImported] != nil {
      orphans.append(card.id)
    }
  }

  /// Of a list of people, those who were in the room.
  mutating func readPeople(_ changes: [Change], _ events: [Event]) {
    let listed = changes.count { change in
      if case .addParticipant(_, _, _, let isPresent) = change { isPresent } else { false }
    }
    let came = events.count { $0.newcomer?.isPresent ?? false }
    onTheRoster = max(0, listed - came)
  }

  mutating func readProposition(_ changes: [Change], before: Proposition?, choice: String?) {
    guard let other = changes.compactMap(\.proposition).first, other != before else { return }
    guard let before else {
      proposition =
        choice == "keep"
        ? "The file's proposition, “\(other.title)”, stays out; the session has none."
        : "The session had no proposition; it is now “\(other.title)”."
      isNewProposition = choice == nil
      return
    }
    proposition =
      choice == "replace"
      ? "The proposition was “\(before.title)” before."
      : "The proposition stays “\(before.title)”."
  }

  func response(_ logged: [LoggedEvent], in session: Session, listing: Bool) -> Response {
    let lines = (notice ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let sentences =
      wholeOfFile + names + [proposition].compactMap(\.self)
      + [lines.first.map { named(String($0)) } ?? ""].filter { !$0.isEmpty }
    let details = lines.dropFirst().map { named(String($0)) }
    let came = Acknowledgement.of(logged, in: session)
    let said = ([came].filter { !$0.isEmpty } + sentences).joined(separator: "  ")
    var blocks: [View.Block] = [
      logged.isEmpty
        ? .text(said.isEmpty ? "There is nothing in it." : said)
        : .note(said.isEmpty ? "Noted." : said, .success)
    ]
    if listing, !details.isEmpty { blocks.append(.list(details, ordered: false)) }
    if !listing, details.count > 1 {
      blocks.append(.note(ImportWording.listHint(details.count), .hint))
    }
    if !changed.isEmpty, !takesWords { blocks.append(.note(ImportWording.changedHint, .hint)) }
    if isNewProposition { blocks.append(.note(ImportWording.newPropositionHint, .hint)) }
    if isAnonymous { blocks.append(.note(Acknowledgement.noNameKept, .hint)) }
    return Response(View(blocks), result: result(logged, sentences, details))
  }

  private func result(
    _ logged: [LoggedEvent], _ sentences: [String], _ details: [String]
  ) -> JSONValue {
    let cards = logged.compactMap { entry in
      if case .cardAdded(let card) = entry.event { card } else { nil }
    }
    let notice = sentences.joined(separator: " ")
    return [
      "cards": .list(cards), "events": .integer(logged.count),
      "step": logged.first.map { .integer($0.step) },
      "notice": notice.isEmpty ? nil : .string(notice), "here": .integer(here),
      "changed": .array(changed.map(\.json)), "leftOut": .array(details.map(JSONValue.string)),
    ]
  }

  private var wholeOfFile: [String] {
    var sentences: [String] = []
    if here > 0 { sentences.append(ImportWording.here(here, Array(elsewhere))) }
    if onTheRoster > 0 { sentences.append(ImportWording.onTheRoster(onTheRoster)) }
    if !changed.isEmpty { sentences.append(ImportWording.changed(changed, taken: takesWords)) }
    if !orphans.isEmpty { sentences.append(ImportWording.orphans(orphans)) }
    return sentences
  }

  /// The words of a plugin with labels where it names cards by their place among those it brought.
  private func named(_ words: String) -> String {
    guard words.contains("\u{FFFC}") else { return words }
    var result = ""
    for (index, part) in words.split(separator: "\u{FFFC}", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index % 2 == 1 else {
        result += part
        continue
      }
      let label = Int(part).flatMap { labels.indices.contains($0) ? labels[$0] : nil }
      result += label?.rawValue ?? "a card"
    }
    return result
  }
}

/// The words of imports.
enum ImportWording {
  static func here(_ count: Int, _ elsewhere: [String]) -> String {
    let place = elsewhere.isEmpty ? "" : ", in \(elsewhere.map { "“\($0)”" }.andList)"
    return "\(count) \(count == 1 ? "is" : "are") here already\(place)."
  }

  static let newPropositionHint =
    "/undo takes the import back; with proposition=keep it brings in the rest alone."

  static func changed(_ cards: [CardID], taken: Bool) -> String {
    let names = listed(cards)
    if taken { return "\(names) \(cards.count == 1 ? "has" : "have") the words of the file now." }
    return cards.count == 1
      ? "\(names) has other words in the file, and stays as it is."
      : "\(names) have other words in the file, and stay as they are."
  }

  static let changedHint = "The same /import with changed=take takes the words of the file."

  static func orphans(_ cards: [CardID]) -> String {
    cards.count == 1
      ? "\(listed(cards)) stands by itself: what it answers is not here."
      : "\(listed(cards)) stand by themselves: what they answer is not here."
  }

  static func listHint(_ count: Int) -> String {
    "The same /import with list=yes tells all \(count) things one by one."
  }

  static func otherProposition(_ other: Proposition, here: Proposition) -> String {
    if other.title == here.title {
      return "The file has other words for the proposition “\(here.title)”."
    }
    return "The file's proposition is “\(other.title)”; the session's is “\(here.title)”."
  }

  private static func listed(_ cards: [CardID]) -> String {
    let names = cards.prefix(5).map(\.rawValue)
    let more = cards.count > 5 ? ["\(cards.count - 5) more"] : []
    return (names + more).andList
  }
}
