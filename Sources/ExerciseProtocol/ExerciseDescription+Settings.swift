extension ExerciseDescription {
  /// The settings with the declared default of each that is absent.
  public func completed(_ settings: JSONValue) -> JSONValue {
    self.settings.completed(settings)
  }

  /// The actions as they are in an activity with these settings.
  ///
  /// Two settings mean the same in every exercise that declares them, and the host enforces both. A
  /// flag `anonymous`: no action keeps who took it; a `@Name` may still be typed, and is dropped. A
  /// choice `privacy` of `open`, `anonymous` and `sealed`: sealed, what a plain line is goes into
  /// the box, from the booth alone.
  public func actions(under settings: JSONValue) -> [ActionDescription] {
    let settings = completed(settings)
    switch privacy(in: settings) {
    case .open: return actions
    case .anonymous: return actions.map(\.anonymous)
    case .sealed:
      return actions.map { action in
        guard action.name == lineAction else { return action }
        var action = action
        action.privacy = .sealed
        action.attribution = .none
        return action
      }
    }
  }

  private func privacy(in settings: JSONValue) -> Privacy {
    let names = self.settings.filter { $0.name == "privacy" || $0.name == "anonymous" }
    for field in names {
      switch (field.type, settings[field.name]) {
      case (.choice, .string(let name)):
        if let privacy = Privacy(rawValue: name) { return privacy }
      case (.flag, true): return .anonymous
      default: break
      }
    }
    return .open
  }
}

extension ActionDescription {
  fileprivate var anonymous: ActionDescription {
    guard privacy == .open else { return self }
    var action = self
    action.privacy = .anonymous
    if action.attribution == .required { action.attribution = .optional }
    return action
  }
}

extension [FieldDescription] {
  /// An object with what is given for these fields, in their order, and the declared default of
  /// each that is not.
  public func completed(_ given: JSONValue) -> JSONValue {
    .object(
      compactMap { field in
        (given[field.name] ?? field.defaultValue).map { .init(field.name, $0) }
      })
  }
}
