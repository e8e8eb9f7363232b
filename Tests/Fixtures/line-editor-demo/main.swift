internal import SystemPackage
internal import Terminal

// A line editor that tells what happens to it, for the tests to drive through a pseudo-terminal.
//
//     line-editor-demo [--history FILE] [--control FIFO] [--linear] [--patient | --hasty]
//
// Each event is printed as `event: …`. What else there is to say comes over the control FIFO, one
// order a line, and each is answered by a byte on FIFO.done once it is carried out: `notice TEXT`,
// `prompt TEXT`, `suspended TEXT`, `ask WORDS`, `tick`. Lines that begin with `:` are orders too:
// `:ask WORDS` asks a question, `:secret` a private one, `:quit` ends.
let demo = try Demo(arguments: CommandLine.arguments.dropFirst())
demo.run()
