import ExerciseProtocol
internal import Platform
package import Polling
import SystemPackage
import Workshop

extension Console {
  /// Gives the terminal to the booth, a program of its own, until the facilitator's word ends it;
  /// then tells how many have voted.
  func runBooth(of poll: PollID) {
    guard let booth, let live = desk.live else { return }
    guard capabilities.editsLines || capabilities.inputIsTerminal else { return }
    let command = booth(live.log.name, desk.library.place, poll)
    do throws(Errno) {
      let ending = try editor.run(command.program, command.arguments)
      if ending != .exited(0) { show(Wording.boothEnded(ending)) }
    } catch {
      show(Wording.noBooth(error))
    }
    // It may have been closed and counted at another terminal meanwhile.
    showWhatOthersDid()
    do throws(Problem) {
      show(try desk.voteSinceBooth().view)
    } catch {
      show(error)
    }
  }
}

/// How the booth of a poll is started: with the session's name, its folder and the poll.
package typealias BoothCommand = (String, String, PollID) -> (program: String, arguments: [String])
