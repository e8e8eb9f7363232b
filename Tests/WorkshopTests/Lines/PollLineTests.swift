import ExerciseProtocol
import Testing
import Workshop
import WorkshopTesting

/// What the polls' help shows works as it stands, and what is voted on in a poll goes on.
@Suite("Polls at the prompt")
struct PollLineTests {
  struct Line: CustomTestStringConvertible, Sendable {
    var exercise: ExerciseDescription
    var example: String
    var testDescription: String { "\(exercise.id): \(example)" }

    static let all: [Line] = TestExercises().exercises.filter { $0.plugin == "voting" }
      .flatMap { exercise in
        exercise.description.actions.flatMap(\.examples).map {
          Line(exercise: exercise.description, example: $0)
        }
      }
  }

  /// A desk in an open poll over eight cards, each with a cost where the poll has costs.
  private func desk(_ exercise: ExerciseDescription) throws -> TestDesk {
    let desk = TestDesk()
    let budget = exercise.id == "budget" ? " budget=5000" : ""
    for line in [
      "/new Polls", "/agenda add discussion Ideas",
      "/agenda add \(exercise.id) Poll privacy=open\(budget)", "/people add Ruth Hyde", "/start",
    ] { try desk.perform(line) }
    for number in 1...8 { try desk.perform("Idea \(number)") }
    try desk.perform("/next")
    guard exercise.id == "budget" else { return desk }
    for number in 1...8 { try desk.perform("/cost c\(number) \(number * 100)") }
    return desk
  }

  @Test("every example works as it stands", arguments: Line.all)
  func example(line: Line) throws {
    let desk = try desk(line.exercise)
    let vote = try #require(
      line.exercise.actions.first { $0.name == line.exercise.lineAction }?.examples.first)
    if line.example.hasPrefix("re") {
      try desk.perform("/\(vote)")
      if line.example == "reopen" { try desk.perform("/reveal") }
    }
    #expect(try !desk.events(of: "/\(line.example)").isEmpty)
  }

  @Test("a plain line is a vote", arguments: Line.all)
  func plain(line: Line) throws {
    guard let action = line.exercise.lineAction, line.example.hasPrefix("\(action) ") else {
      return
    }
    let desk = try desk(line.exercise)
    let call = try desk.call(String(line.example.dropFirst(action.count + 1)))
    #expect(call?.action == action)
  }
}
