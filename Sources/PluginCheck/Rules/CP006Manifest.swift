import ExerciseKit
import ExerciseTesting

extension CheckRule {
  static let manifest = CheckRule(
    id: "CP006",
    title: "What it says of itself matches the schema of manifests",
    severity: .error,
    reason: """
      Help, completion, forms and what is shown before a plugin is installed come from its \
      manifest, with no process running. What a host can't read there does not exist for it.
      """,
    mend: """
      Mend what stands at the path. ExerciseKit makes the manifest from the code; in another \
      language compare it with manifest.schema.json.
      """,
    example: """
      {"id": "energy", "name": "Energy", "version": "1.0.0", "summary": "How awake the room is",
       "author": "You", "licence": "CC0-1.0", "exercises": [ … ]}
      """,
    needs: .process
  ) { subject in
    switch subject.acquaintance {
    case .notLoaded: .notJudged("it could not be loaded: see \(loading.id)")
    case .noManifest(.silence(let silence)):
      .judged([Breach("manifest", "there is none: \(silence)")])
    case .noManifest(.unreadable(let reply)): .judged(breaches(ofUnreadable: reply))
    case .known(let json, _): .judged(breaches(of: json, subject))
    }
  }

  private static func breaches(ofUnreadable reply: JSONValue) -> [Breach] {
    guard reply["reply"] == "manifest", let manifest = reply["manifest"] else {
      return [Breach("manifest", "the answer was \(reply.text())")]
    }
    let faults = Self.faults(of: manifest)
    if faults.contains(where: { $0.severity == .error }) { return faults }
    do throws(JSONShapeError) {
      _ = try Manifest(json: manifest, path: "manifest")
      return faults
    } catch {
      return faults + [Breach(error.path, "it is \(error.found), not \(error.expected)")]
    }
  }

  private static func breaches(of manifest: JSONValue, _ subject: Subject) -> [Breach] {
    let faults = Self.faults(of: manifest)
    guard !faults.contains(where: { $0.severity == .error }) else { return faults }
    let findings = subject.findings(in: .manifest, steps: 0)
    return faults + findings.filter { id(of: $0.rule) == "CP006" }.map { Breach($0) }
  }

  private static func faults(of manifest: JSONValue) -> [Breach] {
    ManifestSchema.schema.faults(of: manifest, called: "manifest").map { fault in
      Breach(fault.path, fault.what, severity: fault.isUnknown ? .warning : .error)
    }
  }
}

/// The schema of manifests, as it lies beside this folder.
package enum ManifestSchema {
  package static let schema = JSONSchema(embedded: PackageResources.manifest_schema_json)
}

/// The schema of ``CheckReport``'s JSON, likewise.
package enum ReportSchema {
  package static let schema = JSONSchema(embedded: PackageResources.report_schema_json)
}
