import ExerciseProtocol
import ExerciseTesting

extension CheckRule {
  static let papers = CheckRule(
    id: "CP012",
    title: "It asks for no more than it declares, and has its papers",
    severity: .error,
    reason: """
      Before somebody installs a plugin they are shown what it will ask of the host and under \
      which terms it comes. What it can't be given, it must do without.
      """,
    mend: """
      List in `capabilities` the ids of the host's extensions that it asks for, and go on where \
      one is NULL. Give the version as 1.2.3 and the licence as an SPDX expression; put README.md \
      and LICENSE beside the library. `--fix` writes a README from the manifest.
      """,
    example: """
      Plugin(id: "energy", name: "Energy", version: "1.0.0", …, licence: "Apache-2.0", …)
      """,
    needs: .manifest
  ) { subject in
    guard case .known(let json, let manifest) = subject.acquaintance else { return .judged([]) }
    var breaches = subject.breachesOfCapabilities(json)
    if !manifest.version.isSemanticVersion {
      breaches.append(
        Breach("manifest.version", "“\(manifest.version)” is no semantic version, such as 1.2.3"))
    }
    if !manifest.licence.isLicenceExpression {
      breaches.append(
        Breach("manifest.licence", "“\(manifest.licence)” is no SPDX expression, such as MIT"))
    }
    return .judged(breaches + subject.breachesOfPapers())
  }
}

extension Subject {
  /// Runs each exercise under a host that refuses every extension, and sees what was asked for.
  fileprivate func breachesOfCapabilities(_ json: JSONValue) -> [Breach] {
    var declared: Set<String> = []
    if case .array(let items)? = json["capabilities"] {
      declared = Set(items.compactMap { if case .string(let id) = $0 { id } else { nil } })
    }
    do throws(Silence) {
      let started = try start(probe: Probe.large.rawValue)
      // What it makes of such a host is another rule's.
      guard !(try ProbeFacts(started.greeting)).isRefused else { return [] }
      for exercise in manifest?.exercises ?? [] {
        for request in SoundRequests(of: exercise).all {
          guard (try? started.answer(request.json)) != nil else { return [] }
        }
      }
      let asked = try started.facts().asked
      return asked.filter { !declared.contains($0) }.map { id in
        Breach("manifest.capabilities", "it asks the host for “\(id)”, which it does not declare")
      }
    } catch {
      return []
    }
  }

  /// Of a library that is given alone nobody can say what will lie beside it.
  fileprivate func breachesOfPapers() -> [Breach] {
    guard let folder = place.folder else {
      return [
        Breach(
          place.libraryName, "its README and licence could not be looked for: it is given alone",
          severity: .warning)
      ]
    }
    var breaches: [Breach] = []
    if !Place.has(["readme"], in: folder) {
      breaches.append(Breach(folder, "there is no README in it", repair: .readme))
    }
    if !Place.has(["license", "licence", "copying"], in: folder) {
      breaches.append(Breach(folder, "there is no LICENSE in it"))
    }
    return breaches
  }
}

extension String {
  /// As semver.org has it: three numbers, and perhaps what stands before a release or a build.
  fileprivate var isSemanticVersion: Bool {
    wholeMatch(of: /(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?/)
      != nil
  }

  /// By its shape: names, joined by the three words that SPDX has for that, with brackets.
  fileprivate var isLicenceExpression: Bool {
    let words = replacing("(", with: " ").replacing(")", with: " ").split(separator: " ")
    guard words.count % 2 == 1 else { return false }
    return words.enumerated().allSatisfy { position, word in
      position % 2 == 1
        ? ["AND", "OR", "WITH"].contains(word)
        : word.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9.:-]*\+?/) != nil
    }
  }
}
