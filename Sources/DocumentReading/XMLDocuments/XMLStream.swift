import CXML2
import PrintableText

/// Reads XML as a stream, through libxml2's SAX interface, whoever wrote the document and however broken it is.
///
/// No file or address is ever loaded, no document type obeyed, no entity expanded (`XMLSource`, and the walker in CXML2). Names come as
/// they are written, with their prefix. Depth, size and the number of elements are bounded by `ReadingLimits`. A mistake doesn't end
/// the reading: it goes on as well as it can, and `notes` says in which line the first one was.
final class XMLStream {
  /// What is called for each piece of the document, in its order. Every `opened` has its `closed`.
  struct Events {
    /// The name as written ("dc:title"), and the attributes. The pointers live as long as the call; a name's address is the same each
    /// time the name comes again.
    var opened: (_ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) -> Void
    var closed: () -> Void
    /// Text, character references resolved; one text may come in several pieces.
    var found: (_ text: UnsafeBufferPointer<UInt8>) -> Void
  }

  struct Outcome {
    /// What a person should know: what was left out, or broken, and in which line. Empty where all was well.
    var notes: [String]
    var elements: Int
    /// Whether libxml2 met a mistake.
    var isBroken: Bool
  }

  private let events: Events
  private let limits: ReadingLimits
  private let walker = UnsafeMutablePointer<rw_xml_walker>.allocate(capacity: 1)
  private var depth = 0
  private var elements = 0
  private var mistakes = 0
  private var firstMistake: String?
  /// More than this and it is no XML: each costs the parser time.
  private static let mostMistakes = 100_000
  private var stopNote: String?
  /// libxml2 is made ready once; the value has no other use.
  private static let started: Void = rw_xml_start()

  private init(_ events: Events, limits: ReadingLimits) {
    self.events = events
    self.limits = limits
    walker.initialize(to: rw_xml_walker())
  }

  deinit { walker.deallocate() }

  /// - Parameter source: clean UTF-8, whatever the document declares.
  static func read(_ source: consuming [UInt8], limits: ReadingLimits, _ events: Events) -> Outcome {
    _ = started
    var prepared = XMLSource(source)
    let stream = XMLStream(events, limits: limits)
    if !prepared.bytes.isEmpty {
      let document = prepared.bytes.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { rw_xml_begin($0.baseAddress, Int32(clamping: $0.count)) }
      }
      prepared.drop()
      stream.walk(document)
    }
    return Outcome(notes: prepared.notes + stream.notes, elements: stream.elements, isBroken: stream.firstMistake != nil)
  }

  private func walk(_ document: xmlParserCtxtPtr?) {
    walker.pointee.reader = Unmanaged.passUnretained(self).toOpaque()
    walker.pointee.open = { reader, name, attributes in XMLStream.from(reader)?.opened(name, attributes) }
    walker.pointee.close = { reader, _ in XMLStream.from(reader)?.closed() }
    walker.pointee.text = { reader, bytes, count in XMLStream.from(reader)?.found(bytes, count) }
    walker.pointee.mistake = { reader, error in XMLStream.from(reader)?.mistook(error) }
    withExtendedLifetime(self) {
      if rw_xml_walk(document, walker) == 0 { stopNote = "there was no memory left to read it" }
    }
    while depth > 0 {
      depth -= 1
      events.closed()
    }
  }

  private static func from(_ reader: UnsafeMutableRawPointer?) -> XMLStream? {
    reader.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private var notes: [String] {
    var notes: [String] = []
    if walker.pointee.foreign_entities > 0 {
      let count = walker.pointee.foreign_entities
      notes.append(
        count == 1 ? "1 reference to an entity was left out" : "\(count) references to entities were left out")
    }
    if let stopNote {
      notes.append(stopNote)
    } else if let firstMistake {
      notes.append("broken XML, read as far as it goes: " + firstMistake + (mistakes > 1 ? "; \(mistakes) mistakes in all" : ""))
    }
    return notes
  }

  // MARK: What libxml2 tells

  private func opened(_ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard let name, stopNote == nil else { return }
    guard depth < limits.xmlDepth else { return stop("elements are nested more than \(limits.xmlDepth) deep") }
    guard elements < limits.xmlElements else { return stop("there are more than \(limits.xmlElements) elements (limit “xml_elements”)") }
    depth += 1
    elements += 1
    events.opened(name, attributes)
  }

  private func closed() {
    guard depth > 0 else { return }
    depth -= 1
    events.closed()
  }

  private func found(_ bytes: UnsafePointer<UInt8>?, _ count: Int32) {
    guard let bytes, count > 0, depth > 0, stopNote == nil else { return }
    events.found(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  private func mistook(_ error: xmlErrorPtr?) {
    guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    mistakes += 1
    if mistakes > Self.mostMistakes, stopNote == nil { stop("there are more than \(Self.mostMistakes) mistakes") }
    guard firstMistake == nil else { return }
    let message = error.pointee.message.map { String(cString: $0) } ?? "mistake \(error.pointee.code)"
    // Where the element began isn't kept: "mismatch: b line 0 and c".
    let line = OneLine.collapsed(Array(message.replacing(" line 0", with: "").utf8)[...])[...].prefix(characters: 120).text
    firstMistake = "line \(error.pointee.line): \(PrintableText.safe(line))"
  }

  private func stop(_ why: String) {
    let line = walker.pointee.context?.pointee.input?.pointee.line ?? 0
    stopNote = "line \(line): \(why): read up to there"
    rw_xml_stop(walker)
  }
}
