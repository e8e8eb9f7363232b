import Glibc
import SystemPackage

/// Fills a data folder with plugins: copies of the small C plugin of the tests, which takes its id
/// from its file name. Each gets a few bytes of its own behind its end, where no loader looks, so
/// that no two have the same content.
func installPlugins(_ count: Int, in dataFolder: String, _ ground: Ground) throws {
  let library = try bytes(of: ground.built("libmisbehaving-plugin.so"))
  let plugins = "\(dataFolder)/plugins"
  mkdir(plugins, 0o700)
  for number in 0..<count {
    let folder = "\(plugins)/benchmark-\(number)"
    mkdir(folder, 0o700)
    try write(library + Array("\(number)".utf8), to: "\(folder)/libbenchmark-\(number).so")
  }
}

func copyFile(_ path: String, to target: String) throws {
  try write(bytes(of: path), to: target)
}

private func write(_ bytes: [UInt8], to path: String) throws {
  let file = try FileDescriptor.open(
    FilePath(path), .writeOnly, options: [.create, .truncate],
    permissions: [.ownerReadWriteExecute])
  try file.closeAfter { _ = try file.writeAll(bytes) }
}
