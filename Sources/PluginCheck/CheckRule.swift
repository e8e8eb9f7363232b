/// One thing that a plugin must be, and how to find out. Each is a file of the folder `Rules`.
package struct CheckRule: Sendable {
  /// `CP001`, for ever: an id is never given to another rule.
  package var id: String
  /// What must be so, as a sentence without its full stop.
  package var title: String
  package var severity: Severity
  /// Why.
  package var reason: String
  /// What to do where it is not so.
  package var mend: String
  /// How it looks where it is so: code, or a line of a shell.
  package var example: String
  var needs: Needs
  var judge: @Sendable (Subject) -> Verdict

  /// How much of a plugin a rule has to do with.
  enum Needs: Sendable {
    /// Its file alone: nothing of it runs.
    case file
    /// A process of its own with the plugin in it.
    case process
    /// What the plugin says of itself.
    case manifest
  }
}

/// Whether a breach stands in the way.
package enum Severity: String, CaseIterable, Sendable {
  /// A host can't rely on the plugin.
  case error
  /// It works, and could be better.
  case warning
  /// What could not be seen, or needs no mending.
  case note
}

/// One breach of a rule.
package struct Breach: Hashable, Sendable {
  package var severity: Severity
  /// The thing that breaks it: `manifest.exercises[0].id`, `dot-voting dots`.
  package var subject: String
  /// What was seen.
  package var what: String
  /// How this very breach can be mended without anybody's judgement.
  package var repair: Repair?

  package init(
    _ subject: String, _ what: String, severity: Severity = .error, repair: Repair? = nil
  ) {
    self.severity = severity
    self.subject = subject
    self.what = what
    self.repair = repair
  }
}

/// What became of one rule.
package enum Verdict: Hashable, Sendable {
  /// Breaches; none where the rule is kept.
  case judged([Breach])
  /// It could not be seen; why, and which rule tells more.
  case notJudged(String)

  package var breaches: [Breach] { if case .judged(let breaches) = self { breaches } else { [] } }
  package var hasError: Bool { has(.error) }

  func has(_ severity: Severity) -> Bool { breaches.contains { $0.severity == severity } }
}

extension CheckRule {
  /// Every rule, in the order of their ids.
  package static let all = [
    library, exports, runPath, loading, handshake, manifest, declarations, examples, folding,
    savedStates, strangers, papers,
  ]

  /// The rule of this id, however its letters are written.
  package static func called(_ id: String) -> CheckRule? {
    all.first { $0.id == id.uppercased() }
  }

  /// What the rule makes of a plugin.
  func verdict(on subject: Subject) -> Verdict {
    if needs == .file || id == Self.loading.id { return judge(subject) }
    switch subject.acquaintance {
    case .notLoaded: return .notJudged("it could not be loaded: see \(Self.loading.id)")
    case .noManifest where needs == .manifest:
      return .notJudged("its manifest could not be read: see \(Self.manifest.id)")
    default: return judge(subject)
    }
  }
}
