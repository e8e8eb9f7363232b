import ExerciseProtocol
import Foundation
import PluginShelf
import Testing

@Suite struct RecordTests {
  private func record(signed: Bool = true) throws -> InstallRecord {
    let bundle = try PluginBundle([
      .init(path: "libenergy.so", content: [1]), .init(path: "Templates/a.yaml", content: [2]),
    ])
    let signature =
      signed ? PluginSignature(signing: bundle.digest, with: PrivateKey()) : nil
    return InstallRecord(
      ShelfBench.manifest("energy"), bundle, folder: "bundle-1", source: "/srv/energy",
      at: ShelfBench.time, signature: signature)
  }

  @Test(arguments: [true, false]) func `a record survives its file`(signed: Bool) throws {
    let record = try record(signed: signed)
    #expect(try InstallRecord(file: record.file, plugin: "energy") == record)
  }

  @Test func `a record with any byte changed is none`() throws {
    let file = try record().file
    for index in file.indices {
      var changed = file
      changed[index] ^= 1
      #expect(
        fault { try InstallRecord(file: changed, plugin: "energy") }
          == .damagedRecord(
            plugin: "energy"), "byte \(index)")
    }
    for length in stride(from: 0, to: file.count, by: 7) {
      #expect(fault { try InstallRecord(file: Array(file[..<length]), plugin: "energy") } != nil)
    }
  }

  @Test func `the record of another plugin is none`() throws {
    let file = try record().file
    #expect(
      fault { try InstallRecord(file: file, plugin: "other") } == .damagedRecord(plugin: "other"))
  }

  @Test func `a later version's record is told apart`() throws {
    let text = String(decoding: try record().file, as: UTF8.self)
    let later = Array(text.replacing("\"format\": 1", with: "\"format\": 2").utf8)
    #expect(
      fault { try InstallRecord(file: later, plugin: "energy") } == .newerRecord(plugin: "energy"))
  }

  /// The schema names what the record has, and nothing else.
  @Test func `the schema and the record have the same members`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/PluginShelf/Schemas/installed-plugin.schema.json")
    let schema = try JSONValue(parsing: Array(Data(contentsOf: path)))
    let document = try JSONValue(parsing: record().file)
    func names(_ value: JSONValue?) -> [String] {
      guard case .object(let members)? = value else { return [] }
      return members.map(\.name)
    }
    #expect(names(schema["properties"]) == names(document))
    guard case .array(let files)? = document["files"] else { throw CocoaError(.coderInvalidValue) }
    #expect(names(schema["properties"]?["files"]?["items"]?["properties"]) == names(files.first))
  }

  @Test func `keys survive their file; damaged ones are not guessed`() throws {
    var keys = KeyRing()
    let (one, two) = (PrivateKey().publicKey, PrivateKey().publicKey)
    keys.trust(one, as: "Ruth's team", at: ShelfBench.time)
    keys.note(two, of: "energy", at: ShelfBench.time)
    #expect(try KeyRing(file: keys.file) == keys)
    #expect(keys.name(of: one) == "Ruth's team" && keys.name(of: two) == nil)
    keys.note(one, of: "energy", at: ShelfBench.time)
    #expect(keys.seen(with: "energy")?.key == one && keys.seen.count == 1)
    #expect(fault { try KeyRing(file: Array(keys.file.dropLast(9))) } == .damagedKeys)
    #expect(fault { try KeyRing(file: []) } == .damagedKeys)
  }
}
