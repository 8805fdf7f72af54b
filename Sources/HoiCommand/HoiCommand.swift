import ArgumentParser
import CLineEdit

@main
struct HoiCommand: ParsableCommand {
  @Option var x = 1
  mutating func run() { print("xin chào", x, hoi_interrupted()) }
}
