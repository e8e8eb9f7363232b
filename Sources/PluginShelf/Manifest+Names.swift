internal import ExerciseProtocol
import Workshop

extension Manifest {
  /// What people type has to be typed, and must not be mistaken for anything else: an action is a
  /// word after a slash, beside the kit's own commands.
  ///
  /// - Throws: ``ShelfFault/strangeName(_:_:)`` for the first name that can't be.
  func checkNames() throws(ShelfFault) {
    for exercise in exercises {
      try check("exercise", exercise.id, of: id, ActionName.faultOfWord)
      for setting in exercise.settings {
        try check("setting", setting.name, of: exercise.id, ActionName.faultOfWord)
      }
      for action in exercise.actions {
        try check("action", action.name, of: exercise.id) { ActionName.fault(of: $0) }
        for field in action.fields {
          try check("field", field.name, of: action.name, ActionName.faultOfWord)
        }
      }
    }
    for importer in contributes.importers {
      try check("importer", importer.id, of: id, ActionName.faultOfWord)
      for field in importer.fields {
        try check("field", field.name, of: importer.id) { ActionName.fault(ofImporterField: $0) }
      }
    }
    for section in contributes.sections {
      try check("report section", section.id, of: id, ActionName.faultOfWord)
    }
  }

  private func check(
    _ thing: String, _ name: String, of owner: String, _ fault: (String) -> ActionName.Fault?
  ) throws(ShelfFault) {
    guard let fault = fault(name) else { return }
    throw .strangeName("\(thing) “\(name)” of “\(owner)”", fault)
  }
}
