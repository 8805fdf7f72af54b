#define _GNU_SOURCE
#include "CLineEdit.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_bool interrupted;
static int noted[2] = {-1, -1};
static const int editing_signals[] = {SIGWINCH, SIGTSTP, SIGCONT};
static struct sigaction before_editing[3];

static void note(int signal) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal;
  if (signal == SIGINT) atomic_store(&interrupted, true);
  (void)!write(noted[1], &byte, 1);
  errno = saved;
}

static void listen_to(int signal, struct sigaction *before) {
  sigaction(signal, NULL, before);
  if (before->sa_handler == SIG_IGN) return;
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

void hoi_signals_start(void) {
  if (noted[0] >= 0 || pipe2(noted, O_CLOEXEC | O_NONBLOCK) != 0) return;
  struct sigaction before;
  listen_to(SIGINT, &before);
  // A program started by one that had it blocked would never hear of Ctrl-C.
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  sigprocmask(SIG_UNBLOCK, &interrupt, NULL);
}

bool hoi_interrupted(void) { return atomic_load(&interrupted); }

bool hoi_take_interrupt(void) { return atomic_exchange(&interrupted, false); }

void hoi_signals_while_editing(bool editing) {
  for (int i = 0; i < 3; i++) {
    if (editing) listen_to(editing_signals[i], &before_editing[i]);
    else sigaction(editing_signals[i], &before_editing[i], NULL);
  }
}

void hoi_signals_forget(void) {
  char bytes[64];
  while (read(noted[0], bytes, sizeof bytes) > 0) {}
  atomic_store(&interrupted, false);
}

void hoi_suspend(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL}, noting;
  sigaction(SIGTSTP, &stop, &noting);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &noting, NULL);
}

int hoi_wait(int descriptor, int milliseconds) {
  for (;;) {
    struct pollfd either[2] = {{noted[0], POLLIN, 0}, {descriptor, POLLIN, 0}};
    int ready = poll(either, 2, milliseconds);
    unsigned char signal;
    if (ready == 0) return hoi_wait_timeout;
    // Nothing can be waited for: the read that follows will say what is wrong.
    if (ready < 0 && errno != EINTR) return hoi_wait_readable;
    if (ready > 0 && either[0].revents && read(noted[0], &signal, 1) == 1) return signal;
    if (ready > 0 && either[1].revents) return hoi_wait_readable;
  }
}

void hoi_wake(void) { note(hoi_wait_woken); }
