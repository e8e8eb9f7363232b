import ExerciseProtocol

extension ExerciseDescription {
  /// The settings with the declared default of each that is absent.
  func completed(_ settings: JSONValue) -> JSONValue {
    self.settings.completed(settings)
  }

  /// The actions as they are in an activity with these settings. Where its flag `anonymous` is set,
  /// no action keeps who took it: a `@Name` may still be typed, and is dropped.
  func actions(under settings: JSONValue) -> [ActionDescription] {
    let isAnonymous =
      self.settings.contains { $0.name == "anonymous" && $0.type == .flag }
      && completed(settings)["anonymous"] == true
    guard isAnonymous else { return actions }
    return actions.map { action in
      guard action.privacy == .open else { return action }
      var action = action
      action.privacy = .anonymous
      if action.attribution == .required { action.attribution = .optional }
      return action
    }
  }
}

extension [FieldDescription] {
  /// An object with what is given for these fields, in their order, and the declared default of
  /// each that is not.
  func completed(_ given: JSONValue) -> JSONValue {
    .object(
      compactMap { field in
        (given[field.name] ?? field.defaultValue).map { .init(field.name, $0) }
      })
  }
}
