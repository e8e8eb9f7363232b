import ArgumentParser
import ExerciseProtocol
import Glibc
import PluginShelf
import SessionStore
import Workshop

struct PluginKeygen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen", abstract: "Makes a pair of keys, to sign plugins with.",
    discussion: """
      FILE is the private key, for you alone: keep it where your backups are and nobody else is. \
      FILE.pub is the public one: give it to whoever installs your plugins.
      """)

  @Argument(help: "The file of the private key; it must not be there yet.", completion: .file())
  var file: String

  @Option(help: "How to tell it: text or json.")
  var format = PluginFormat.text

  func run() throws {
    let key = PrivateKey()
    let publicKey = key.publicKey
    let publicFile = "\(file).pub"
    for path in [file, publicFile] where access(path, F_OK) == 0 {
      throw Failure(
        Problem("“\(path)” is there already.", hint: "Name another file: no key is overwritten."))
    }
    do throws(Problem) {
      let files = LocalFiles()
      // Both or neither, as far as it can be told beforehand.
      let pair = [
        try files.prepare(Export(key.file, over: .nothing, isPrivate: true), at: file),
        try files.prepare(Export(publicKey.file, over: .nothing), at: publicFile),
      ]
      for part in pair { try part.finish() }
    } catch {
      throw CommandProblem.error(error)
    }
    try PluginDesk(format).tell(
      "Your private key is \(file), the public one \(publicFile): \(publicKey.text)",
      [
        "private": .string(file), "public": .string(publicFile), "key": .string(publicKey.text),
      ])
  }
}
