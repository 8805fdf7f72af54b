import Glibc

/// How many rows and columns the terminal at standard output has; 24 by 80 where it does not say.
package func terminalSize() -> (rows: Int, columns: Int) {
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return (24, 80) }
  return (size.ws_row > 0 ? Int(size.ws_row) : 24, size.ws_col > 0 ? Int(size.ws_col) : 80)
}
