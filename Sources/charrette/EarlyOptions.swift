import ArgumentParser

/// Options of ours before the subcommand: `charrette --sessions DIR show Day`. The parser would
/// take them for those of the subcommand that stands in where none is named, and the rest for too
/// much.
enum EarlyOptions {
  private static let withValue: Set<Substring> = [
    "--sessions", "--plugins", "--templates", "--trace", "--sandbox",
  ]
  private static let flags: Set<Substring> = ["--linear", "--verbose"]

  /// The call with such options behind the subcommand, and behind that of a subcommand.
  ///
  /// - Parameter arguments: without the program's name.
  static func moved(_ arguments: [String]) -> [String] {
    var count = 0
    while count < arguments.count {
      let name = arguments[count].prefix { $0 != "=" }
      if withValue.contains(name) {
        count += arguments[count].contains("=") ? 1 : 2
      } else if flags.contains(name) {
        count += 1
      } else {
        break
      }
    }
    guard count > 0, count < arguments.count else { return arguments }
    let early = arguments[..<count]
    var rest = arguments[count...]
    var names: [String] = []
    var command: any ParsableCommand.Type = Charrette.self
    while let word = rest.first,
      let next = command.configuration.subcommands.first(where: { $0._commandName == word })
    {
      names.append(rest.removeFirst())
      command = next
    }
    return names.isEmpty ? arguments : names + early + rest
  }
}
