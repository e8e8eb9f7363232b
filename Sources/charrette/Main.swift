import ArgumentParser
import Glibc
import Platform
import Rendering
import SessionStore
import SystemPackage
import Terminal

/// Where the process begins. Exit statuses: 0 done, 1 something failed, 2 asked wrongly.
@main
enum Main {
  static func main() {
    StandardStreams.secure()
    // A full disk or a closed pipe is an error to be told, not a reason to die.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      try checkText()
      let arguments = Array(CommandLine.arguments.dropFirst())
      try RepeatedOptions.check(arguments)
      var command = try Charrette.parseAsRoot(EarlyOptions.moved(arguments))
      try command.run()
      try Output.finish()
    } catch {
      end(error)
    }
  }

  /// Text that is not UTF-8 would be mended silently, and then name another file.
  private static func checkText() throws {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index],
        String(validatingCString: argument) == nil
      else { continue }
      throw ValidationError("Argument \(index) is not valid UTF-8 text.")
    }
    for name in Places.variables {
      guard let value = getenv(name), String(validatingCString: value) == nil else { continue }
      throw ValidationError("The environment's \(name) is not valid UTF-8 text.")
    }
  }

  private static func end(_ error: any Error) -> Never {
    if let lost = error as? OutputLost, lost.isClosedPipe { exit(OutputLost.statusOfClosedPipe) }
    let status = Charrette.exitCode(for: error)
    // It quotes what was typed.
    let message = neutralised(Charrette.fullMessage(for: error), keepingLineBreaks: true)
    guard status.isSuccess else {
      if !message.isEmpty { try? TerminalOutput(.standardError).write(message + "\n") }
      exit(status == .validationFailure ? 2 : status.rawValue)
    }
    do {
      if !message.isEmpty { try Output.write(message + "\n") }
      try Output.finish()
      exit(0)
    } catch {
      end(error)
    }
  }
}
