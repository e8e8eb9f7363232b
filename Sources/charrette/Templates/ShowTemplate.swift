import ArgumentParser
import ExerciseProtocol
import PluginHost
import SystemPackage
import Terminal
import Workshop

struct ShowTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a template's agenda, what it needs and what is said to the room.",
    usage: "charrette template show <name> [<options>]")

  @OptionGroup var options: CommonOptions

  @Argument(
    help: "Its name or title, or its file.", completion: .file(extensions: ["yaml", "yml"]))
  var name: String

  @Option(help: "How it is printed: text or json.")
  var format: TemplateFormat = .text

  func run() throws {
    let places = Places(options)
    let desk = Wiring.desk(options, places, isInteractive: false)
    do throws(Problem) {
      let template = try template(at: desk, places)
      let text =
        switch format {
        case .text: Wiring.presentation(.current(), options).text(of: template.view)
        case .json: template.json.text() + "\n"
        }
      do {
        try TerminalOutput(.standardOutput).write(text)
      } catch {
        throw Problem("The template can't be written: \(error).")
      }
    } catch {
      throw Failure(error)
    }
  }

  private func template(at desk: Desk, _ places: Places) throws(Problem) -> Template {
    guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
      return try desk.template(called: name)
    }
    let host = Wiring.host(options, places)
    let installed = TemplateFiles(options, places, shipped: { host.templateFiles }).files().files
    let file = TemplateShelf.File(
      path: name, text: try TemplateFiles.text(of: name), origin: .own)
    let inspection = TemplateInspection([file], beside: installed, exercises: host.exercises)
    if let fault = inspection.faults.first { throw fault.problem }
    guard let template = inspection.sound.first else { throw Problem("“\(name)” is no template.") }
    return template
  }
}
