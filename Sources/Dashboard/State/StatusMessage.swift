/// A line that stands in the place of the key hints.
package struct StatusMessage: Equatable, Sendable {
  package enum Kind: Sendable, Hashable { case notice, problem }
  package var text: String
  package var kind: Kind
  /// Keys after which it goes; a problem stays for a few, so that typing on does not hide it.
  package var keysLeft: Int

  package static func notice(_ text: String) -> StatusMessage { StatusMessage(text: text, kind: .notice, keysLeft: 1) }
  package static func problem(_ text: String) -> StatusMessage { StatusMessage(text: text, kind: .problem, keysLeft: 4) }
}
