import ExerciseKit
import ExerciseTesting
import Lines

extension CheckRule {
  static let examples = CheckRule(
    id: "CP008",
    title: "Its documented examples run",
    severity: .error,
    reason: """
      An example is the first line that somebody tries, in front of a room, when it is shown in \
      help or under a mistake.
      """,
    mend: """
      Give every action at least one example: the line without its slash, which begins with the \
      action's name and can be typed as it stands in a session with some cards and people.
      """,
    example: #"ActionAbout("dots", "Give your dots", examples: ["dots @Ruth c3=2 c7"])"#,
    needs: .manifest
  ) { subject in
    guard let manifest = subject.manifest else { return .judged([]) }
    let declared = subject.findings(in: .manifest, steps: 0).filter { id(of: $0.rule) == "CP008" }
    return .judged(
      declared.map { Breach($0) }
        + manifest.exercises.flatMap { ExampleRun($0, of: subject).breaches() })
  }
}

/// The examples of one exercise, typed one after the other into one activity.
///
/// Some only make sense once something else has happened: those that the exercise declines are
/// tried again after the others, until none of them finds its moment any more. These get a note:
/// whether another moment would do, nobody can say but the author.
private struct ExampleRun {
  private let exercise: ExerciseDescription
  private let subject: Subject
  private var session: ExampleSession
  private var found: [Breach] = []

  init(_ exercise: ExerciseDescription, of subject: Subject) {
    self.exercise = exercise
    self.subject = subject
    session = ExampleSession(exercise)
  }

  func breaches() -> [Breach] {
    var run = self
    run.go()
    return run.found
  }

  private mutating func go() {
    var waiting = session.actions.flatMap { action in
      action.examples.filter { $0.split(separator: " ").first.map(String.init) == action.name }
    }
    var declined: Set<String> = []
    do throws(Silence) {
      let started = try subject.start()
      try session.open { bytes throws(Silence) in try started.answer(bytes) }
      while !waiting.isEmpty {
        let before = waiting.count
        for example in waiting {
          guard let outcome = try run(example, started) else { continue }
          if outcome == .declined { declined.insert(example) } else { declined.remove(example) }
        }
        waiting = waiting.filter(declined.contains)
        if waiting.count == before { break }
      }
    } catch {
      found.append(Breach(exercise.id, "while its examples were run: \(error)"))
    }
    note(waiting.filter(declined.contains))
  }

  private mutating func note(_ examples: [String]) {
    guard !examples.isEmpty else { return }
    let quoted = examples.map { "“\($0)”" }.joined(separator: ", ")
    found.append(
      Breach(
        exercise.id, "understood, and declined in each moment that was tried: \(quoted)",
        severity: .note))
  }

  private enum Outcome {
    case done
    case declined
  }

  /// Types one example; nil where it could not be read, which is a finding.
  private mutating func run(
    _ example: String, _ started: StartedPlugin
  ) throws(Silence) -> Outcome? {
    let line: ExampleLine
    do throws(Problem) {
      line = try session.read(example)
    } catch {
      let breach = Breach("\(exercise.id), “\(example)”", error.message)
      if !found.contains(breach) { found.append(breach) }
      return nil
    }
    let outcome = try session.decide(line) { bytes throws(Silence) in try started.answer(bytes) }
    switch outcome {
    case .done: return .done
    case .declined: return line.hasFile ? .done : .declined
    case .impossible(let problem):
      let breach = Breach("\(exercise.id), “\(example)”", problem)
      if !found.contains(breach) { found.append(breach) }
      return .done
    }
  }
}
