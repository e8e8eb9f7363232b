public import ExerciseProtocol

/// A part of the report of a whole session that a plugin writes, about the activities of its own
/// exercises.
///
/// ```swift
/// struct EnergyThroughTheDay: ReportSection {
///   static let about = SectionAbout(id: "energy", title: "Energy through the day")
///
///   static func view(of report: Report) -> View {
///     View([.list(report.rooms(of: CheckIn.self).map { $0.title }, ordered: false)])
///   }
/// }
/// ```
///
/// What it sees: each activity of the plugin's own exercises that was begun, as the exercise's view
/// sees it (its cards, those that it took in, its settings, what it recorded), and the people on
/// the roster. What it does not: activities of other plugins, and votes that were not counted.
public protocol ReportSection: Sendable {
  static var about: SectionAbout { get }
  /// What the report says under the section's title; a view without blocks leaves it out. Headings
  /// of level 1 are left out, the others lie below the report's.
  static func view(of report: Report) -> View
}

/// What a section is called.
public struct SectionAbout: Sendable {
  let description: SectionDescription

  /// - Parameters:
  ///   - id: kebab case, unique in its plugin.
  ///   - title: its heading in the report.
  ///   - summary: one line, for whoever decides about the plugin.
  public init(id: String, title: String, summary: String = "") {
    description = SectionDescription(id: id, title: title, summary: summary)
  }
}

/// The activities that a section is about.
public struct Report {
  private let activities: [any OpenActivity]

  init(_ activities: [any OpenActivity]) { self.activities = activities }

  /// Those of one exercise, in the order of the agenda.
  public func rooms<Host: Exercise>(of exercise: Host.Type) -> [Room<Host>] {
    activities.compactMap { ($0 as? Activity<Host>)?.room() }
  }
}
