package import ExerciseProtocol

/// What is to be known of a plugin before it is installed, and what speaks against it. A value:
/// everything that it was made from was read before.
package struct InstallReview: Sendable {
  package let manifest: Manifest
  package let bundle: PluginBundle
  package let source: String
  package let signature: PluginSignature?
  package let standing: Standing
  /// What is installed under this id now.
  package let previous: InstallRecord?
  /// What has to be asked about apart: somebody who says yes to everything has not said yes to
  /// these.
  package let doubts: [ShelfFault]

  /// Whose word there is for the plugin.
  package enum Standing: Hashable, Sendable {
    case unsigned
    /// A key that was trusted by this name.
    case trusted(name: String)
    /// The key that the plugin was first installed with, and when.
    case seen(since: Timestamp)
    /// The key that was named for this installation.
    case named
    /// Good, but nobody here knows the key.
    case new
  }

  /// What whoever installs it insists on, and what they put up with.
  package struct Terms: Sendable {
    /// The key that it has to be signed with.
    package var key: PublicKey?
    package var requiresSignature = false
    package var allowsUnsigned = false
    package var allowsDowngrade = false

    package init() {}
  }

  /// - Throws: what no answer could make good: a name that can't be; a signature that is false, of
  ///   other files or by another key than was named; none where one is required; an older version.
  package init(
    _ manifest: Manifest, _ bundle: PluginBundle, source: String, signature: PluginSignature?,
    over previous: InstallRecord?, keys: KeyRing, terms: Terms
  ) throws(ShelfFault) {
    try manifest.checkNames()
    self.manifest = manifest
    self.bundle = bundle
    self.source = source
    self.signature = signature
    self.previous = previous
    standing = try Self.standing(
      signature, of: bundle, plugin: manifest.id, keys: keys, terms: terms)
    doubts = Self.doubts(signature, plugin: manifest.id, keys: keys, terms: terms)
    if let previous, !terms.allowsDowngrade,
      let new = PluginVersion(manifest.version), let old = PluginVersion(previous.version),
      new < old
    {
      throw .downgrade(plugin: manifest.id, from: previous.version, to: manifest.version)
    }
  }

  private static func standing(
    _ signature: PluginSignature?, of bundle: PluginBundle, plugin: String, keys: KeyRing,
    terms: Terms
  ) throws(ShelfFault) -> Standing {
    guard let signature else {
      if terms.requiresSignature || terms.key != nil { throw .notSigned }
      return .unsigned
    }
    guard signature.isGood else { throw .signatureForged }
    guard signature.digest == bundle.digest else { throw .signatureOfOther }
    if let asked = terms.key {
      guard asked == signature.key else { throw .otherKey(asked: asked, found: signature.key) }
      return .named
    }
    if let name = keys.name(of: signature.key) { return .trusted(name: name) }
    if let seen = keys.seen(with: plugin), seen.key == signature.key {
      return .seen(since: seen.since)
    }
    if terms.requiresSignature { throw .untrustedKey(signature.key) }
    return .new
  }

  private static func doubts(
    _ signature: PluginSignature?, plugin: String, keys: KeyRing, terms: Terms
  ) -> [ShelfFault] {
    guard let seen = keys.seen(with: plugin) else { return [] }
    guard let signature else {
      return terms.allowsUnsigned ? [] : [.signatureGone(plugin: plugin, was: seen.key)]
    }
    guard signature.key != seen.key, terms.key != signature.key else { return [] }
    return [.keyChanged(plugin: plugin, was: seen.key, found: signature.key)]
  }

  /// Whether this very bundle is installed already, and was shown to bring what it brings now.
  package var isInstalled: Bool {
    previous?.bundle == bundle && previous?.signature == signature
      && newPowers.isEmpty && lostPowers.isEmpty
  }

  /// What it brings: what it says itself, and the templates that lie in it.
  package var powers: [String] { manifest.powers(with: bundle) }

  /// What it may do now and could not before; and the other way round.
  package var newPowers: [String] {
    powers.filter { !(previous?.powers ?? []).contains($0) }
  }
  package var lostPowers: [String] {
    (previous?.powers ?? []).filter { !powers.contains($0) }
  }

  package func record(folder: String, at time: Timestamp) -> InstallRecord {
    InstallRecord(
      manifest, bundle, folder: folder, source: source, at: time, signature: signature,
      isEnabled: previous?.isEnabled ?? true)
  }
}
