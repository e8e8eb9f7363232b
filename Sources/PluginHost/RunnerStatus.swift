internal import ExerciseProtocol
internal import Workshop

/// What the runner program itself has to say, apart from the plugin's answers. Its grammar is in
/// `status.h` of exercise-runner; the two change together.
enum RunnerStatus: Hashable, Sendable {
  case ready(abiMajor: Int, abiMinor: Int, Confinement?)
  case unloadable(String)
  case incompatible(host: String, plugin: String)
  /// A part of the sandbox could not be put up, and why.
  case unconfined(missing: String, String)
  /// The plugin tried a system call that no plugin may make.
  case forbidden(call: String, power: String)
  case gaveUp(code: Int32)
  case flooded(limit: Int)

  /// Nil where `value` is not the runner's but the plugin's.
  init?(_ value: JSONValue) throws(JSONShapeError) {
    guard value["runner"] != nil else { return nil }
    let reader = JSONReader(value, path: "runner")
    let status = try reader.required("runner")
    switch try status.string() {
    case "ready":
      let abi = try reader.required("abi").elements()
      guard abi.count == 2 else { throw try reader.required("abi").mismatch("two numbers") }
      self = .ready(
        abiMajor: try abi[0].integer(), abiMinor: try abi[1].integer(),
        try reader.optional("sandbox").map(Confinement.init))
    case "unloadable": self = .unloadable(try reader.string("message"))
    case "incompatible":
      self = .incompatible(host: try reader.string("host"), plugin: try reader.string("plugin"))
    case "unconfined":
      self = .unconfined(missing: try reader.string("missing"), try reader.string("message"))
    case "forbidden":
      self = .forbidden(call: try reader.string("call"), power: try reader.string("power"))
    case "gave-up": self = .gaveUp(code: Int32(clamping: try reader.integer("code")))
    case "flooded": self = .flooded(limit: try reader.integer("limit"))
    default: throw status.mismatch("a status that this host knows")
    }
  }

  /// Why this is no answer to a request; nil for ``ready(abiMajor:abiMinor:_:)``.
  var failure: PluginFailure.Kind? {
    switch self {
    case .ready: nil
    case .unloadable(let message): .unloadable(message)
    case .incompatible(let host, let plugin): .incompatible(host: host, plugin: plugin)
    case .unconfined(let missing, let reason): .unconfined(missing: missing, reason: reason)
    case .forbidden(let call, let power):
      .forbidden(call: call, PluginFailure.Power(rawValue: power) ?? .system)
    case .gaveUp(let code): .gaveUp(code: code)
    case .flooded(let limit): .flooded(limit: limit)
    }
  }
}

extension Confinement {
  fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      landlock: try reader.integer("landlock"),
      seccomp: try reader.bool("seccomp", default: false))
  }
}
