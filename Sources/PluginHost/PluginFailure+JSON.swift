internal import ExerciseProtocol
internal import Workshop

/// The form in which the manifest cache remembers a failure.
extension PluginFailure {
  var json: JSONValue {
    ["plugin": .string(plugin), "log": .list(log), "failure": kind.json]
  }

  init(_ reader: JSONReader) throws(JSONShapeError) {
    self.init(
      plugin: try reader.string("plugin"), kind: try Kind(reader.required("failure")),
      log: try reader.strings("log"))
  }
}

extension PluginFailure.Kind {
  fileprivate var json: JSONValue {
    switch self {
    case .unknownExercise(let id): ["kind": "unknown-exercise", "id": .string(id)]
    case .crashed(let signal): ["kind": "crashed", "number": .integer(Int(signal))]
    case .exited(let status): ["kind": "exited", "number": .integer(Int(status))]
    case .gaveUp(let code): ["kind": "gave-up", "number": .integer(Int(code))]
    case .hung(let seconds): ["kind": "hung", "seconds": .number(seconds)]
    case .overran(let seconds): ["kind": "overran", "seconds": .number(seconds)]
    case .givenUp: ["kind": "given-up"]
    case .flooded(let limit): ["kind": "flooded", "number": .integer(limit)]
    case .garbage(let reason): ["kind": "garbage", "reason": .string(reason)]
    case .fault(let reason): ["kind": "fault", "reason": .string(reason)]
    case .unloadable(let reason): ["kind": "unloadable", "reason": .string(reason)]
    case .incompatible(let host, let plugin):
      ["kind": "incompatible", "host": .string(host), "plugin": .string(plugin)]
    case .unconfined(let missing, let reason):
      ["kind": "unconfined", "missing": .string(missing), "reason": .string(reason)]
    case .forbidden(let call, let power):
      ["kind": "forbidden", "call": .string(call), "power": .string(power.rawValue)]
    case .disabled(let failures): ["kind": "disabled", "number": .integer(failures)]
    case .noRunner(let reason): ["kind": "no-runner", "reason": .string(reason)]
    case .staleState(let reason): ["kind": "stale-state", "reason": .string(reason)]
    case .setAside(let reason, let mend):
      ["kind": "set-aside", "reason": .string(reason), "mend": mend.map(JSONValue.string)]
    }
  }

  fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
    switch try reader.string("kind") {
    case "unknown-exercise": self = .unknownExercise(try reader.string("id"))
    case "crashed": self = .crashed(signal: Int32(clamping: try reader.integer("number")))
    case "exited": self = .exited(status: Int32(clamping: try reader.integer("number")))
    case "gave-up": self = .gaveUp(code: Int32(clamping: try reader.integer("number")))
    case "hung": self = .hung(seconds: try reader.required("seconds").number())
    case "overran": self = .overran(seconds: try reader.required("seconds").number())
    case "given-up": self = .givenUp
    case "flooded": self = .flooded(limit: try reader.integer("number"))
    case "garbage": self = .garbage(try reader.string("reason"))
    case "fault": self = .fault(try reader.string("reason"))
    case "unloadable": self = .unloadable(try reader.string("reason"))
    case "incompatible":
      self = .incompatible(host: try reader.string("host"), plugin: try reader.string("plugin"))
    case "unconfined":
      self = .unconfined(
        missing: try reader.string("missing"), reason: try reader.string("reason"))
    case "forbidden":
      let power = PluginFailure.Power(rawValue: try reader.string("power"))
      self = .forbidden(call: try reader.string("call"), power ?? .system)
    case "disabled": self = .disabled(failures: try reader.integer("number"))
    case "stale-state": self = .staleState(try reader.string("reason"))
    case "set-aside":
      self = .setAside(
        reason: try reader.string("reason"), mend: try reader.optional("mend")?.string())
    case "no-runner": self = .noRunner(try reader.string("reason"))
    default: throw try reader.required("kind").mismatch("a kind of failure")
    }
  }
}
