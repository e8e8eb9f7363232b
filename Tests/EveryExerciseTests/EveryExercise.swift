import CoDesign
import Comments
import DesignThinking
import ExerciseKit
import Voting
import Workshop
import WorkshopTesting

/// Every exercise of the kit's own plugins, and a desk that has them all.
enum EveryExercise {
  static let plugins = [Comments.plugin, Voting.plugin, CoDesign.plugin, DesignThinking.plugin]

  static var descriptions: [ExerciseDescription] { plugins.flatMap(\.manifest.exercises) }

  static var ids: [String] { descriptions.map(\.id) }

  static func plugin(of exercise: String) -> Plugin? {
    plugins.first { plugin in plugin.manifest.exercises.contains { $0.id == exercise } }
  }

  static func desk(
    isInteractive: Bool = true, library: MemoryLibrary = MemoryLibrary()
  ) -> TestDesk {
    let exercises = TestExercises()
    exercises.install(CoDesign.plugin)
    exercises.install(DesignThinking.plugin)
    return TestDesk(isInteractive: isInteractive, library: library, exercises: exercises)
  }
}

extension TestDesk {
  /// What an audience is shown of the activity that the room is at.
  func view(for audience: Audience) throws -> View {
    let (live, id) = try here
    guard case .view(let view) = try live.ask(.view(audience), of: id) else { throw NoAnswer() }
    return view
  }

  /// What goes on from there.
  func given() throws -> [CardID] {
    let (live, id) = try here
    guard case .cards(let cards) = try live.ask(.give, of: id) else { throw NoAnswer() }
    return cards
  }

  /// What the exercise keeps of it.
  func saved() throws -> SavedState {
    let (live, id) = try here
    guard case .state(let state) = try live.ask(.state, of: id) else { throw NoAnswer() }
    return state
  }

  private var here: (LiveSession, ActivityID) {
    get throws {
      guard let live = desk.live, let id = live.session.current else { throw NoAnswer() }
      return (live, id)
    }
  }
}

/// Something else came than was asked for.
struct NoAnswer: Error {}
