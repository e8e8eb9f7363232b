/// What stands in a tag behind its name; read only where somebody asks.
struct MarkupAttributes {
  private let source: ArraySlice<UInt8>

  init(_ source: ArraySlice<UInt8>) { self.source = source }

  /// The value of the attribute of this name, entities decoded; quotes may be missing.
  subscript(wanted: String) -> String? { value(of: wanted) { $0 } }

  /// The same with each name as `spelling` has it, such as in small letters.
  func value(of wanted: String, spelling: (String) -> String) -> String? {
    var rest = source
    while true {
      rest = rest.drop { ByteClass.isSpace($0) || $0 == UInt8(ascii: "/") }
      let name = rest.prefix { !ByteClass.isSpace($0) && $0 != UInt8(ascii: "=") }
      rest = rest[name.endIndex...].drop(while: ByteClass.isSpace)
      guard rest.first == UInt8(ascii: "=") else {
        if rest.isEmpty || name.isEmpty { return nil }
        continue
      }
      rest = rest.dropFirst().drop(while: ByteClass.isSpace)
      let value: ArraySlice<UInt8>
      if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        value = rest.dropFirst().prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
      } else {
        value = rest.prefix { !ByteClass.isSpace($0) }
        rest = rest[value.endIndex...]
      }
      if spelling(String(decoding: name, as: UTF8.self)) == wanted {
        return HTMLEntity.decoded(String(decoding: value, as: UTF8.self))
      }
    }
  }
}
