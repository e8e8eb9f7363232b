import ExerciseProtocol

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An author's own types are `Codable`; here they become JSON values and come back.
extension JSONValue {
  /// The JSON form of `value`, its keys in a fixed order, so that equal values give equal bytes.
  init(encoding value: some Encodable) throws(KitFault) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      self = try JSONValue(parsing: try encoder.encode(value))
    } catch {
      throw KitFault("a value of this exercise has no JSON form: \(error)")
    }
  }

  /// Reads a `Value`; `what` names it in the fault.
  func decoded<Value: Decodable>(_ type: Value.Type, what: String) throws(KitFault) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(serialized()))
    } catch {
      throw KitFault("this can't be read as \(what): \(error)")
    }
  }
}
