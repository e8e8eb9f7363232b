import ExerciseProtocol
import OrderedCollections
import Workshop

extension Play {
  /// Plays the activity that the room has just turned to, up to its end.
  mutating func play(_ index: Int) {
    var scene = Scene(self, index)
    let plan = session.agenda.values[index].plan
    clock.advance(
      seconds: Pace.opening(
        reading: [plan.focus].compactMap(\.self) + plan.guidance, of: scene.timebox))
    hold(&scene)
    let canAnybody = scene.actions.contains { $0.kind == .contribute } || scene.line != nil
    if scene.accepted == 0, canAnybody || scene.sealed != nil {
      fail(index, lastProblem ?? Problem("There was nothing to do."))
      record.failures[record.failures.count - 1].message =
        "Nobody could contribute. " + record.failures[record.failures.count - 1].message
    }
  }

  /// A little more of an activity that the room came back to.
  mutating func goOn(_ index: Int) {
    var scene = Scene(self, index)
    hold(&scene)
  }

  private mutating func hold(_ scene: inout Scene) {
    lastProblem = nil
    let opened = screen(scene.activity)
    follow(opened.commands(), in: &scene)
    if scene.line != nil || scene.instead != nil { stages(of: &scene, opened) }
    if scene.sealed != nil { vote(in: &scene) }
    end(&scene)
  }

  /// Goes through whatever the activity has of rounds, phases or places; once where it has none.
  private mutating func stages(of scene: inout Scene, _ opened: Screen) {
    let opener = opener(in: scene, opened)
    let places = opener == nil ? [] : opened.places
    let planned = opener == nil ? plannedSteps(scene, opened) : places.count
    for stage in 0..<max(1, opener == nil ? Self.mostStages : places.count) {
      if let opener, !places.isEmpty, stage > 0 {
        guard command("/\(opener.name) \(places[stage])").response != nil else { break }
      }
      contribute(in: &scene, stage, of: planned)
      if opener != nil { continue }
      if concludes(&scene) { break }
      guard stage + 1 < planned ?? Self.mostStages, step(&scene) else { break }
    }
  }

  private static let mostStages = 12

  /// How many rounds there will be; nil where nothing tells. One, where there is no going on.
  private func plannedSteps(_ scene: Scene, _ opened: Screen) -> Int? {
    guard let next = nextStep(scene) else { return 1 }
    return scene.followed[next.name] == nil && !scene.isAdvised(next) ? 1 : opened.numbered
  }

  /// The action by which the facilitator goes on within the activity, if it is to be used here: one
  /// that the guidance advises, or of which it says nothing at all.
  private func nextStep(_ scene: Scene) -> ActionDescription? {
    let steps = scene.actions.filter { $0.kind == .step }
    return steps.first { scene.followed[$0.name] != nil || scene.isAdvised($0) }
      ?? steps.first { action in !scene.allGuidance.contains { $0.contains("/\(action.name)") } }
  }

  /// The action that opens a place of a canvas by its number.
  private func opener(in scene: Scene, _ screen: Screen) -> ActionDescription? {
    guard !screen.places.isEmpty else { return nil }
    return scene.actions.first { action in
      action.attribution == .none && action.fields.count == 1 && action.fields[0].type == .text
        && action.examples.contains { Int($0.dropFirst(action.name.count + 1)) != nil }
    }
  }

  /// Goes on; false where that is not possible, or changes nothing that anybody sees.
  private mutating func step(_ scene: inout Scene) -> Bool {
    guard let action = nextStep(scene), left(scene) > -scene.timebox / 2 else { return false }
    let before = screen(scene.activity)
    guard command("/\(action.name)").isChange else { return false }
    scene.followed[action.name, default: 0] += 1
    scene.forms = scene.line.flatMap { LineForm(examplesOf: $0) }.map { [$0] } ?? []
    scene.instead = nil
    return screen(scene.activity) != before
  }

  /// What the screen speaks of at the end of a stage; true where that ended the activity.
  private mutating func concludes(_ scene: inout Scene) -> Bool {
    let seen = screen(scene.activity)
    for suggestion in seen.commands(.success) {
      if let action = scene.action(suggestion.name), action.kind == .end,
        use(action, suggestion, in: &scene)
      {
        return true
      }
    }
    follow(seen.commands(.hint).filter { scene.action($0.name)?.kind != .step }, in: &scene)
    return false
  }

  /// The count, the result, the decision: once, where it was not done already.
  private mutating func end(_ scene: inout Scene) {
    guard scene.accepted > 0 else { return }
    let isSealed = scene.sealed != nil
    for action in scene.actions where action.isForFacilitator && scene.followed[action.name] == nil {
      let isFinish = action.kind == .other && action.fields.isEmpty && scene.isAdvised(action)
      guard action.kind == .end || isFinish else { continue }
      // The booth has counted what is sealed; its reveal is /vote count.
      if isSealed, action.kind == .end, action.fields.allSatisfy({ !$0.isRequired }) { continue }
      _ = use(action, nil, in: &scene)
    }
  }

  /// Seconds until the activity's time is over.
  func left(_ scene: Scene) -> Double {
    guard let activity = session.agenda[scene.activity] else { return 0 }
    return scene.timebox - activity.timer.elapsed(at: clock.now)
  }
}
