import ArgumentParser
import ExerciseProtocol
import PluginShelf
import SessionStore
import Workshop

struct PluginSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Signs a plugin: all of its files together.",
    discussion: """
      The signature goes into a file of its own, PATH.sig unless you say otherwise; hand it over \
      beside the plugin. Any change of any file, or of a file's name, makes it void.
      """)

  @Argument(help: "The plugin: its library, or the folder that it is in.", completion: .file())
  var path: String

  @Option(help: "The file of your private key: see charrette plugin keygen.", completion: .file())
  var key: String

  @Option(help: "Where the signature goes.", completion: .file())
  var output: String?

  @Flag(help: "Write it in place of a file that is no signature.")
  var replace = false

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  func run() throws {
    let desk = PluginDesk(format)
    guard let key = PrivateKey(file: try desk.read(key)) else {
      throw Failure(
        Problem(
          "“\(self.key)” is no private key.", hint: "charrette plugin keygen FILE makes a pair."))
    }
    let (signature, target) = try PluginDesk.run { () throws(ShelfFault) in
      let source = try BundleSource(path)
      return (
        PluginSignature(signing: try source.bundle().digest, with: key),
        output ?? source.signaturePath
      )
    }
    do throws(Problem) {
      try LocalFiles().write(
        Export(
          signature.file,
          over: replace ? .anything : .earlier { PluginSignature(file: $0) != nil },
          wayToReplace: "--replace"), to: target)
    } catch {
      throw CommandProblem.error(error)
    }
    try desk.tell(
      "Signed: \(target)",
      [
        "signature": .string(target), "digest": .string(signature.digest),
        "key": .string(signature.key.text),
      ])
  }
}
