package import ExerciseProtocol
import Workshop

extension InstallReview {
  /// What is shown before it is asked.
  package var view: View {
    var blocks: [View.Block] = [
      .heading("\(manifest.name) \(versions)  (\(manifest.id))", level: 1),
      .text(
        "\(manifest.summary.inOneLine)\n"
          + "By \(manifest.author.inOneLine), licence \(manifest.licence.inOneLine)."),
    ]
    if previous == nil {
      blocks += [
        .heading("What it brings", level: 2), .list(powers.map(\.inOneLine), ordered: false),
      ]
    } else {
      blocks += differences
    }
    blocks += [
      .heading("What it is", level: 2),
      .list(bundle.facts + ["from \(source)", standing.words(signature?.key)], ordered: false),
    ]
    blocks += doubts.map { .note($0.problem.message, .warning) }
    return View(blocks)
  }

  private var versions: String {
    guard let previous, previous.version != manifest.version else { return manifest.version }
    return "\(previous.version) → \(manifest.version)"
  }

  private var differences: [View.Block] {
    guard !newPowers.isEmpty || !lostPowers.isEmpty else {
      return [.text("It brings what it brought before.")]
    }
    return [
      .heading("What changes", level: 2),
      .list(
        newPowers.map { "new: \($0.inOneLine)" } + lostPowers.map { "gone: \($0.inOneLine)" },
        ordered: false),
    ]
  }

  /// The same facts for programs.
  package var json: JSONValue {
    [
      "plugin": .string(manifest.id), "name": .string(manifest.name),
      "version": .string(manifest.version), "was": previous.map { .string($0.version) },
      "powers": .list(powers), "new-powers": .list(newPowers),
      "lost-powers": .list(lostPowers), "sha256": .string(bundle.librarySHA256),
      "digest": .string(bundle.digest), "files": .list(bundle.files.map(\.path)),
      "source": .string(source), "signature": .string(standing.name),
      "key": signature.map { .string($0.key.text) },
      "doubts": .list(doubts.map { $0.problem.message }),
    ]
  }
}

extension PluginBundle {
  /// What tells it from every other one.
  package var facts: [String] {
    let others = files.count - 1
    return [
      "library \(library)", "its SHA-256: \(librarySHA256)",
      others == 0 ? nil : "other files: \(others)",
      others == 0 ? nil : "the digest of all: \(digest)",
    ].compactMap(\.self)
  }
}

extension InstallReview.Standing {
  /// One word for programs.
  package var name: String {
    switch self {
    case .unsigned: "none"
    case .trusted: "trusted"
    case .seen: "seen"
    case .named: "named"
    case .new: "new"
    }
  }

  package func words(_ key: PublicKey?) -> String {
    let key = key?.text ?? ""
    return switch self {
    case .unsigned: "not signed: nobody vouches for it but whoever gave it to you"
    case .trusted(let name): "signed by \(name), whose key is trusted here: \(key)"
    case .seen(let since): "signed by the same key as on \(since.day): \(key)"
    case .named: "signed by the key that you named: \(key)"
    case .new: "signed by a key that is new here: \(key)"
    }
  }
}

extension Timestamp {
  /// `2026-11-26`.
  var day: String { String(description.prefix(10)) }
}

extension String {
  /// What a plugin says of itself, so that it can't go on as if the rest were said by others: by
  /// whom it is signed, for one.
  var inOneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
