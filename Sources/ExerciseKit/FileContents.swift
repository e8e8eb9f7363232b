public import ExerciseProtocol

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file that the host read for an action, because a plugin can reach no files itself.
public struct FileContents: FieldValue, Hashable {
  /// The file's name without its folder.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  public static var fieldType: FieldType { .file }

  public var json: JSONValue? {
    ["name": .string(name), "base64": .string(Data(bytes).base64EncodedString())]
  }

  public init?(fieldJSON: JSONValue) {
    guard case .string(let name) = fieldJSON["name"],
      case .string(let text) = fieldJSON["base64"], let data = Data(base64Encoded: text)
    else { return nil }
    self.init(name: name, bytes: Array(data))
  }
}
