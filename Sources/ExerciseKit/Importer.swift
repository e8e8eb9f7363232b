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
}

/// What an importer is called, and which files it is for.
public struct ImporterAbout: Sendable {
  let id: String
  let name: String
  let summary: String
  let extensions: [String]

  /// - Parameters:
  ///   - id: kebab case, unique in its plugin: typed as `/import FILE as=ID`.
  ///   - summary: one line: what it makes of which files.
  ///   - extensions: of file names, small letters without the dot.
  public init(id: String, name: String, summary: String, extensions: [String]) {
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
  /// Somebody for the roster, unless a person of that name is on it.
  case person(name: String, role: Participant.Role = .participant, organisation: String? = nil)
  /// The proposition that the session is about.
  case proposition(title: String, text: String)
  /// A word for whoever named the file: what was left out.
  case notice(String)
}

extension Importer {
  /// The importer as the manifest tells it.
  static var description: ImporterDescription {
    ImporterDescription(
      id: about.id, name: about.name, summary: about.summary, extensions: about.extensions,
      fields: Options.declaration)
  }

  static func reply(to form: FileForm, _ fields: JSONValue) throws(Refusal) -> Reply {
    guard let file = FileContents(fieldJSON: form.json) else {
      return .fault("the file's content is no base64")
    }
    var changes: [Change] = []
    var notices: [String] = []
    for item in try read(file, try Options(filledFrom: fields)) {
      switch item {
      case .card(let draft): changes.append(.addCard(draft))
      case .person(let name, let role, let organisation):
        changes.append(.addParticipant(name: name, role: role, organisation: organisation))
      case .proposition(let title, let text): changes.append(.propose(title: title, text: text))
      case .notice(let text): notices.append(text)
      }
    }
    return .changes(changes, notice: notices.isEmpty ? nil : notices.joined(separator: " "))
  }
}
