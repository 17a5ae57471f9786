// regwatch-fuzz TARGET [libFuzzer's options and folders]: runs one parser on whatever libFuzzer thinks of.
import Glibc

/// libFuzzer's own loop, which calls back with one input after the other.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ argc: UnsafeMutablePointer<Int32>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private let chosen: FuzzTarget = {
  let named = CommandLine.arguments.dropFirst().first ?? ""
  if let target = FuzzTarget.all.first(where: { $0.name == named }) { return target }
  print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
  exit(named == "list" ? 0 : 2)
}()

private let body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { bytes, count in
  chosen.run(UnsafeRawBufferPointer(start: bytes, count: count))
  return 0
}

_ = chosen
// The target's name is none of libFuzzer's business.
var count = CommandLine.argc - 1
var arguments = CommandLine.unsafeArgv + 1
arguments[0] = CommandLine.unsafeArgv[0]
exit(withUnsafeMutablePointer(to: &arguments) { runFuzzer(&count, $0, body) })
