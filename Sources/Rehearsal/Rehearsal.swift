import ExerciseProtocol
package import Workshop

/// Plays a template's whole agenda with simulated people on a virtual clock, through the same door
/// as a person: lines to the desk, ballots into the box. What is rehearsed is the product.
///
/// The people know nothing of any exercise but what everybody can read: what its actions ask for,
/// their examples, what the screen shows, and what a refusal's hint says. So a stranger's plugin is
/// rehearsed as ours are, and help that does not help is found. Nothing is written anywhere; the
/// same template, people and seed give the same record to the byte.
package struct Rehearsal: Sendable {
  package let template: Template
  package let people: Int
  package let seed: Int

  /// More than that nobody reads.
  package static let peoplePossible = 1...1000

  /// - Parameter people: how many take part, within ``peoplePossible``.
  package init(_ template: Template, people: Int, seed: Int) {
    (self.template, self.people, self.seed) = (template, people, seed)
  }

  /// - Parameter exercises: nobody else may have activities open there.
  /// - Throws: where not even the session could begin: an exercise is missing, a setting is wrong.
  package func play(
    with exercises: any ExerciseCalling
  ) throws(Problem) -> RehearsalRecord {
    var chance = Chance(seed: seed)
    let clock = RehearsalClock(chance: Chance(seed: Int(truncatingIfNeeded: chance.next() >> 1)))
    let guests = Guest.room(of: people, using: &chance)
    let desk = Desk(
      exercises: exercises, library: MemoryLibrary(), files: MemoryFiles(),
      surroundings: Desk.Surroundings(
        now: { clock.now }, random: { clock.drawn() }, isInteractive: true,
        templates: OneTemplate(template), report: { _ in "" }, plugins: NoPlugins()))
    var play = Play(
      desk: desk, clock: clock, chance: chance, guests: guests,
      record: RehearsalRecord(
        template: template.name, title: template.title, people: people, seed: seed))
    try play.run(template)
    return play.record
  }
}

/// The template that is rehearsed, for /new to find.
private final class OneTemplate: TemplateLibrary {
  let shelf: TemplateShelf
  let ownFolder = ""

  init(_ template: Template) { shelf = TemplateShelf(holding: template) }

  func keep(_: String, named _: String, replacing _: Bool) throws(Problem) -> String {
    throw Problem("A rehearsal keeps nothing.")
  }
}

/// A rehearsal has no use for what /plugins shows.
private final class NoPlugins: PluginAdministration {
  let listing: [PluginListing] = []

  func enable(_ plugin: String) throws(Problem) {
    throw Problem("A rehearsal switches no plugin on.")
  }
}
