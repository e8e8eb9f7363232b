import ArgumentParser
import ExerciseProtocol
import PluginHost
import SystemPackage
import Terminal
import Workshop

struct CheckTemplates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Names all that is wrong with files that are to be templates.",
    usage: "charrette template check <files> ... [<options>]",
    discussion: """
      Each fault is told with its file, its line and the mend, all of them in one go. Files may \
      bring in one another and what is installed. The exit status is 0 if nothing is wrong, 1 if \
      something is.
      """)

  @OptionGroup var options: CommonOptions

  @Argument(help: "The files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  func run() throws {
    let places = Places(options)
    let host = Wiring.host(options, places)
    let library = TemplateFiles(options, places, shipped: { host.templateFiles })
    var given: [TemplateShelf.File] = []
    var problems: [Problem] = []
    for path in files where !given.contains(where: { $0.path == path }) {
      do throws(Problem) {
        given.append(.init(path: path, text: try TemplateFiles.text(of: path), origin: .own))
      } catch {
        problems.append(error)
      }
    }
    let inspection = TemplateInspection(
      given, beside: library.files().files, exercises: host.exercises)
    problems += inspection.faults.map(\.problem)
    let presentation = Wiring.presentation(.current(), options)
    for template in inspection.sound {
      let line = "\(template.name): \(template.title), \(template.extent)"
      try Output.write(presentation.text(of: View([.note(line, .success)])))
    }
    guard !problems.isEmpty else { return }
    let errors = TerminalOutput(.standardError)
    for problem in problems { try? errors.write(Presentation.plainText(of: problem) + "\n") }
    throw ExitCode.failure
  }
}
