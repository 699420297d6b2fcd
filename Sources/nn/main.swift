import NNCore
import NNSyntax
import Glibc
let path = CommandLine.arguments[1]
let f = fopen(path, "r")!
var bytes: [UInt8] = []
var buf = [UInt8](repeating: 0, count: 65536)
while true { let n = fread(&buf, 1, buf.count, f); if n == 0 { break }; bytes += buf[0..<n] }
let interpreter = Interpreter(dialect: .nn) { b in b.withUnsafeBytes { _ = Glibc.write(1, $0.baseAddress, $0.count) }; return true }
do { try interpreter.run(SourceText(name: path, rawBytes: bytes), mode: .program) } catch { print(error.name, error.message) }
interpreter.flush()
