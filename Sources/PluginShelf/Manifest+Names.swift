internal import ExerciseProtocol
import Workshop

extension Manifest {
  /// What people type has to be typed, and must not be mistaken for anything else: an action is a
  /// word after a slash, beside the kit's own commands.
  ///
  /// - Throws: ``ShelfFault/strangeName(_:_:)`` for the first name that can't be.
  func checkNames() throws(ShelfFault) {
    for exercise in exercises {
      try check(exercise.id, "exercise", of: id)
      for setting in exercise.settings { try check(setting.name, "setting", of: exercise.id) }
      for action in exercise.actions {
        try check(action.name, "action", of: exercise.id, besideCommands: true)
        for field in action.fields { try check(field.name, "field", of: action.name) }
      }
    }
    for importer in contributes.importers { try check(importer.id, "importer", of: id) }
    for section in contributes.sections { try check(section.id, "report section", of: id) }
  }

  private func check(
    _ name: String, _ thing: String, of owner: String, besideCommands: Bool = false
  ) throws(ShelfFault) {
    guard let fault = ActionName.fault(of: name), besideCommands || fault != .taken else { return }
    throw .strangeName("\(thing) “\(name)” of “\(owner)”", fault)
  }
}
