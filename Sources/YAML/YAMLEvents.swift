internal import CYAML

/// What libyaml finds in a text, one thing after the other.
struct YAMLEvents: ~Copyable {
  enum Event {
    case documentStart
    case scalar(YAMLNode.Scalar)
    case sequenceStart, mappingStart, end, alias, other
  }

  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// Of the event that came last, from 1.
  private(set) var line = 1
  /// Whether the event that came last has an anchor.
  private(set) var isAnchored = false

  init(_ text: String) {
    bytes = .allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    // Fails where memory does, as all of Swift would.
    precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  mutating func next() throws(YAMLFault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    line = Int(event.start_mark.line) + 1
    isAnchored = false
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      isAnchored = scalar.anchor != nil
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        YAMLNode.Scalar(
          text: String(decoding: text, as: UTF8.self),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE))
    case YAML_SEQUENCE_START_EVENT:
      isAnchored = event.data.sequence_start.anchor != nil
      return .sequenceStart
    case YAML_MAPPING_START_EVENT:
      isAnchored = event.data.mapping_start.anchor != nil
      return .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    default: return .other
    }
  }

  private var fault: YAMLFault {
    let words = parser.pointee.problem.map { String(cString: $0) } ?? "this can't be read"
    guard parser.pointee.error == YAML_READER_ERROR else {
      return YAMLFault(line: Int(parser.pointee.problem_mark.line) + 1, reason: .syntax(words))
    }
    // Where a character has no place, libyaml tells the byte alone.
    let before = bytes.prefix(Int(parser.pointee.problem_offset))
    return YAMLFault(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1, reason: .syntax(words))
  }
}
