import ExerciseProtocol
import SessionStore
import SystemPackage
import Workshop

extension Examination {
  /// Whether what was said can be read: every line of every journal is held against its digests.
  /// Nothing is opened, mended or written.
  static func sessions(_ places: Places) -> Examination {
    var result = Examination(area: "sessions", title: "Sessions", findings: [])
    let folder = places.sessions
    let library = FileSessionLibrary(folder: FilePath(folder), origin: Origin(0))
    do throws(Problem) {
      var (sound, events) = (0, 0)
      for session in try library.list().sorted(by: { $0.name < $1.name }) {
        let file = JournalExamination.file(of: session.name, in: folder)
        guard let examination = examine(session.name, file, &result.findings) else { continue }
        (sound, events) = (sound + 1, events + examination.events)
      }
      result.details = [.init("sound", .integer(sound)), .init("events", .integer(events))]
      result.findings.insert(.good(words(sound, events, folder)), at: 0)
    } catch {
      result.findings = [.problem(error.message, hint: error.hint)]
    }
    return result
  }

  /// Adds what is wrong with one of them; what was found where nothing is.
  private static func examine(
    _ name: String, _ file: String, _ findings: inout [Finding]
  ) -> JournalExamination? {
    let examination: JournalExamination
    do throws(Problem) {
      examination = JournalExamination(of: try LocalFiles().read(file))
    } catch {
      findings.append(.problem(error.message, hint: error.hint))
      return nil
    }
    switch examination.finding {
    case .sound: return examination
    case .unfinished:
      findings.append(
        .remark(
          "“\(name)” ends in the middle of a line that was never acknowledged.",
          hint: "To open it puts that right; nothing is lost."))
      return examination
    case .damaged(let line):
      findings.append(
        .problem(
          "“\(name)” is damaged: line \(line) of \(file) is not what was written, and "
            + "\(examination.events) events before it can be read.",
          hint: "Put the journal back from a copy; “charrette '\(name)'” says what can be done."))
      return nil
    }
  }

  private static func words(_ sessions: Int, _ events: Int, _ folder: String) -> String {
    guard sessions > 0 else { return "No session in \(folder) was looked at." }
    let count = sessions == 1 ? "1 session" : "\(sessions) sessions"
    return "\(count) with \(events) events in \(folder): every line is as it was written."
  }
}
