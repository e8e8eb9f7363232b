import ExerciseProtocol
import Glibc
import Polling
import Rendering
import SessionStore
import SystemPackage
import Terminal
import Workshop

/// What an audit says of one file.
struct AuditReport {
  private let file: String
  private var problem: Problem?
  private var audit: Polling.Audit?
  private var journal: AuditJournal?
  private(set) var answer: ReceiptAnswer?

  /// `session` is the name of the session that the vote was held in, or its journal.
  init(_ file: String, noted: Fingerprint?, receipt: Receipt?, session: String?) {
    self.file = file
    do throws(Problem) {
      let audit = Polling.Audit(try LocalFiles().read(file), noted: noted)
      self.audit = audit
      answer = receipt.flatMap { audit.bundle?.answer(to: $0) }
      journal = session.map { AuditJournal($0, beside: file, audit) }
    } catch {
      problem = error
    }
  }

  var agrees: Bool { audit?.agrees == true && journal?.agrees != false }

  var text: String {
    if let problem { return Presentation.plainText(of: problem) + "\n" }
    guard let audit else { return "" }
    let count = audit.discrepancies.count + (journal?.lines.count ?? 0)
    let verdict =
      switch count {
      case 0: "everything agrees."
      case 1: "1 thing does NOT agree."
      default: "\(count) things do NOT agree."
      }
    let lines =
      (audit.discrepancies.map(\.message) + (journal?.lines ?? [])).map { "- \($0)" }
      + summary(audit) + (journal?.summary ?? [])
      + audit.remarks.map { "Note: \($0.message)" }
      + (answer.map { ["Receipt: \($0.message)"] } ?? [])
      + (audit.digest.map { ["Digest: \($0)"] } ?? [])
    return "\(file): \(verdict)\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// What the ballots of the file come to; of a file that does not agree with itself, nothing.
  private func summary(_ audit: Polling.Audit) -> [String] {
    guard let bundle = audit.bundle, audit.agrees else { return [] }
    let method = bundle.terms.paper.rule.map { "counted by \($0.method)" } ?? "not counted"
    let ballots = bundle.ballots.count == 1 ? "1 ballot" : "\(bundle.ballots.count) ballots"
    return [
      "Poll \(bundle.terms.poll), \(bundle.terms.title): \(ballots), "
        + "\(bundle.used.count) of \(bundle.terms.votersPossible) voted; \(method).",
      "Turnout: \(bundle.turnoutInWords)",
      bundle.verdictInWords,
    ]
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("file", .string(file))]
    if let problem { members.append(.init("problem", .string(problem.message))) }
    if case .object(let more)? = audit?.json {
      members += more
      if let bundle = audit?.bundle {
        members += [
          .init("turnout", bundle.turnout), .init("verdict", bundle.recount.verdict.json),
        ]
      }
    } else {
      members.append(.init("agrees", false))
    }
    if let journal { members.append(.init("session", journal.json)) }
    if let answer {
      members.append(
        .init("receipt", ["good": .bool(answer.isGood), "message": .string(answer.message)]))
    }
    return .object(members)
  }
}

/// What the session's own journal says of the vote.
private struct AuditJournal {
  private let path: String
  private var problem: Problem?
  private var isWhole = true
  private var comparison: PollComparison?

  init(_ session: String, beside bundle: String, _ audit: Polling.Audit) {
    path = Self.path(session, beside: bundle)
    do throws(Problem) {
      try Self.requireThere(path)
      let journal = try ReadJournal(try LocalFiles().read(path))
      isWhole = journal.isWhole
      if let bundle = audit.bundle, let digest = audit.digest {
        comparison = PollComparison(bundle, digest: digest, journal.events)
      }
    } catch {
      problem = error
    }
  }

