import Workshop

extension ShelfFault {
  /// The words for what is wrong with a signature.
  var signatureProblem: Problem {
    switch self {
    case .noSignatureFile(let path):
      Problem("There is no signature “\(path)”.", hint: "Check the name.")
    case .signatureDamaged(let path):
      Problem(
        "“\(path)” is no signature, or is damaged.",
        hint: "Get it again; charrette plugin sign makes one.")
    case .signatureOfOther:
      Problem(
        "The signature is not of these files: one was changed, or it is of another version.",
        hint: "Get the plugin and its signature again, together.")
    case .signatureForged:
      Problem(
        "The signature is false: whoever made it does not have the key that it names.",
        hint: "Do not install this. Tell the plugin's author.")
    case .notSigned:
      Problem(
        "The plugin is not signed, and a signature is required.",
        hint: "Ask its author for the signature, and name it with --signature.")
    case .otherKey(let asked, let found):
      Problem(
        "It is signed by another key than the one you named: \(found.text), not \(asked.text).",
        hint: "Ask the plugin's author which key is right.")
    case .untrustedKey(let key):
      Problem(
        "It is signed by a key that nobody trusted here: \(key.text).",
        hint: "Check it with the author, then: charrette plugin trust \(key.text) --name NAME")
    case .keyChanged(let plugin, let was, let found):
      Problem(
        "“\(plugin)” was signed by the key \(was.text) before, and is by another one now: "
          + "\(found.text).",
        hint: "Ask its author. If the new key is right: --public-key \(found.text)")
    case .signatureGone(let plugin, let was):
      Problem(
        "“\(plugin)” was signed by the key \(was.text) before, and is not signed now.",
        hint: "Ask its author for the signature. To go without: --allow-unsigned")
    default: Problem("The signature can't be used.")
    }
  }
}
