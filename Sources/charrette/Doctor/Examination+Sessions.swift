import ExerciseProtocol
import Platform
import SessionStore
import SystemPackage

extension Examination {
  /// The files of every session of the folder, read to their end; nothing is changed.
  static func sessions(_ places: Places) -> Examination {
    let folder = FilePath(places.sessions)
    var result = Examination(area: "sessions", title: "Sessions", findings: [])
    do throws(StoreFailure) {
      let names = try SessionFolder(path: folder).list().map(\.name)
      let found = names.map { SessionInspection($0, in: folder) }
      result.findings = findings(found) + strangers(beside: names, in: places.sessions)
      result.details = [
        .init("sessions", .integer(names.count)),
        .init(
          "amiss", .array(found.filter { !$0.findings.isEmpty }.map { .string($0.name) })),
      ]
    } catch {
      let (what, hint) = error.wording
      result.findings = [.problem(what, hint: hint)]
    }
    return result
  }

  private static func findings(_ sessions: [SessionInspection]) -> [Finding] {
    let sound = sessions.count { $0.findings.allSatisfy { !$0.isProblem } }
    let findings = sessions.flatMap { session in
      session.findings.map { finding -> Finding in
        let (what, hint) = finding.wording(of: session.name)
        return finding.isProblem ? .problem(what, hint: hint) : .remark(what, hint: hint)
      }
    }
    guard sound > 0 else {
      return findings.isEmpty ? [.good("There is none yet.")] : findings
    }
    return [.good(sound == 1 ? "1 session is whole." : "\(sound) sessions are whole.")] + findings
  }

  /// Boxes whose session is gone, and files where no session can be kept.
  private static func strangers(beside names: [String], in folder: String) -> [Finding] {
    guard let files = try? Directory.names(of: folder) else { return [] }
    return files.sorted().compactMap { file in
      if file.hasSuffix(".polls"), !names.contains(String(file.dropLast(".polls".count))) {
        return .remark(
          "\(file) holds ballot boxes, and their session is not there.",
          hint: "If nothing in it is needed any more: rm -r '\(folder)/\(file)'")
      }
      if file.hasPrefix(".charrette-") {
        return .remark(
          "\(file) is a draft that was not finished, or is being written just now.",
          hint: "If no charrette is running: rm '\(folder)/\(file)'")
      }
      let isNamedSo = file.hasSuffix(".journal.jsonl")
      guard isNamedSo, !names.contains(String(file.dropLast(".journal.jsonl".count))) else {
        return nil
      }
      return .problem(
        "\(file) is named as a journal is, and is no file that can be one.",
        hint: "Look at what it is: ls -l '\(folder)/\(file)'")
    }
  }
}
