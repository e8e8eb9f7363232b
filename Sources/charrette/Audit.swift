import ArgumentParser
import ExerciseProtocol
import Polling
import Rendering
import SessionStore
import SystemPackage
import Terminal
import Workshop

struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts the ballots of a poll's bundle again, and names all that does not agree.",
    usage: "charrette audit <bundles> ... [<options>]",
    discussion: """
      It needs no session: a bundle holds all that there is to check. The exit status is 0 where \
      everything agrees, and 1 where something does not or a file can't be read.

      What it can promise and what it can't:

      """ + (Promises.audit + Promises.always).map { "- \($0)" }.joined(separator: "\n"))

  enum Format: String, ExpressibleByArgument { case text, json }

  @Argument(help: "The bundles: <session>.<poll>.poll.json.", completion: .file())
  var bundles: [String]

  @Option(help: "A receipt: say whether its ballot is in the box.", transform: Self.receipt)
  var receipt: Receipt?

  @Option(
    help: "The digest that was noted when the poll was closed: the file must be that very one.",
    transform: Self.fingerprint)
  var digest: Fingerprint?

  @Option(help: "How to tell it: text or json.")
  var format = Format.text

  private static func receipt(_ text: String) throws -> Receipt {
    do throws(ReceiptFault) {
      return try Receipt(reading: text)
    } catch {
      throw ValidationError(error.message)
    }
  }

  private static func fingerprint(_ text: String) throws -> Fingerprint {
    guard let digest = Fingerprint(text.lowercased()) else {
      throw ValidationError("“\(text)” is no digest: 64 hexadecimal digits make one.")
    }
    return digest
  }

  func validate() throws {
    if digest != nil, bundles.count > 1 {
      throw ValidationError("--digest is of one file, and there are \(bundles.count).")
    }
  }

  func run() throws {
    let reports = bundles.map { AuditReport($0, noted: digest, receipt: receipt) }
    let text =
      switch format {
      case .text:
        neutralised(reports.map(\.text).joined(separator: "\n"), keepingLineBreaks: true)
      case .json: JSONValue.array(reports.map(\.json)).text(.indented) + "\n"
      }
    try Output.write(text)
    let answers = reports.compactMap(\.answer)
    let isFound = receipt == nil || answers.contains { $0.isGood }
    guard isFound, reports.allSatisfy(\.agrees) else { throw ExitCode(1) }
  }
}

/// What is said of one file.
private struct AuditReport {
  let file: String
  var problem: Problem?
  var audit: Polling.Audit?
  var answer: ReceiptAnswer?

  init(_ file: String, noted: Fingerprint?, receipt: Receipt?) {
    self.file = file
    do throws(Problem) {
      let audit = Polling.Audit(try LocalFiles().read(file), noted: noted)
      self.audit = audit
      answer = receipt.flatMap { audit.bundle?.answer(to: $0) }
    } catch {
      problem = error
    }
  }

  var agrees: Bool { audit?.agrees == true }

  var text: String {
    if let problem { return Presentation.plainText(of: problem) + "\n" }
    guard let audit else { return "" }
    let count = audit.discrepancies.count
    let verdict =
      switch count {
      case 0: "everything agrees."
      case 1: "1 thing does NOT agree."
      default: "\(count) things do NOT agree."
      }
    let lines =
      audit.discrepancies.map { "- \($0.message)" } + summary(audit)
      + audit.remarks.map { "Note: \($0.message)" }
      + (answer.map { ["Receipt: \($0.message)"] } ?? [])
      + (audit.digest.map { ["Digest: \($0)"] } ?? [])
    return "\(file): \(verdict)\n" + lines.map { "  \($0)\n" }.joined()
  }

  private func summary(_ audit: Polling.Audit) -> [String] {
    guard let bundle = audit.bundle, audit.agrees else { return [] }
    let method = bundle.terms.paper.rule.map { "counted by \($0.method)" } ?? "not counted"
    return [
      "Poll \(bundle.terms.poll), \(bundle.terms.title): \(bundle.ballots.count) ballots, "
        + "\(bundle.used.count) of \(bundle.terms.votersPossible) voted; \(method)."
    ]
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("file", .string(file))]
    if let problem { members.append(.init("problem", .string(problem.message))) }
    if case .object(let more)? = audit?.json {
      members += more
    } else {
      members.append(.init("agrees", false))
    }
    if let answer {
      members.append(
        .init("receipt", ["good": .bool(answer.isGood), "message": .string(answer.message)]))
    }
    return .object(members)
  }
}
