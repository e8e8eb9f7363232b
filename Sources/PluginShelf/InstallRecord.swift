package import ExerciseProtocol

/// What is kept of a plugin that was installed: `installed.json` in its folder. Its grammar is in
/// `Schemas/installed-plugin.schema.json`.
///
/// It is written in one way only, and its last member is the SHA-256 of all before: a record that
/// differs by a byte from what was written is no record.
package struct InstallRecord: Hashable, Sendable {
  package var plugin: String
  package var name: String
  package var version: String
  package var bundle: PluginBundle
  /// The name of the folder that the bundle is in, beside the record; another at each installation.
  package var folder: String
  /// Where it came from: an absolute path.
  package var source: String
  package var at: Timestamp
  package var isEnabled: Bool
  /// The ids of its exercises, so that a session can be told what is switched off.
  package var exercises: [String]
  /// What it may do, as it was shown when it was installed.
  package var powers: [String]
  package var signature: PluginSignature?

  package init(
    _ manifest: Manifest, _ bundle: PluginBundle, folder: String, source: String,
    at: Timestamp, signature: PluginSignature?, isEnabled: Bool = true
  ) {
    (plugin, name, version) = (manifest.id, manifest.name, manifest.version)
    self.bundle = bundle
    self.folder = folder
    self.source = source
    self.at = at
    self.signature = signature
    self.isEnabled = isEnabled
    exercises = manifest.exercises.map(\.id)
    powers = manifest.powers(with: bundle)
  }

  /// Beside the folder of the bundle.
  package static let fileName = "installed.json"

  // MARK: On disk

  /// The record's bytes.
  package var file: [UInt8] {
    let check = PluginBundle.sha256(body.serialized(.indented))
    guard case .object(let members) = body else { return [] }
    return JSONValue.object(members + [.init("check", .string(check))]).serialized(.indented)
      + [UInt8(ascii: "\n")]
  }

  /// - Throws: ``ShelfFault/damagedRecord(plugin:)`` for anything that is not, byte for byte, what
  ///   this version would write.
  package init(file: [UInt8], plugin: String) throws(ShelfFault) {
    do {
      let reader = JSONReader(try JSONValue(parsing: file), path: "record")
      guard try reader.integer("format") <= InstallRecord.format else {
        throw ShelfFault.newerRecord(plugin: plugin)
      }
      self = try InstallRecord(reader)
    } catch ShelfFault.newerRecord {
      throw .newerRecord(plugin: plugin)
    } catch {
      throw .damagedRecord(plugin: plugin)
    }
    guard self.file == file, self.plugin == plugin, signature.map(isFor) != false,
      PluginBundle.isPath(folder), !folder.contains("/")
    else {
      throw .damagedRecord(plugin: plugin)
    }
  }

  private static let format = 1

  private func isFor(_ signature: PluginSignature) -> Bool { signature.digest == bundle.digest }

  private var body: JSONValue {
    [
      "format": .integer(InstallRecord.format), "plugin": .string(plugin), "name": .string(name),
      "version": .string(version), "digest": .string(bundle.digest),
      "folder": .string(folder),
      "files": .array(
        bundle.files.map {
          [
            "path": .string($0.path), "size": .integer($0.size), "sha256": .string($0.sha256),
          ]
        }),
      "source": .string(source), "at": at.json, "enabled": .bool(isEnabled),
      "exercises": .list(exercises), "powers": .list(powers),
      "signature": signature.map { .string(String(decoding: $0.file, as: UTF8.self)) },
    ]
  }

  private init(_ reader: JSONReader) throws {
    plugin = try reader.string("plugin")
    name = try reader.string("name")
    version = try reader.string("version")
    bundle = try PluginBundle(
      reader.list("files") { file throws(JSONShapeError) in
        PluginBundle.File(
          path: try file.string("path"), size: try file.integer("size"),
          sha256: try file.string("sha256"))
      })
    folder = try reader.string("folder")
    source = try reader.string("source")
    at = try Timestamp(reader.required("at"))
    isEnabled = try reader.required("enabled").bool()
    exercises = try reader.strings("exercises")
    powers = try reader.strings("powers")
    signature = try reader.optional("signature").map { text in
      guard let signature = PluginSignature(file: Array(try text.string().utf8)) else {
        throw text.mismatch("a signature")
      }
      return signature
    }
  }
}
