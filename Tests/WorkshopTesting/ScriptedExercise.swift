package import ExerciseProtocol

extension ExerciseDescription {
  /// An exercise with one action, `/go`, whose answer a test writes.
  package static func scripted(privacy: Privacy = .open) -> ExerciseDescription {
    ExerciseDescription(
      id: "scripted", name: "Scripted", summary: "does what a test says", guidance: [],
      settings: [],
      actions: [ActionDescription(name: "go", summary: "Go", privacy: privacy, fields: [])],
      lineAction: nil, stateVersion: 1)
  }
}

extension TestDesk {
  /// A desk in a discussion with one card, c1, and then at the scripted exercise.
  package static func scripted(_ exercises: TestExercises) throws -> TestDesk {
    let desk = TestDesk(exercises: exercises)
    for line in [
      "/new Scripted", "/agenda add discussion", "/agenda add scripted takes=nothing", "/start",
      "Somebody else's card", "/next",
    ] { try desk.perform(line) }
    return desk
  }

  /// What becomes of changes that an exercise proposes in an open action.
  package static func proposing(_ changes: [Change]) throws -> TestDesk {
    let exercises = TestExercises()
    exercises.install(.scripted()) { _ in .changes(changes) }
    return try scripted(exercises)
  }
}
