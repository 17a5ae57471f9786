import Glibc

/// A program of somebody else's that reads what we don't: one row of a table that `doctor` prints.
package struct HelperProgram: Hashable, Sendable {
  /// As it is called in a shell.
  package let name: String
  /// The Debian package that has it.
  package let package: String
  /// What it is needed for.
  package let purpose: String

  package static let pdfToText = HelperProgram(name: "pdftotext", package: "poppler-utils", purpose: "PDF files")
  /// Tells pages that are pictures from empty ones; without it, both are called pages without text.
  package static let pdfImages = HelperProgram(name: "pdfimages", package: "poppler-utils", purpose: "scanned pages of PDF files")

  package static let all: [HelperProgram] = [.pdfToText, .pdfImages]
}

/// Where helper programs are looked for.
package struct HelperPrograms: Sendable {
  /// Folders, first come, first served.
  package let folders: [String]

  package init(folders: [String]) { self.folders = folders.filter { $0.hasPrefix("/") } }

  /// Those of this process's PATH; what is relative in it is left out.
  package static let ofThisProcess = HelperPrograms(
    folders: (getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init))

  /// The path of a helper; nil where it is not installed. Costs a system call for each folder.
  package func path(of program: HelperProgram) -> String? { found(program)?.path }

  /// Changes whenever a helper is installed, removed or replaced, since the same files may then give another text.
  package var fingerprint: String {
    HelperProgram.all.map { program in
      guard let file = found(program) else { return "-" }
      return String(UInt64(bitPattern: Int64(file.size)) &* 31 &+ UInt64(bitPattern: Int64(file.modified)), radix: 36)
    }.joined(separator: "/")
  }

  private func found(_ program: HelperProgram) -> (path: String, size: Int, modified: Int)? {
    for folder in folders {
      let path = folder + "/" + program.name
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 else { continue }
      return (path, Int(status.st_size), status.st_mtim.tv_sec)
    }
    return nil
  }
}