  /// Where there is no such file, the sessions of that folder are told.
  private static func requireThere(_ path: String) throws(Problem) {
    guard access(path, F_OK) != 0, errno == ENOENT else { return }
    let file = FilePath(path)
    let folder = file.removingLastComponent().string
    let name = file.lastComponent?.string ?? path
    try FileSessionLibrary.requireSession(
      name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name,
      in: folder.isEmpty ? "." : folder)
  }

  private static let suffix = ".journal.jsonl"

  /// A name, or a title, is that of a session beside the bundle, a path that of a journal, or of
  /// its snapshot.
  private static func path(_ session: String, beside bundle: String) -> String {
    let place = bundle.lastIndex(of: "/").map { String(bundle[..<$0]) } ?? "."
    let name = SessionNames.name(of: session, in: place.isEmpty ? "/" : place)
    if name != session { return place == "." ? name + suffix : "\(place)/\(name)\(suffix)" }
    if session.hasSuffix(suffix) { return session }
    if session.hasSuffix(".json") { return String(session.dropLast(5)) + suffix }
    if session.contains("/") { return session + suffix }
    let folder = bundle.lastIndex(of: "/").map { String(bundle[...$0]) } ?? ""
    return folder + session + suffix
  }

  var agrees: Bool { lines.isEmpty }

  var lines: [String] {
    if let problem {
      let hint = problem.hint.map { " \($0)" } ?? ""
      return ["The journal \(path) can't be compared: \(problem.message)\(hint)"]
    }
    return (isWhole ? [] : ["The journal \(path) is damaged, and was compared up to there."])
      + (comparison?.differences.map(\.message) ?? [])
  }

  var summary: [String] {
    guard agrees, let comparison else { return [] }
    return ["Session: the journal \(path) says the same."]
      + comparison.history.sentences.map { "Session: \($0)" }
      + (comparison.replacement.map {
        ["Session: the vote was held again as \($0), and this result stands no more."]
      } ?? [])
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("journal", .string(path))]
    if case .object(let more)? = comparison?.json, problem == nil {
      members += more.map { $0.name == "agrees" ? .init("agrees", .bool(agrees)) : $0 }
    } else {
      members.append(.init("agrees", .bool(agrees)))
    }
    if let told = comparison?.history.sentences, !told.isEmpty {
      members.append(.init("history", .array(told.map(JSONValue.string))))
    }
    if let later = comparison?.replacement { members.append(.init("replaced-by", later.json)) }
    if let problem { members.append(.init("problem", .string(problem.message))) }
    if !isWhole { members.append(.init("damaged", true)) }
    return .object(members)
  }
}

extension PollBundle {
  fileprivate var turnout: JSONValue {
    let shares = recount.shares
    return [
      "possible": .integer(terms.votersPossible), "voted": .integer(used.count),
      "ballots": .integer(ballots.count), "valid": .integer(shares.valid.ballots),
      "blank": .integer(shares.blank.ballots), "spoilt": .integer(shares.spoilt.ballots),
      "votes": .integer(shares.valid.votes),
    ]
  }

  fileprivate var turnoutInWords: String {
    let shares = recount.shares
    let weighed =
      shares.valid.votes == shares.valid.ballots ? "" : " for \(shares.valid.votes) votes"
    return "\(shares.valid.ballots) valid\(weighed), \(shares.blank.ballots) blank, "
      + "\(shares.spoilt.ballots) spoilt; \(used.count) of \(terms.votersPossible) voted."
  }

  fileprivate var verdictInWords: String {
    let verdict = recount.verdict
    if let flaw = verdict.flaw { return "The vote is \(flaw.message) Nobody is chosen." }
    guard terms.paper.rule != nil else { return "Nothing is chosen in this vote." }
    let options = terms.paper.questions.flatMap(\.options)
    let names = verdict.chosen.map { id in
      let option = options.first { $0.id == id } ?? (options.count == 1 ? options[0] : nil)
      return option.map { "\($0.id) \($0.text)" } ?? id
    }
    return names.isEmpty ? "Nobody is chosen." : "Chosen: \(names.joined(separator: "; "))"
  }
}
