/// A million damaged messages over all that the host reads from plugins:
///
///     swift run -c release fuzz [--count COUNT] [--seed SEED]
///
/// The same count and seed give the same messages, so that what ends it once ends it again: it
/// tells the number of the message before it ends. `.ci/fuzz` runs this and, where the toolchain
/// has it, libFuzzer.
import ExerciseProtocol
import Glibc
import HostReading

func number(of option: String, else usual: Int) -> Int {
  guard let index = CommandLine.arguments.firstIndex(of: option) else { return usual }
  return CommandLine.arguments.dropFirst(index + 1).first.flatMap { Int($0) } ?? usual
}

/// What crosses in honest sessions, a message a line: what libFuzzer begins with, too.
func corpus() -> [[UInt8]] {
  let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
  guard let file = fopen("/\(folder)/corpus.jsonl", "r") else { return [] }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
  return bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
}

let count = number(of: "--count", else: 1_000_000)
let seed = number(of: "--seed", else: 2011)
let messages = corpus()
guard !messages.isEmpty else {
  print("There is no message in Tests/Fuzz/corpus.jsonl to begin with.")
  exit(1)
}
var random = Chance(seed: Int(truncatingIfNeeded: seed))
let damage = Damage(messages: messages)
var depths: [HostReading.Depth: Int] = [:]
for round in 0..<count {
  let bytes = damage.next(&random)
  // Into a pipe or a file at once: it is the last that is seen where a message ends the program.
  if round % 10_000 == 0 {
    let line = Array("message \(round) of \(count), seed \(seed)\n".utf8)
    write(STDERR_FILENO, line, line.count)
  }
  let isStream = round % 4 == 0
  let depth =
    isStream
    ? HostReading.readStream(damage.framed(bytes, &random)) : HostReading.readMessage(bytes)
  depths[depth, default: 0] += 1
}
let told = HostReading.Depth.allCases.map { "\(depths[$0] ?? 0) \($0)" }.joined(separator: ", ")
print("\(count) messages with seed \(seed), and nothing ended it: \(told).")
