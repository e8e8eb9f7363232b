import ExerciseProtocol
import ExerciseTesting
import Workshop

extension CheckRule {
  static let declarations = CheckRule(
    id: "CP007",
    title: "Names are unique; fields are typed, described and bounded",
    severity: .error,
    reason: """
      From what a field declares come its help, its question, its checks and their messages. \
      People must be able to know what they may type before they type it.
      """,
    mend: """
      Give each action and field a name of its own, a summary that reads as a question, and \
      bounds; and to whatever may be left out a default that its type takes. An action can't be \
      named like one of Charrette's own commands, which /help lists.
      """,
    example: #"@Field("How many dots each person has", 1...20) var dots = 3"#,
    needs: .manifest
  ) { subject in
    let verdict = verdict(of: "CP007", from: subject.findings(in: .manifest, steps: 0))
    let names = subject.manifest.map(breaches(inNamesOf:)) ?? []
    // A name that can't be is known, whatever else could not be judged.
    return names.isEmpty ? verdict : .judged(verdict.breaches + names)
  }

  /// What the suite can't know, because an author's tests have no host: which names are taken.
  private static func breaches(inNamesOf manifest: Manifest) -> [Breach] {
    manifest.exercises.flatMap { exercise in
      exercise.actions.compactMap { action in
        breach("\(exercise.id) \(action.name)", ActionName.fault(of: action.name))
      }
    }
      + manifest.contributes.importers.flatMap { importer in
        importer.fields.compactMap { field in
          breach("\(importer.id) \(field.name)", ActionName.fault(ofImporterField: field.name))
        }
      }
  }

  private static func breach(_ subject: String, _ fault: ActionName.Fault?) -> Breach? {
    switch fault {
    // Names are held to the schema by another rule.
    case nil, .odd, .empty: nil
    case let fault?: Breach(subject, "it \(fault.clause)")
    }
  }
}
