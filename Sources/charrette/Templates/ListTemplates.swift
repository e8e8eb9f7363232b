import ArgumentParser
import ExerciseProtocol
import PluginHost
import SystemPackage
import Terminal
import Workshop

struct ListTemplates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the templates that are installed, or those with these words in them.",
    usage: "charrette template list [<words> ...] [<options>]",
    discussion: "With --format json each template is an object on a line of its own.")

  @OptionGroup var options: CommonOptions

  @Argument(help: "Words of the name, the title or the summary.")
  var words: [String] = []

  @Option(
    help: """
      Only those of this phase: \(Template.Phase.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    completion: .list(Template.Phase.allCases.map(\.rawValue)),
    transform: { text in
      guard let phase = Template.Phase(rawValue: text) else {
        let all = Template.Phase.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no phase “\(text)”.\nHint: There are: \(all).")
      }
      return phase
    })
  var phase: Template.Phase?

  @Option(help: "Only those that take so many minutes at most.")
  var minutes: Int?

  @Option(help: "Only those for a group of this size.")
  var people: Int?

  @Option(help: "How they are printed: text or json.")
  var format: TemplateFormat = .text

  func validate() throws {
    for (option, number) in [("--minutes", minutes), ("--people", people)] {
      guard let number, number < 1 else { continue }
      throw ValidationError("\(option) is a whole number from 1.")
    }
  }

  func run() throws {
    let places = Places(options)
    let host = Wiring.host(options, places)
    let shelf = TemplateFiles(options, places, shipped: { host.templateFiles }).shelf
    let filter = TemplateFilter(words: words, phase: phase, minutes: minutes, people: people)
    let text =
      switch format {
      case .text: Wiring.presentation(.current(), options).text(of: shelf.view(filter))
      case .json: shelf.templates(filter).map { $0.listingJSON.text() + "\n" }.joined()
      }
    try Output.write(text)
  }
}
