#define _GNU_SOURCE
#include "TerminalSupport.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { most_lines = 64 };

static void split(char *lines, char *parts[most_lines]) {
  int count = 0;
  for (char *rest = lines, *line; count < most_lines - 1 && (line = strsep(&rest, "\n"));)
    if (*line) parts[count++] = line;
  parts[count] = NULL;
}

struct terminal terminal_start(const char *path, const char *arguments, const char *environment,
                               int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  struct terminal terminal = {-1, -1};
  char *argument_lines = strdup(arguments), *environment_lines = strdup(environment);
  char *argument_parts[most_lines], *environment_parts[most_lines];
  // Between fork and exec a program of several threads may hardly call anything.
  split(argument_lines, argument_parts);
  split(environment_lines, environment_parts);
  terminal.process = forkpty(&terminal.descriptor, NULL, NULL, &size);
  if (terminal.process == 0) {
    // Tests run on threads that block signals; the child would never hear of Ctrl-C.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(path, argument_parts, environment_parts);
    _exit(127);
  }
  // Another program started at a terminal would hold this one open.
  if (terminal.process > 0) fcntl(terminal.descriptor, F_SETFD, FD_CLOEXEC);
  free(argument_lines);
  free(environment_lines);
  if (terminal.process < 0) terminal.descriptor = -1;
  return terminal;
}

int terminal_read(int descriptor, char *bytes, int room, int milliseconds) {
  struct pollfd ready = {descriptor, POLLIN, 0};
  int count = poll(&ready, 1, milliseconds);
  if (count == 0 || (count < 0 && errno == EINTR)) return 0;
  ssize_t length = read(descriptor, bytes, (size_t)room);
  // The kernel answers EIO once nobody holds the other end.
  return length > 0 ? (int)length : -1;
}

void terminal_resize(int descriptor, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(descriptor, TIOCSWINSZ, &size);
}

void terminal_stop_and_go_on(int process) {
  int status;
  kill(process, SIGSTOP);
  waitpid(process, &status, WUNTRACED);
  kill(process, SIGCONT);
}

int terminal_exit_code(int process, int milliseconds) {
  int handle = (int)syscall(SYS_pidfd_open, process, 0), status;
  struct pollfd ended = {handle, POLLIN, 0};
  int ready = handle < 0 ? 1 : poll(&ended, 1, milliseconds);
  if (handle >= 0) close(handle);
  if (ready == 0) kill(process, SIGKILL);
  if (waitpid(process, &status, 0) < 0 || ready == 0) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
