import ExerciseProtocol
import Glibc
// Casts ballots into the box of a poll by code, for tests that need another process:
//   cast-ballots FOLDER SESSION POLL CODE…
// Each code chooses c1. As soon as a ballot is acknowledged, its code is printed on a line.
import Platform
import Polling
import SessionStore
import SystemPackage
import Workshop

StandardStreams.secure()
let arguments = CommandLine.arguments
guard arguments.count > 4 else { exit(2) }
let poll = PollID(arguments[3])

do {
  let boxes = try FileBallotBoxes(session: arguments[2], in: FilePath(arguments[1]))
  guard let box = try boxes.open(poll) else { exit(4) }
  var generator = SystemRandomNumberGenerator()
  for text in arguments[4...] {
    let code = try BallotCode(reading: text)
    let ballot = SealedBallot(
      sealing: Ballot(.answers(["choice": "c1"])), on: box.terms.paper, using: &generator)
    try box.cast(ballot, spending: .code(code.hash(in: poll)), by: .booth)
    let line = Array("\(text)\n".utf8)
    guard write(STDOUT_FILENO, line, line.count) == line.count else { exit(3) }
  }
} catch {
  let line = Array("\(error)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  exit(1)
}
