import ExerciseProtocol
import Glibc
// Appends events to a session, for tests that need another process:
//   append-events FOLDER NAME ORIGIN COUNT [stop [EVENT]]
// Each event is {"n":1}, {"n":2}…; as soon as one is acknowledged, its seq is printed on a line.
// With “stop” it stops itself in the midst of each append: the line is written, the disk was not
// asked to confirm it yet, and the lock is in its hand. EVENT stands in the place of {"n":1}.
import Platform
import SessionStore
import SystemPackage

StandardStreams.secure()
let arguments = CommandLine.arguments
guard (5...7).contains(arguments.count), let origin = Origin(arguments[3]),
  let count = Int(arguments[4])
else { exit(2) }

do throws(StoreFailure) {
  let (files, _, _) = try SessionFiles.open(
    arguments[2], in: FilePath(arguments[1]), origin: origin,
    calls: arguments.count > 5 ? StoppingCalls() : SystemCalls())
  for number in 1...count {
    let event = arguments.count > 6 ? arguments[6] : #"{"n":\#(number)}"#
    let draft = EventDraft(payload: Array(event.utf8), at: Timestamp(milliseconds: number))
    while case .behind = try files.append([draft], after: files.head) {}
    let line = Array("\(files.head.seq)\n".utf8)
    guard write(STDOUT_FILENO, line, line.count) == line.count else { exit(3) }
  }
} catch {
  let line = Array("\(error.wording.what)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  exit(1)
}
