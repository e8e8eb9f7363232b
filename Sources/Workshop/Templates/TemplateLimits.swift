/// How long what stands in a template may be, in characters. Far more than anybody reads out; a
/// wall has to show it.
enum TemplateLimits {
  static let bytes = 256 * 1024
  static let name = 60
  static let title = 120
  static let summary = 600
  static let credit = 1000
  static let material = 300
  static let focus = 600
  static let gives = 300
  static let guidance = 1000
  static let minutes = 1...1440
  static let people = 1...9999
  static let steps = 100
  static let guide = 40
  static let materials = 40
}
