import ExerciseKit

/// Everybody shows a fist or up to five fingers: how far can I go along with this?
struct FistOfFive: Exercise {
  static let about = ExerciseAbout(
    id: "fist-of-five", name: "Fist of five",
    summary: "show how far you can go along with a proposal",
    guidance: ["Read the proposal out.", "Ask whoever shows two or fewer what they would need."])

  struct Settings: Fields {
    @Field("Who shows so many fingers or fewer is heard", 0...5) var hearUpTo = 2
  }

  enum Event: Codable { case shown(ParticipantID, Int) }

  static let initialState: [ParticipantID: Int] = [:]
  static let actions: [any Action<FistOfFive>.Type] = [Fingers.self]
  static let lineAction: (any Action<FistOfFive>.Type)? = Fingers.self

  static func evolve(_ state: inout [ParticipantID: Int], _ event: Event, at: Timestamp) {
    switch event {
    case .shown(let person, let fingers): state[person] = fingers
    }
  }

  static func view(of room: Room<FistOfFive>, for audience: Audience) -> View {
    let bars = (0...5).reversed().map { fingers in
      let count = room.state.values.count { $0 == fingers }
      return View.Bar("\(fingers)", value: Double(count), caption: "\(count)")
    }
    let heard = room.participants.filter { person in
      room.state[person.id].map { $0 <= room.settings.hearUpTo } ?? false
    }
    var view = View([.heading(room.title, level: 1), .bars(bars)])
    if let focus = room.focus { view.blocks.insert(.text(focus), at: 1) }
    if !heard.isEmpty { view.blocks.append(.list(heard.map { "Hear \($0.name)" }, ordered: false)) }
    return view
  }
}

struct Fingers: Action {
  static let about = ActionAbout(
    "fingers", "Show your fingers", attribution: .required, examples: ["fingers @Ruth 4"])
  @Field("From 0, a fist: I can't, to 5: with all my heart", 0...5) var count: Int

  func decide(in room: Room<FistOfFive>) throws(Refusal) -> [Effect<FistOfFive.Event>] {
    guard let person = room.actor else { throw Refusal("Whose fingers are these?") }
    return [.record(.shown(person, count)), .notice("\(count) of 5 noted.")]
  }
}

public let plugin = Plugin(
  id: "fist-of-five", name: "Fist of five", version: "1.0.0", summary: "A quick show of fingers",
  author: "You", licence: "CC0-1.0", exercises: [FistOfFive.self])

@c(charrette_plugin_entry) public func entry(
  _ host: UnsafePointer<charrette_host>
) -> UnsafePointer<charrette_plugin>? { plugin.entry(host) }
