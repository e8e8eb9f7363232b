import ExerciseProtocol

/// What a probe tells of a plugin. Its grammar is in `probe.h` of exercise-runner; the two change
/// together.
struct ProbeFacts: Hashable {
  var isRefused: Bool
  var size = 0
  var version = [0, 0]
  var handles = false
  /// `absent`, `null` or `something`.
  var unknownExtension = "absent"
  /// What it asked the host for, by id.
  var asked: [String]

  static let request: JSONValue = ["probe": "facts"]

  init(_ value: JSONValue) throws(Silence) {
    do throws(JSONShapeError) {
      let reader = JSONReader(value, path: "probe")
      isRefused = try reader.string("entry") == "refused"
      asked = try reader.strings("asked")
      guard !isRefused else { return }
      size = try reader.integer("size")
      version = try reader.list("abi") { item throws(JSONShapeError) in try item.integer() }
      handles = try reader.bool("handles", default: false)
      unknownExtension = try reader.string("extension")
    } catch {
      throw Silence("the runner said \(value.text())")
    }
  }
}

/// The hosts of another age that the runner can be.
enum Probe: String {
  case otherMajor = "other-major"
  case zeroMajor = "zero-major"
  /// So old that it ends with its version.
  case small
  /// So new that it has more than the plugin can know.
  case large
}
