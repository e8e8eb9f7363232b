/// Measures what the README promises, and prints it as a Markdown table:
///
///     swift build -c release
///     swift run -c release Benchmarks [--folder FOLDER]
///
/// What costs a sync is measured in FOLDER, in a fresh folder that is removed again; beside the
/// build unless it is named. A folder in memory is no place to measure that: where a sync takes
/// next to no time, a warning says so.
///
/// Each row is something of ours against its floor (the least that the machine needs for it) or
/// its peer (what else people know), taken in turns: read the ratio, not the time. It takes about
/// three minutes, and a quiet machine. What this machine lacks is named as not measured.
///
/// `--only NAME` measures one alone: durable, plugin, start, growing, opening or counting.
/// `--count` times one count: see ``countOne(_:by:_:)``. `--echo` and `--child` are for this
/// program's own use: see ``PingPong`` and ``CountingChild``.
import Glibc

func run(_ arguments: [String]) throws {
  // Each in a file of its own, in the order of the table.
  let benchmarks: [(name: String, measure: (Ground) throws -> [Row])] = [
    ("durable", durableCommand), ("plugin", pluginRoundTrip), ("start", startUp),
    ("growing", growingSession), ("opening", openingSession),
    ("counting", counting),
  ]
  let ground = try Ground(in: value(of: "--folder", in: arguments))
  let only = value(of: "--only", in: arguments)
  var table = [ground.description, "", Row.heading]
  for (name, measure) in benchmarks where only == nil || name == only {
    do {
      table += try measure(ground).map(\.markdown)
    } catch {
      table.append(Row.notMeasured(name, why: "\(error)").markdown)
    }
  }
  if let warning = ground.warning { table = ["**\(warning)**", ""] + table }
  print(table.joined(separator: "\n"))
}

func value(of option: String, in arguments: [String]) -> String? {
  guard let index = arguments.firstIndex(of: option) else { return nil }
  return arguments.dropFirst(index + 1).first
}

signal(SIGPIPE, SIG_IGN)
let arguments = CommandLine.arguments
do {
  if arguments.count == 4, arguments[1] == "--echo", let request = Int(arguments[2]),
    let reply = Int(arguments[3])
  {
    try PingPong.echo(asking: request, answering: reply)
  } else if arguments.count > 3, arguments[1] == "--child" {
    try CountingChild.run(arguments[2], Array(arguments[3...]))
  } else if arguments.count > 3, arguments[1] == "--count" {
    try countOne(arguments[2], by: arguments[3], Array(arguments[4...]))
  } else {
    try run(arguments)
  }
} catch {
  print("not measured: \(error)")
  exit(1)
}
