import ExerciseProtocol
import OrderedCollections
import Workshop

/// A rehearsal while it is played: the desk, the time, and what has been written down so far.
struct Play {
  let desk: Desk
  let clock: RehearsalClock
  var chance: Chance
  let guests: [Guest]
  var record: RehearsalRecord
  /// Why the last line was refused.
  var lastProblem: Problem?
  /// Every sentence that was said.
  var said: Set<String> = []
  /// Who took part in each activity.
  var heard: [ActivityID: Heard] = [:]

  /// What became of a line.
  enum Outcome {
    case changed(Response)
    /// It was taken, and nothing is another than before.
    case unchanged(Response)
    case refused(Problem)

    var response: Response? {
      switch self {
      case .changed(let response), .unchanged(let response): response
      case .refused: nil
      }
    }

    var isChange: Bool { if case .changed = self { true } else { false } }
  }

  /// Types a line that took so long, and writes down what the screen answers.
  @discardableResult
  mutating func type(_ line: String, taking seconds: Double) -> Outcome {
    clock.advance(seconds: seconds)
    let (place, time) = (place, desk.session?.clock(at: clock.now)?.short ?? "")
    let head = desk.live?.timeline.head
    do throws(Problem) {
      let response = try desk.perform(line)
      if case .ask(let form) = response.next { throw .incomplete(line, form) }
      note(place, time, line, .view(response.view))
      return desk.live?.timeline.head == head ? .unchanged(response) : .changed(response)
    } catch {
      record.refused += 1
      lastProblem = error
      note(place, time, line, .refused(error))
      return .refused(error)
    }
  }

  /// Goes on to the next step. Where the room is asked whether to leave a vote undecided, it has
  /// had its time.
  mutating func goOn() -> Outcome {
    let outcome = command("/next")
    guard case .refused(let problem) = outcome, problem.isOfLeaving else { return outcome }
    return command("/next anyway=yes")
  }

  /// A command of the facilitator's own.
  @discardableResult
  mutating func command(_ line: String) -> Outcome { type(line, taking: Pace.command(line)) }

  /// Something that happens without a line.
  mutating func remark(_ text: String) {
    let time = desk.session?.clock(at: clock.now)?.short ?? ""
    note(place, time, nil, .view(View([.text(text)])))
  }

  private mutating func note(
    _ place: String, _ clock: String, _ line: String?, _ answer: RehearsalRecord.Answer
  ) {
    record.transcript.append(
      RehearsalRecord.Entry(place: place, clock: clock, line: line, answer: answer))
  }

  /// `2/7`; empty between activities.
  private var place: String {
    guard let session = desk.session, let current = session.current,
      let index = session.index(of: current)
    else { return "" }
    return "\(index + 1)/\(session.agenda.count)"
  }

  var session: Session { desk.session ?? Session() }

  /// What the exercise of an activity shows; empty where it can't say.
  func screen(_ activity: ActivityID, _ audience: Audience = .facilitator) -> Screen {
    guard case .view(let view)? = try? desk.live?.ask(.view(audience), of: activity) else {
      return Screen()
    }
    return Screen(view)
  }
}

extension Problem {
  /// Whether it is the question before leaving what is not decided.
  fileprivate var isOfLeaving: Bool { message.contains("lacks anyway") }

  /// In a rehearsal nobody answers a form: a line says all that is asked for.
  fileprivate static func incomplete(_ line: String, _ form: Form) -> Problem {
    Problem(
      "“\(line)” lacks \(form.missing.map(\.name).joined(separator: ", ")).",
      hint: form.missing.first?.summary)
  }
}
