package import ExerciseProtocol

/// Whose signatures count here: keys that were named and trusted, and the key that each plugin was
/// first installed with. `keys.json` beside the plugins:
///
///     {"format": 1,
///      "trusted": [{"name": "Ruth's team", "key": …, "since": …}],
///      "seen": [{"plugin": "energy", "key": …, "since": …}]}
package struct KeyRing: Hashable, Sendable {
  package var trusted: [Trusted] = []
  package var seen: [Seen] = []

  package struct Trusted: Hashable, Sendable {
    package var name: String
    package var key: PublicKey
    package var since: Timestamp
  }

  package struct Seen: Hashable, Sendable {
    package var plugin: String
    package var key: PublicKey
    package var since: Timestamp
  }

  package init() {}

  package func name(of key: PublicKey) -> String? { trusted.first { $0.key == key }?.name }

  package func seen(with plugin: String) -> Seen? { seen.first { $0.plugin == plugin } }

  /// Remembers the key of a plugin, in place of another one that was accepted to be no more.
  package mutating func note(_ key: PublicKey, of plugin: String, at time: Timestamp) {
    if seen(with: plugin)?.key == key { return }
    seen.removeAll { $0.plugin == plugin }
    seen.append(Seen(plugin: plugin, key: key, since: time))
  }

  /// Trusts a key under a name, in place of what had either.
  package mutating func trust(_ key: PublicKey, as name: String, at time: Timestamp) {
    trusted.removeAll { $0.key == key || $0.name == name }
    trusted.append(Trusted(name: name, key: key, since: time))
  }

  // MARK: On disk

  package static let fileName = "keys.json"

  package var file: [UInt8] {
    let json: JSONValue = [
      "format": 1,
      "trusted": .array(
        trusted.map {
          ["name": .string($0.name), "key": .string($0.key.text), "since": $0.since.json]
        }),
      "seen": .array(
        seen.map {
          ["plugin": .string($0.plugin), "key": .string($0.key.text), "since": $0.since.json]
        }),
    ]
    return json.serialized(.indented) + [UInt8(ascii: "\n")]
  }

  /// Throws ``ShelfFault/damagedKeys`` for anything else: whose word counts is not to be guessed.
  package init(file: [UInt8]) throws(ShelfFault) {
    do {
      let reader = JSONReader(try JSONValue(parsing: file), path: "keys")
      guard try reader.integer("format") == 1 else { throw ShelfFault.damagedKeys }
      trusted = try reader.list("trusted") { item throws(JSONShapeError) in
        Trusted(
          name: try item.string("name"), key: try PublicKey(item.required("key")),
          since: try Timestamp(item.required("since")))
      }
      seen = try reader.list("seen") { item throws(JSONShapeError) in
        Seen(
          plugin: try item.string("plugin"), key: try PublicKey(item.required("key")),
          since: try Timestamp(item.required("since")))
      }
    } catch {
      throw .damagedKeys
    }
  }
}

extension PublicKey {
  fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
    guard let key = PublicKey(try reader.string()) else { throw reader.mismatch("a public key") }
    self = key
  }
}
