// Appends events to a session, for tests that need another process:
//   append-events FOLDER NAME ORIGIN COUNT
// Each event is {"n":1}, {"n":2}…; as soon as one is acknowledged, its seq is printed on a line.
import ExerciseProtocol
import Glibc
import SessionStore
import SystemPackage

let arguments = CommandLine.arguments
guard arguments.count == 5, let origin = Origin(arguments[3]), let count = Int(arguments[4]) else {
  exit(2)
}

do throws(StoreFailure) {
  let (files, _, _) = try SessionFiles.open(
    arguments[2], in: FilePath(arguments[1]), origin: origin)
  for number in 1...count {
    let draft = EventDraft(
      payload: Array(#"{"n":\#(number)}"#.utf8), at: Timestamp(milliseconds: number))
    while case .behind = try files.append([draft], after: files.head) {}
    let line = Array("\(files.head.seq)\n".utf8)
    guard write(STDOUT_FILENO, line, line.count) == line.count else { exit(3) }
  }
} catch {
  let line = Array("\(error.wording.what)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  exit(1)
}
