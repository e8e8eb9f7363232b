import Glibc
import PluginHost
import TerminalTesting
import Workshop

/// How long it takes from starting the program, on a terminal, to its first prompt: with the two
/// plugins that come with it and with 50. Against an interpreter that starts and does nothing.
func startUp(_ ground: Ground) throws -> [Row] {
  let house = try Installation(ground)
  let pythons = Python.installed()
  let few = house.start("few", ["benchmark"], "started to prompt, \(house.ownPlugins) plugins")
  var contestants = [few]
  contestants += [
    house.start("many", ["benchmark"], "started to prompt, 50 plugins"),
    house.start("many", [], "started to the first question, 50 plugins"),
    house.start("many", ["discussion"], "started to prompt amid an activity, 50 plugins"),
  ]
  contestants += pythons.map { python in .timed(python.name, python.pass) }
  let measured = try inTurns(40, warmup: 3, rest: .milliseconds(50), contestants)
  let peers = measured.dropFirst(4)
  var rows = measured.prefix(4).flatMap { ours in
    peers.map { Row.measured(ours, against: $0) }
  }
  if peers.isEmpty {
    rows = measured.map(Row.alone) + [.notMeasured("the same against Python", why: "no python3")]
  }
  let rare = try inTurns(
    7, rest: .milliseconds(50),
    [
      house.firstCompletion("the first TAB that needs the plugins, 50 of them"),
      house.coldStart("the very first start amid an activity: 50 plugins asked what they are"),
    ])
  return rows + rare.map(Row.alone)
}

/// The program with data folders of its own.
private struct Installation {
  let program: String
  let ground: Ground
  /// How many plugins come with the program.
  let ownPlugins: Int

  init(_ ground: Ground) throws {
    self.ground = ground
    program = try ground.built("charrette")
    _ = try ground.built("exercise-runner")
    let place = try Workplace(ground)
    try place.makeSession("discussion", events: 100)
    _ = try place.desk.perform("/new benchmark same=new")
    ownPlugins = place.host.status.count
    for name in ["few", "many"] {
      _ = try ground.folder(name)
      _ = try ground.folder("\(name)/charrette")
    }
    try installPlugins(50 - ownPlugins, in: "\(ground.path)/many/charrette", ground)
  }

  func start(_ data: String, _ arguments: [String], _ name: String) -> Contestant {
    Contestant(name) {
      // Kept until the time is taken: to end it takes as long as to start it.
      var terminal: PseudoTerminal?
      let duration = try ContinuousClock().measure { terminal = try prompt(data, arguments) }
      withExtendedLifetime(terminal) {}
      return duration
    }
  }

  /// As somebody's first start is: nothing is known of any plugin.
  func coldStart(_ name: String) -> Contestant {
    Contestant(name) {
      unlink("\(ground.path)/many/charrette/manifests.json")
      return try start("many", ["discussion"], name).turn()
    }
  }

  /// From the key to the completed word, which only the plugins know.
  func firstCompletion(_ name: String) -> Contestant {
    Contestant(name) {
      let terminal = try prompt("many", ["benchmark"])
      try terminal.send("/agenda add discus")
      try terminal.waitFor("discus")
      return try ContinuousClock().measure {
        try terminal.send("\t")
        let word = Array("discussion".utf8).suffix(4)
        try terminal.waitUntil("the word") { _ in terminal.output.suffix(200).contains(word) }
      }
    }
  }

  /// Starts the program and waits until it can be typed to.
  private func prompt(_ data: String, _ arguments: [String]) throws -> PseudoTerminal {
    let folder = "\(ground.path)/\(data)"
    let terminal = try PseudoTerminal.spawn(
      program, arguments: ["--sessions", "\(ground.path)/sessions"] + arguments,
      environment: [
        "HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder,
        "XDG_STATE_HOME": folder,
      ])
    // The bytes, because to look for words on the screen takes time of its own.
    let sign = Array("›".utf8)
    try terminal.waitUntil("its prompt") { _ in terminal.output.contains(sign) }
    return terminal
  }
}
