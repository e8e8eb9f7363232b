/// Something that is wrong with a template's file.
package struct TemplateFault: Error, Hashable, Sendable {
  package var place: TemplatePlace
  /// Without a full stop at its end.
  package var message: String
  /// The mend, without “Hint:”.
  package var hint: String?

  package init(_ place: TemplatePlace, _ message: String, hint: String? = nil) {
    self.place = place
    self.message = message
    self.hint = hint
  }

  /// As people read it.
  package var problem: Problem { Problem("\(place): \(message).", hint: hint) }
}

extension [TemplateFault] {
  /// By file and line.
  mutating func sort() { sort { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) } }
}

/// Where something stands in a template's file.
package struct TemplatePlace: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  /// From 1.
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  package var description: String { "\(file):\(line)" }
}
