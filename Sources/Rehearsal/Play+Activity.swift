import ExerciseProtocol
import OrderedCollections
import Workshop

extension Play {
  /// Plays the activity that the room has just turned to, up to its end.
  mutating func play(_ index: Int) {
    var scene = Scene(self, index)
    let plan = session.agenda.values[index].plan
    if plan.isBreak {
      clock.advance(seconds: scene.timebox)
      heard[scene.activity, default: Heard()].isTogether = true
      return
    }
    clock.advance(
      seconds: Pace.opening(
        reading: [plan.focus].compactMap(\.self)
          + plan.guide.filter { $0.kind == .say }.map(\.text),
        of: scene.timebox))
    hold(&scene)
    if scene.accepted == 0, index > 0, lastProblem?.hint?.contains("/back") == true {
      command("/back")
      goOn(index - 1)
      _ = goOn()
      hold(&scene)
    }
    if scene.accepted == 0, scene.asksAnybody {
      let problem =
        lastProblem ?? Problem(screen(scene.activity).warning ?? Wording.nothingToDo)
      fail(index, Problem(Wording.nobody(problem.message), hint: problem.hint))
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
    if let opener = opener(in: scene, opened) {
      return fill(opened.places, opener, in: &scene)
    }
    let planned = plannedSteps(scene, opened)
    for number in 0..<Self.mostStages {
      let count = planned ?? screen(scene.activity).steps
      contribute(in: &scene, Stage(number: number, count: count))
      switch conclude(&scene) {
      case .ended: return
      case .movedOn: continue
      case .stayed: guard number + 1 < count ?? Self.mostStages, step(&scene, count) else { return }
      }
    }
  }

  private static let mostStages = 12

  /// One place of a canvas after the other.
  private mutating func fill(
    _ places: [String], _ opener: ActionDescription, in scene: inout Scene
  ) {
    for (number, place) in places.enumerated() {
      // The first one is open already.
      if number > 0, command("/\(opener.name) \(place)").response == nil { return }
      contribute(in: &scene, Stage(number: number, count: places.count, isPlace: true))
    }
  }

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
  private mutating func step(_ scene: inout Scene, _ count: Int?) -> Bool {
    let least = count == nil ? scene.timebox * 0.08 : -scene.timebox / 2
    guard let action = nextStep(scene), left(scene) > least else { return false }
    let before = screen(scene.activity)
    guard command("/\(action.name)").isChange else { return false }
    scene.followed[action.name, default: 0] += 1
    scene.begin()
    return screen(scene.activity) != before
  }

  private enum Conclusion { case ended, movedOn, stayed }

  /// What the screen speaks of at the end of a stage: the end of the activity, or something that
  /// leads on by itself.
  private mutating func conclude(_ scene: inout Scene) -> Conclusion {
    let seen = screen(scene.activity)
    for suggestion in seen.commands(.success) {
      if let action = scene.action(suggestion.name), action.kind == .end,
        use(action, suggestion, in: &scene)
      {
        return .ended
      }
    }
    let others = seen.commands(.hint).filter { scene.action($0.name)?.kind != .step }
    guard follow(others, in: &scene) else { return .stayed }
    let isElsewhere = screen(scene.activity).prompts != seen.prompts
    if isElsewhere { scene.begin() }
    return isElsewhere ? .movedOn : .stayed
  }

  /// The count, the result, the decision: once, where it was not done already.
  private mutating func end(_ scene: inout Scene) {
    guard scene.accepted > 0 else { return }
    let isSealed = scene.sealed != nil
    for action in scene.actions where action.isForFacilitator && scene.followed[action.name] == nil
    {
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
