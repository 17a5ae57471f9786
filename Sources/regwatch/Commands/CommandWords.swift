import Glibc
import RegulatoryModel

/// A command given as one text, split into words and run without a shell.
enum CommandWords {
  /// Splits as a shell would, quotes and backslashes included, and expands nothing.
  static func split(_ text: String) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else {
      throw CommandFailure(Problem("Cannot run “\(text)”", why: "a quotation mark is not closed", remedy: "close it"))
    }
    if let word { words.append(word) }
    guard !words.isEmpty else { throw CommandFailure(Problem("Cannot run the command", why: "it is empty")) }
    return words
  }

  /// Runs the command to its end with the text on its standard input. Returns what went wrong, if anything did.
  static func run(_ words: [String], input: String) -> Problem? {
    // Not Foundation's Process: it takes a command for running as long as anything that it left behind holds its files.
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return Problem("Cannot run \(words[0])", why: String(cString: strerror(errno))) }
    defer { close(ends[1]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    let arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    // The command gets its signals as any program does: a closed pipe ends it, nothing is blocked.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, defaults) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&defaults)
    for number in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let failure = posix_spawnp(&child, words[0], &actions, &attributes, arguments, environ)
    posix_spawn_file_actions_destroy(&actions)
    close(ends[0])
    guard failure == 0 else { return Problem("Cannot run \(words[0])", why: String(cString: strerror(failure))) }
    // The command may end without reading all; a closed pipe is its business.
    try? StandardStreams.write(input, to: ends[1])
    close(ends[1])
    ends[1] = -1
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    guard signal != 0 || code != 0 else { return nil }
    return Problem("\(words[0]) failed", why: signal == 0 ? "it ended with code \(code)" : "signal \(signal) ended it")
  }
}
