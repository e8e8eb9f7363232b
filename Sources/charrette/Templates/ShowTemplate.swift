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
    let template: Template
    do throws(Problem) {
      template = try self.template(at: desk, places)
    } catch {
      throw Failure(error)
    }
    switch format {
    case .text: try Output.write(Wiring.presentation(.current(), options).text(of: template.view))
    case .json: try Output.write(template.json.text() + "\n")
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
