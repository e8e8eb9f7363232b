import ExerciseKit
import ExerciseTesting

extension CheckRule {
  static let handshake = CheckRule(
    id: "CP005",
    title: "It meets older and newer hosts, and honours every size",
    severity: .error,
    reason: """
      Plugins and hosts are built years apart. Structures grow at their end, and what is lent is \
      not the plugin's: it must not be written, kept, or read past its size or its length.
      """,
    mend: """
      Return NULL where abi_major is not yours, before anything else of the host is looked at. \
      Look at a member only where `size` reaches behind it. A request does not end with a zero.
      """,
    example: "if (host->abi_major != CHARRETTE_ABI_MAJOR) return NULL;",
    needs: .process
  ) { subject in
    .judged(
      subject.breachesOfMajor(.otherMajor) + subject.breachesOfMajor(.zeroMajor)
        + subject.breachesOfSmallHost() + subject.breachesOfLargeHost())
  }
}

extension Subject {
  private var name: String { place.libraryName }

  /// A host of another major version must be refused, and nothing of it looked at but that.
  fileprivate func breachesOfMajor(_ probe: Probe) -> [Breach] {
    let version = probe == .zeroMajor ? "an older" : "a newer"
    do throws(Silence) {
      let facts = try ProbeFacts(start(probe: probe.rawValue).greeting)
      return facts.isRefused ? [] : [Breach(name, "it does not refuse \(version) major version")]
    } catch {
      return [Breach(name, "before it refused \(version) major version: \(error)")]
    }
  }

  /// It may refuse a host that ends before what it needs, but not look behind that end.
  fileprivate func breachesOfSmallHost() -> [Breach] {
    do throws(Silence) {
      _ = try ProbeFacts(start(probe: Probe.small.rawValue).greeting)
      return []
    } catch {
      return [Breach(name, "it looks behind the end of a smaller `charrette_host`: \(error)")]
    }
  }

  /// A newer host of this major version must be taken as it is.
  fileprivate func breachesOfLargeHost() -> [Breach] {
    do throws(Silence) {
      let started = try start(probe: Probe.large.rawValue)
      let facts = try ProbeFacts(started.greeting)
      if facts.isRefused { return [Breach(name, "it refuses a newer host of its major version")] }
      var breaches: [Breach] = []
      if facts.version.first != 1 {
        breaches.append(Breach(name, "it says that its own major version is another"))
      }
      if !facts.handles { breaches.append(Breach(name, "it has no function `handle`")) }
      if facts.unknownExtension == "something" {
        breaches.append(Breach(name, "it has something for an extension that nobody knows"))
      }
      guard breaches.isEmpty else { return breaches }
      do throws(Silence) { try walk(started) } catch {
        breaches.append(
          Breach(
            name, "with a host that takes back what it lent: \(error)"))
      }
      return breaches
    } catch {
      return [Breach(name, "with a newer host of its major version: \(error)")]
    }
  }

  /// A few requests, each of which is lent for its one call.
  private func walk(_ started: StartedPlugin) throws(Silence) {
    guard let manifest else { return }
    for exercise in manifest.exercises {
      for request in SoundRequests(of: exercise).all { _ = try started.answer(request.json) }
    }
  }
}
