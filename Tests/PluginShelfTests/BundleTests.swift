import Foundation
import PluginShelf
import SystemPackage
import Testing

@Suite struct BundleTests {
  /// The digest as anyone can work it out: `printf` and `sha256sum`.
  @Test func `the digest is that of the listing`() throws {
    let bundle = try PluginBundle([
      .init(path: "libx.so", content: Array("abc".utf8)),
      .init(path: "README.md", content: []),
    ])
    #expect(
      bundle.listing == """
        charrette-bundle 1
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 README.md
        ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad 3 libx.so

        """)
    #expect(bundle.digest == "558bd0b539a343eb26ce9d01c796b7ef4bb328e4fbeb2ee0c63dff9feb3e8b2a")
    #expect(bundle.library == "libx.so")
  }

  @Test func `any change of a file, a name or a place is another bundle`() throws {
    let files = [
      PluginBundle.File(path: "libx.so", content: [1]),
      .init(path: "Templates/a.yaml", content: [2]), .init(path: "README", content: [3]),
    ]
    let digest = try PluginBundle(files).digest
    #expect(try PluginBundle(files.reversed()).digest == digest)
    for change in [
      (1, PluginBundle.File(path: "Templates/a.yaml", content: [9])),
      (1, .init(path: "Templates/b.yaml", content: [2])), (1, .init(path: "a.yaml", content: [2])),
      (2, .init(path: "readme", content: [3])), (0, .init(path: "libx.so", content: [1, 0])),
    ] {
      var changed = files
      changed[change.0] = change.1
      #expect(try PluginBundle(changed).digest != digest)
    }
    #expect(try PluginBundle(Array(files.dropLast())).digest != digest)
  }

  @Test(arguments: ["../x", "/x", "a//b", "a/../b", ".hidden", "a/.b", "a\nb", "a\u{7F}b", "", "."])
  func `a path that leads elsewhere, or can't stand on a line`(path: String) {
    let files = [
      PluginBundle.File(path: "libx.so", content: []), .init(path: path, content: []),
    ]
    #expect(fault { try PluginBundle(files) } == .strangeFile(path: path))
  }

  @Test func `one library, at the top`() {
    func libraries(_ names: String...) -> ShelfFault? {
      fault { try PluginBundle(names.map { .init(path: $0, content: []) }) }
    }
    #expect(libraries("README") == .libraries([]))
    #expect(libraries("Templates/libx.so") == .libraries([]))
    #expect(libraries("libb.so", "liba.so") == .libraries(["liba.so", "libb.so"]))
    #expect(libraries("libx.so", "Data/liby.so") == nil)
    #expect(libraries("libx.so", "libx.so") == .strangeFile(path: "libx.so"))
  }
}

/// Reading what somebody hands over.
@Suite struct BundleSourceTests {
  @Test func `a folder, and its library alone`() throws {
    let bench = try ShelfBench()
    let folder = try bench.bundle("energy")
    try bench.file("energy/.git/config", "hidden")
    let bundle = try BundleSource(folder).bundle()
    #expect(bundle.files.map(\.path) == ["README.md", "Templates/day.yaml", "libenergy.so"])
    #expect(bundle.templates.map(\.path) == ["Templates/day.yaml"])
    let alone = try BundleSource("\(folder)/libenergy.so").bundle()
    #expect(alone.files.map(\.path) == ["libenergy.so"])
    #expect(alone.librarySHA256 == bundle.librarySHA256)
  }

  @Test func `a link to it is what it leads to, a link in it is refused`() throws {
    let bench = try ShelfBench()
    let folder = try bench.bundle("energy")
    symlink(folder, "\(bench.folder)/link")
    #expect(try BundleSource("\(bench.folder)/link").path == folder)
    symlink("/etc/passwd", "\(folder)/README.txt")
    #expect(
      fault { try BundleSource(folder).bundle() } == .strangeFile(path: "\(folder)/README.txt"))
  }

  @Test func `a pipe is refused, and nobody waits for it`() throws {
    let bench = try ShelfBench()
    let folder = try bench.bundle("energy")
    mkfifo("\(folder)/pipe", 0o600)
    #expect(fault { try BundleSource(folder).bundle() } == .strangeFile(path: "\(folder)/pipe"))
  }

  @Test(arguments: ["libenergy.so", "Templates", "."])
  func `what others can write to is refused`(name: String) throws {
    let bench = try ShelfBench()
    let folder = try bench.bundle("energy")
    let path = name == "." ? folder : "\(folder)/\(name)"
    chmod(path, 0o777)
    #expect(fault { try BundleSource(folder).bundle() } == .writableByOthers(path: path))
  }

  @Test func `what is not there, and what is no plugin`() throws {
    let bench = try ShelfBench()
    let missing = "\(bench.folder)/missing"
    #expect(
      fault { try BundleSource(missing) } == .unreadable(.noSuchFileOrDirectory, path: missing))
    // The folder that everything is built in: not a word of it is read.
    let built = try bench.bundle("built")
    try bench.file("built/libother.so", "")
    chmod("\(built)/README.md", 0)
    #expect(
      fault { try bench.shelf.stage(BundleSource(built)) }
        == .libraries(["libbuilt.so", "libother.so"]))
    let text = try bench.file("text.txt", "")
    #expect(fault { try BundleSource(text).bundle() } == .libraries([]))
  }
}
