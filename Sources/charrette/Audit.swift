import ArgumentParser
import ExerciseProtocol
import Platform
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
      It needs no session: a bundle holds all that there is to check. With --session it is also \
      held against what the journal says of the vote. The exit status is 0 where everything \
      agrees, and 1 where something does not or a file can't be read.

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

  @Option(
    help: """
      The session that the vote was held in, its name or its journal: what the journal says of \
      each vote is compared with the bundle.
      """, completion: .file())
  var session: String?

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
    let reports = bundles.map { AuditReport($0, noted: digest, receipt: receipt, session: session) }
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
