import Glibc

/// A table of lines in SQLite's write-ahead log, each insert synced: what a database would cost.
///
/// The library is loaded while this runs, so that nobody needs it in order to build. The functions
/// and their numbers are those of sqlite.org/c3ref.
final class SQLite {
  private typealias Open =
    @convention(c) (
      UnsafePointer<CChar>, UnsafeMutablePointer<OpaquePointer?>
    ) -> Int32
  private typealias Execute =
    @convention(c) (
      OpaquePointer?, UnsafePointer<CChar>, OpaquePointer?, OpaquePointer?, OpaquePointer?
    ) -> Int32
  private typealias Prepare =
    @convention(c) (
      OpaquePointer?, UnsafePointer<CChar>, Int32, UnsafeMutablePointer<OpaquePointer?>,
      OpaquePointer?
    ) -> Int32
  private typealias BindBlob =
    @convention(c) (
      OpaquePointer?, Int32, UnsafeRawPointer?, Int32, OpaquePointer?
    ) -> Int32
  private typealias Act = @convention(c) (OpaquePointer?) -> Int32

  private let bind: BindBlob
  private let step: Act
  private let reset: Act
  private let finalise: Act
  private let close: Act
  private var database: OpaquePointer?
  private var insertion: OpaquePointer?

  private enum Code {
    static let ok: Int32 = 0
    static let done: Int32 = 101
  }

  init(_ path: String) throws {
    guard let library = dlopen("libsqlite3.so.0", RTLD_NOW) else {
      throw BenchmarkFailure("no libsqlite3.so.0")
    }
    let open = try Self.function("sqlite3_open", library, as: Open.self)
    let execute = try Self.function("sqlite3_exec", library, as: Execute.self)
    let prepare = try Self.function("sqlite3_prepare_v2", library, as: Prepare.self)
    bind = try Self.function("sqlite3_bind_blob", library, as: BindBlob.self)
    step = try Self.function("sqlite3_step", library, as: Act.self)
    reset = try Self.function("sqlite3_reset", library, as: Act.self)
    finalise = try Self.function("sqlite3_finalize", library, as: Act.self)
    close = try Self.function("sqlite3_close", library, as: Act.self)
    try Self.check(open(path, &database))
    let setUp = """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE events (sequence INTEGER PRIMARY KEY, line BLOB NOT NULL);
      """
    try Self.check(execute(database, setUp, nil, nil, nil))
    let insert = "INSERT INTO events (line) VALUES (?)"
    try Self.check(prepare(database, insert, -1, &insertion, nil))
  }

  deinit {
    _ = finalise(insertion)
    _ = close(database)
  }

  /// One insert, one transaction, one sync.
  func insert(_ line: [UInt8]) throws {
    try line.withUnsafeBytes { bytes in
      try Self.check(bind(insertion, 1, bytes.baseAddress, Int32(bytes.count), nil))
      try Self.check(step(insertion), Code.done)
      try Self.check(reset(insertion))
    }
  }

  private static func check(_ code: Int32, _ expected: Int32 = Code.ok) throws {
    guard code == expected else { throw BenchmarkFailure("SQLite's error \(code)") }
  }

  private static func function<Function>(
    _ name: String, _ library: UnsafeMutableRawPointer, as type: Function.Type
  ) throws -> Function {
    guard let address = dlsym(library, name) else {
      throw BenchmarkFailure("no \(name) in libsqlite3.so.0")
    }
    return unsafeBitCast(address, to: type)
  }
}
