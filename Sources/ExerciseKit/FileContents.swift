public import ExerciseProtocol

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
    ["name": .string(name), "base64": .string(Base64.text(of: bytes))]
  }

  public init?(fieldJSON: JSONValue) {
    guard case .string(let name) = fieldJSON["name"],
      case .string(let text) = fieldJSON["base64"], let bytes = Base64.bytes(of: text)
    else { return nil }
    self.init(name: name, bytes: bytes)
  }
}
