import ExerciseKit

/// Everybody says in a few words how they are: a card each.
struct CheckIn: Exercise {
  static let about = ExerciseAbout(
    id: "check-in", name: "Check-in", summary: "say in a few words how you are")

  static let actions: [any Action<CheckIn>.Type] = [Arrive.self]
  static let lineAction: (any Action<CheckIn>.Type)? = Arrive.self

  static func view(of room: Room<CheckIn>, for audience: Audience) -> View {
    View([.heading(room.title, level: 1), .list(room.cards.map(\.text), ordered: false)])
  }
}

struct Arrive: Action {
  static let about = ActionAbout("arrive", "Say how you are", examples: ["arrive Wide awake"])
  @Field("In a few words") var words: String

  func decide(in room: Room<CheckIn>) throws(Refusal) -> [Effect<Never>] {
    [.add(CardDraft(words))]
  }
}

/// How people were, through the day.
struct MoodThroughTheDay: ReportSection {
  static let about = SectionAbout(
    id: "mood", title: "Mood through the day", summary: "the check-ins, one after the other")

  static func view(of report: Report) -> View {
    let rooms = report.rooms(of: CheckIn.self)
    let lines = rooms.map { room in "\(room.title): \(room.cards.count) said how they are" }
    return View([.list(lines, ordered: true)])
  }
}

/// A text in which every line is a card: `Ruth: Wide awake`.
struct LinesOfText: Importer {
  static let about = ImporterAbout(
    id: "lines", name: "Lines", summary: "a card for each line, with who said it before a colon",
    extensions: ["lines"])

  struct Options: Fields {
    @Field("Pass over lines that begin with this sign") var remark = "#"
  }

  static func read(_ file: FileContents, _ options: Options) throws(Refusal) -> [Brought] {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw Refusal("\(file.name) is not UTF-8 text.", field: "file", hint: "Save it as UTF-8.")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix(options.remark) }.map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return .card(CardDraft(line.trimmed, author: .nobody)) }
      return .card(CardDraft(parts[1].trimmed, author: .named(parts[0].trimmed)))
    }
  }
}

@c(charrette_plugin_entry) public func entry(
  _ host: UnsafePointer<charrette_host>
) -> UnsafePointer<charrette_plugin>? {
  Plugin(
    id: "check-in", name: "Check-in", version: "1.0.0", summary: "How is everybody?",
    author: "You", licence: "CC0-1.0", exercises: [CheckIn.self],
    templates: ["check-in-day.yaml"], sections: [MoodThroughTheDay.self],
    importers: [LinesOfText.self]
  ).entry(host)
}
