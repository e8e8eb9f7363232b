public import ExerciseProtocol

/// Turns a file into cards: in every activity where people say things, `/import FILE` brings in
/// what it finds there.
///
/// ```swift
/// struct LinesOfText: Importer {
///   static let about = ImporterAbout(
///     id: "lines", name: "Lines", summary: "a card for each line", extensions: ["txt"])
///
///   static func read(_ file: FileContents, _ options: NoFields) throws(Refusal) -> [Brought] {
///     let text = String(decoding: file.bytes, as: UTF8.self)
///     return text.split(separator: "\n").map { .card(CardDraft("\($0)")) }
///   }
/// }
/// ```
///
/// It is a pure function of the bytes: there is no activity to look at and nothing to be changed,
/// so that it can't touch what people said already.
public protocol Importer: Sendable {
  /// What can be given besides the file, each with a default or optional: `/import FILE post=12`.
  associatedtype Options: Fields = NoFields

  static var about: ImporterAbout { get }
  /// What is in the file, in order.
  ///
  /// - Throws: a refusal in words for the person who named the file.
  static func read(_ file: FileContents, _ options: Options) throws(Refusal) -> [Brought]
  /// The same for several files, read as one, in the order in which they were named. Called only
  /// where ``ImporterAbout`` says that several can be taken, and instead of the other even where
  /// there is one.
  static func read(_ files: [FileContents], _ options: Options) throws(Refusal) -> [Brought]
}

extension Importer {
  /// For importers that take one file at a time: the first.
  public static func read(
    _ files: [FileContents], _ options: Options
  ) throws(Refusal) -> [Brought] {
    guard let only = files.first else { return [] }
    return try read(only, options)
  }
}

/// What an importer is called, and which files it is for.
public struct ImporterAbout: Sendable {
  let id: String
  let name: String
  let summary: String
  let extensions: [String]
  let takesSeveral: Bool

  /// - Parameters:
  ///   - id: kebab case, unique in its plugin: typed as `/import FILE as=ID`.
  ///   - summary: one line: what it makes of which files.
  ///   - extensions: of file names, small letters without the dot.
  ///   - takesSeveral: whether several files can be read as one: `/import a.json b.json`.
  public init(
    id: String, name: String, summary: String, extensions: [String], takesSeveral: Bool = false
  ) {
    self.takesSeveral = takesSeveral
    self.id = id
    self.name = name
    self.summary = summary
    self.extensions = extensions
  }
}

/// One thing out of a file.
public enum Brought: Hashable, Sendable {
  /// A new card. What it answers may be a card before it (``CardDraft/Parent/draft(_:)``).
  case card(CardDraft)
  /// Somebody for the roster, unless a person of that name is on it. Where they are not in the
  /// room, they are known by name and nothing else: nobody waits for them, and they have no vote.
  /// Whoever is named as the author of a card and is not on the roster is such a person too.
  case person(
    name: String, role: Participant.Role = .participant, organisation: String? = nil,
    isPresent: Bool = true)
  /// The proposition that the session is about.
  case proposition(title: String, text: String)
  /// What was taken for what, where that had to be guessed: “Text from “Feedback”, author from
  /// “Who”.” Where somebody can be asked, they see it with the first and the last card before
  /// anything is taken; in a script it is told as a notice.
  case preview(String)
  /// A word for whoever named the file, a sentence or two: how much of what was left out. A card is
  /// named by `CardDraft.mention`.
  case notice(String)
  /// One thing of what the notices sum up: told where somebody asks for the list (`list=yes`).
  case detail(String)
}

extension Importer {
  /// The importer as the manifest tells it.
  static var description: ImporterDescription {
    ImporterDescription(
      id: about.id, name: about.name, summary: about.summary, extensions: about.extensions,
      fields: Options.declaration, takesSeveral: about.takesSeveral)
  }

  static func reply(to forms: [FileForm], _ fields: JSONValue) throws(Refusal) -> Reply {
    let files = forms.compactMap { FileContents(fieldJSON: $0.json) }
    guard files.count == forms.count, let first = files.first else {
      return .fault("the file's content is no base64")
    }
    let options = try Options(filledFrom: fields)
    let brought = about.takesSeveral ? try read(files, options) : try read(first, options)
    var changes: [Change] = []
    var notices: [String] = []
    var details: [String] = []
    var isGuessed = false
    for item in brought {
      switch item {
      case .card(let draft): changes.append(.addCard(draft))
      case .person(let name, let role, let organisation, let isPresent):
        changes.append(
          .addParticipant(
            name: name, role: role, organisation: organisation, isPresent: isPresent))
      case .proposition(let title, let text): changes.append(.propose(title: title, text: text))
      case .notice(let text): notices.append(text)
      case .preview(let text):
        notices.append(text)
        isGuessed = true
      case .detail(let text):
        details.append(text.split(whereSeparator: \.isNewline).joined(separator: " "))
      }
    }
    let lines = [notices.joined(separator: " ")] + details
    let isSilent = notices.isEmpty && details.isEmpty
    return .changes(
      changes, notice: isSilent ? nil : lines.joined(separator: "\n"), shows: isGuessed)
  }
}
