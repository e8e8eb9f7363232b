import ExerciseProtocol
import Testing

/// A value of the protocol and its one JSON form. Together these are the protocol's grammar by
/// example, for whoever speaks it from another language.
struct WireForm: CustomTestStringConvertible, Sendable {
  var name: String
  /// The form, as text; laid out for reading.
  var text: String
  var written: @Sendable () -> JSONValue
  /// Reads a form and writes it again.
  var rewritten: @Sendable (JSONValue) throws(JSONShapeError) -> JSONValue
  /// Whether what is read from the form is the value.
  var isRead: @Sendable (JSONValue) throws(JSONShapeError) -> Bool

  var testDescription: String { name }

  init<Value: JSONRepresentable & Equatable>(_ name: String, _ value: Value, _ text: String) {
    self.name = name
    self.text = text
    written = { value.json }
    rewritten = { json throws(JSONShapeError) in try Value(json: json, path: name).json }
    isRead = { json throws(JSONShapeError) in try Value(json: json, path: name) == value }
  }
}

extension WireForm {
  static let all =
    cards + changes + occurrences + fields + manifests + contributions
    + requests + replies + views + papers
}
