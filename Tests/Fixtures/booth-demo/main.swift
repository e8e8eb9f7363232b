internal import Terminal

// A booth over a box in memory, for the tests to drive through a pseudo-terminal.
//
//     booth-demo [--poll NAME] [--codes] [--blind] [--linear] [--receipts inclusion|full]
//                [--names N] [--proxy] [--refuse-once] [--box FILE] [--clock FILE] [--entered]
//                [--standing FILE] [--presence FILE]
//
// Each ballot that is cast becomes a line of JSON in the box file. With a clock file, time is what
// that file says, in seconds, and passes only when somebody writes there. The last line that is
// printed says how the booth ended.
BoothTerminal.guardMemory()
let signals = try TerminalSignals()
let settings = DemoSettings(CommandLine.arguments.dropFirst())
let office = DemoOffice(settings)
let end: BoothEnd
if let clock = settings.clock, let terminal = BoothTerminal(signals) {
  let device = ClockedTerminal(terminal, clock: clock)
  end = Booth(office, on: device, options: settings.options)?.run() ?? .noTerminal
  terminal.release()
} else {
  end = Booth.open(office, signals: signals, options: settings.options)
}
print("booth: \(end)")
