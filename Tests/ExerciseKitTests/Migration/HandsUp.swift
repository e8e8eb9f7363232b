import ExerciseKit

/// Version 1 counted hands: `{"hands": 3}`. Version 2 knows whose they are.
struct HandsUp: Exercise {
  static let about = ExerciseAbout(id: "hands-up", name: "Hands up", summary: "put up your hand")

  struct State: Codable, Equatable {
    var people: Set<ParticipantID> = []
    /// Hands that were put up before names were kept.
    var unnamed: UInt16 = 0
  }

  enum Event: Codable { case up(ParticipantID?) }

  static let initialState = State()
  static let actions: [any Action<HandsUp>.Type] = [Up.self]
  static let stateVersion = 2

  static func migrate(_ state: JSONValue, from version: Int) throws(Refusal) -> State? {
    guard version == 1, case .integer(let number)? = state["hands"],
      let hands = UInt16(exactly: number)
    else { return nil }
    return State(unnamed: hands)
  }

  static func evolve(_ state: inout State, _ event: Event, at: Timestamp) {
    switch event {
    case .up(let person?): state.people.insert(person)
    case .up(nil): if state.unnamed < .max { state.unnamed += 1 }
    }
  }

  static func view(of room: Room<HandsUp>, for audience: Audience) -> View {
    View([.text("\(room.state.people.count + Int(room.state.unnamed)) hands are up.")])
  }
}

struct Up: Action {
  static let about = ActionAbout("up", "Put up your hand", examples: ["up @Ruth"])

  func decide(in room: Room<HandsUp>) throws(Refusal) -> [Effect<HandsUp.Event>] {
    [.record(.up(room.actor))]
  }
}
