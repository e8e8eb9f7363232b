package import Platform
package import SystemPackage
package import Workshop

/// Why something about an installed plugin, or one to be installed, can't be.
package enum ShelfFault: Error, Hashable, Sendable {
  // What is to be installed.
  case unreadable(Errno, path: String)
  /// Somebody else is changing the shelf and does not come to an end. Nothing was changed.
  case busy(LockHolder)
  /// A link, a device, or a name that can't be kept.
  case strangeFile(path: String)
  /// None or several where there has to be one.
  case libraries([String])
  case tooLarge(path: String)
  /// Others than its owner can write to it.
  case writableByOthers(path: String)
  /// Something that it declares can't be called so; which: `action “next” of “energy”`.
  case strangeName(String, ActionName.Fault)
  /// It differs from what was looked at.
  case changedMeanwhile

  // Signatures.
  case noSignatureFile(path: String)
  case signatureDamaged(path: String)
  /// It is somebody's, but not of these files.
  case signatureOfOther
  case signatureForged
  case notSigned
  case otherKey(asked: PublicKey, found: PublicKey)
  case untrustedKey(PublicKey)
  case keyChanged(plugin: String, was: PublicKey, found: PublicKey)
  case signatureGone(plugin: String, was: PublicKey)

  // What is installed.
  case notInstalled(plugin: String, installed: [String])
  case installedAlready(plugin: String, version: String)
  case otherPlugin(asked: String, found: String)
  case downgrade(plugin: String, from: String, to: String)
  case damagedRecord(plugin: String)
  /// A later version of Charrette wrote it.
  case newerRecord(plugin: String)
  case damagedKeys
  /// Its content is not what was installed.
  case altered(plugin: String, path: String)

  // The disk.
  case notSaved(Errno, path: String)
  /// It is done, but may not last.
  case unsure(Errno, path: String)
}
