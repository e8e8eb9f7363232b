internal import Glibc

extension RunnerProcess {
  /// How many bytes of memory are the process's own, and in use; nil where that can't be told.
  /// Format: proc_pid_statm(5), which anybody may read, other than what else is told of a process.
  package var privateMemory: Int? {
    guard isRunning, let file = fopen("/proc/\(process)/statm", "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pages = text.split(separator: " ").compactMap { Int($0) }
    guard pages.count > 2 else { return nil }
    return (pages[1] - pages[2]) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
