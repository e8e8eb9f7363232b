import ArgumentParser
import ExerciseProtocol
import Platform
import Polling
import SessionStore
import SystemPackage
import Terminal
import Workshop

struct OpenBooth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "booth",
    abstract: "Opens the booth of a session's secret vote at this terminal.",
    usage: "charrette booth <session> [<options>]",
    discussion: """
      People vote here one after another. /vote open in the console opens the vote and starts \
      this by itself; by hand it opens another booth, at another terminal of this machine. It \
      asks for a word first, and only that word leaves it.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The session.")
  var session: String

  @Option(help: "The poll, where more than one is open.")
  var poll: String?

  func run() throws {
    guard TerminalCapabilities.current().inputIsTerminal else {
      throw ValidationError("A booth needs a terminal to vote at, and this is none.")
    }
    // Before the first thread, and before anything secret is read.
    let signals = try TerminalSignals()
    BoothTerminal.guardMemory()
    let box = try openBox()
    var boothOptions = BoothOptions()
    boothOptions.isLinear = options.linear
    switch Booth.open(PollOffice(box), signals: signals, options: boothOptions) {
    case .left, .notOpened: return
    case .terminated(let signal): throw ExitCode(128 + signal)
    case .noTerminal: throw ValidationError("A booth needs a terminal to vote at.")
    }
  }

  private func openBox() throws -> any BallotBox {
    do throws(Problem) {
      let folder = Places(options).sessions
      let session = SessionNames.name(of: session, in: folder)
      try FileSessionLibrary.requireSession(session, in: folder)
      let boxes = try FileBallotBoxes(
        session: session, in: FilePath(folder), patience: .prompt)
      var (isClosed, failure) = (false, Problem?.none)
      for id in try ids(boxes).reversed() {
        do throws(BallotBoxFailure) {
          guard let box = try boxes.open(id) else { continue }
          switch try box.state() {
          case .open: return box
          case .closed: isClosed = true
          case .emptied: break
          }
        } catch {
          // A box that can't be read stands in the way of no other.
          failure = failure ?? error.problem
        }
      }
      if let failure { throw failure }
      try requirePoll(boxes)
      throw isClosed
        ? Problem(
          "The secret vote in “\(session)” is closed.",
          hint: "In its console, /vote reopen and the reason opens it again; /vote count counts it."
        )
        : Problem(
          "No secret vote is open in “\(session)”.", hint: "/vote open in its console opens one.")
    } catch {
      throw Failure(error)
    }
  }

  /// Whether the poll that was asked for is one of the session's.
  private func requirePoll(_ boxes: FileBallotBoxes) throws(Problem) {
    guard let poll else { return }
    let known: [String]
    do throws(BallotBoxFailure) {
      known = try boxes.list().map(\.rawValue)
    } catch {
      throw error.problem
    }
    guard !known.contains(poll) else { return }
    throw Problem(
      "There is no secret vote “\(poll)” in “\(session)”.",
      hint: known.isEmpty
        ? "/vote open in its console opens one."
        : "There \(known.count == 1 ? "is" : "are") \(known.joined(separator: ", ")); without "
          + "--poll the booth is that of the vote that is open.", isUsage: true)
  }

  private func ids(_ boxes: FileBallotBoxes) throws(Problem) -> [PollID] {
    do throws(BallotBoxFailure) {
      return try boxes.list().filter { poll == nil || $0.rawValue == poll }
    } catch {
      throw error.problem
    }
  }
}

extension OpenBooth {
  /// How the console starts it.
  static func command(_ places: Places, isLinear: Bool) -> BoothCommand {
    { session, folder, poll in
      (
        places.program,
        ["charrette", "booth", session, "--sessions", folder, "--poll", poll.rawValue]
          + (isLinear ? ["--linear"] : [])
      )
    }
  }
}
