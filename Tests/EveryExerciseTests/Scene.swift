import Workshop
import WorkshopTesting

/// A room at one exercise, by the lines that led there.
struct Scene {
  /// What it shows: `rich`, `empty`, `alone`.
  var name: String
  var people = Scene.crowd
  /// What comes in from the activity before.
  var cards: [String] = []
  /// As they are typed: `dots=5,max-per-card=2`.
  var settings: String?
  var focus: String? = "What would help people at the bus stop?"
  /// In the exercise.
  var lines: [String] = []

  init(
    _ name: String, people: String = Scene.crowd, cards: [String] = [], settings: String? = nil,
    _ lines: String...
  ) {
    (self.name, self.people, self.cards) = (name, people, cards)
    (self.settings, self.lines) = (settings, lines)
  }

  /// Names of other scripts, with accents, with a hyphen, and a long one.
  static let crowd = "Ruth Hyde, Siân Parry, 山田花子, نور, Llŷr ap Gwilym Morgan-Richardson, Mo"

  /// Long words, wide characters, pictures of several scalars, text from right to left, a double.
  static let needs = [
    "Buses are late in the evening #night", "Late buses, mostly in the evening",
    "Nobody says when the Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte"
      + "ngesellschaft bus comes",
    "夜のバスが少ない。案内も日本語であると助かります。 #night",
    "👩‍👩‍👧‍👦 Families with prams 🚼 can't get on 🚌", "אין שלטים בתחנה, and the signs are small",
    "A roof at every stop, with a seat, a light, a timetable that somebody with low vision can "
      + "read, and a bin that is emptied now and then", "Drivers are kind",
  ]

  static let alone = "Ruth Hyde"

  /// The room there, at that exercise.
  func play(_ exercise: String) throws -> TestDesk {
    let desk = EveryExercise.desk()
    var beginning = ["/new Scene", "/agenda add discussion Before"]
    let focus = focus.map { " focus=\"\($0)\"" } ?? ""
    let settings = settings.map { " set=\"\($0)\"" } ?? ""
    beginning.append("/agenda add \(exercise) At the stop\(focus)\(settings)")
    if !people.isEmpty { beginning.append("/people add \(people)") }
    for line in beginning + ["/start"] + cards + ["/next"] + lines {
      do {
        try desk.perform(line)
      } catch {
        throw SceneFailure(line: line, message: error.message)
      }
      desk.clock.advance(seconds: 30)
    }
    return desk
  }
}

/// A line of a scene that was refused.
struct SceneFailure: Error {
  var line: String
  var message: String
}
