#ifndef TERMINAL_SUPPORT_H
#define TERMINAL_SUPPORT_H

// A program at the other end of a terminal.
struct terminal {
  int descriptor;
  int process;
};

// Starts a program at a terminal of its own. Arguments, the program's name first, and variables of
// the environment are given one a line. `descriptor` is negative when that fails.
struct terminal terminal_start(const char *path, const char *arguments, const char *environment,
                               int rows, int columns);
// Reads what is written within so many milliseconds: the count, 0 when nothing came, -1 at the end.
int terminal_read(int descriptor, char *bytes, int room, int milliseconds);
void terminal_resize(int descriptor, int rows, int columns);
// Stops the program, waits until it stands still, and lets it go on.
void terminal_stop_and_go_on(int process);
// Waits for the end: the exit code, 128 and the signal, or -1 after so many milliseconds, when it
// is killed.
int terminal_exit_code(int process, int milliseconds);

#endif
