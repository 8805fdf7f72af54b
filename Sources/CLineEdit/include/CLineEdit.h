#ifndef HOI_LINE_EDIT_H
#define HOI_LINE_EDIT_H

#include <stdbool.h>
#include <stdint.h>

// Signals. SIGINT is noted in a flag and in a pipe that can be waited for; it ends nothing itself.

// Takes SIGINT over, unless the program was started with it ignored. May be called again.
void hoi_signals_start(void);
// Whether Ctrl-C was pressed since the flag was last taken; costs one load.
bool hoi_interrupted(void);
// The same, and clears the flag.
bool hoi_take_interrupt(void);
// From now on notes, or no longer notes, that the window changed or that the program was stopped.
void hoi_signals_while_editing(bool editing);
// Forgets what was noted.
void hoi_signals_forget(void);
// Stops the program as Ctrl-Z does; comes back when it goes on.
void hoi_suspend(void);

enum { hoi_wait_timeout = -1, hoi_wait_readable = 0, hoi_wait_woken = 127 };
// Waits until `descriptor` (none if negative) can be read or a signal was noted, at most
// `milliseconds` (for ever if negative). Answers one of the three above, or the signal's number.
int hoi_wait(int descriptor, int milliseconds);
// Makes one hoi_wait answer hoi_wait_woken.
void hoi_wake(void);

// The editor. There is one at a time, on standard input and output, which must be terminals.

// A locale whose letters are UTF-8: the user's own, or else C.UTF-8. Comes before all below.
bool hoi_locale_start(void);
// Whether a terminal of this kind is in the terminal database and can move its cursor up.
bool hoi_terminal_can_edit(const char *terminal);

// The next key, a code point; negative at the end of input. Keys of our own stand in the C1 range,
// which no keyboard sends and the key source must drop.
typedef int32_t hoi_key_source(void *context);
// Does what a key bound to `hoi-own-key` asks; false rings the bell.
typedef bool hoi_key_action(void *context, int32_t key);
// False when libedit refuses; nothing needs to be ended then.
bool hoi_editor_start(const char *program, void *context, hoi_key_source *next,
                      hoi_key_action *act);
void hoi_editor_end(void);
// Gives a key, or one written `^P`, to a command of libedit; in vi's command mode too.
void hoi_editor_bind(const char *key, const char *command);
// The user's .editrc. It may wipe every binding.
void hoi_editor_read_settings(void);
// Puts a statement into the list that Ctrl-R looks through.
void hoi_editor_remember(const char *statement);
// One line without its newline, or NULL at the end of input; valid until the next call of
// anything here that answers text. `\1` in the prompt begins and ends what takes no room.
const char *hoi_editor_read(const char *prompt);

// The terminal, and the line while it is being read; letters are code points.

void hoi_terminal_say(const char *text);
int hoi_cell_width(uint32_t letter);
// Whether keys arrive one by one, as editing needs, or line by line.
void hoi_terminal_raw(bool raw);
// Learns the window's size, but does not draw.
void hoi_terminal_resize(void);
// Draws prompt and line where the cursor stands.
void hoi_terminal_draw(void);
const char *hoi_line_text(void);
int hoi_line_cursor(void);
void hoi_line_move(int letters);
void hoi_line_insert(const char *text);
void hoi_line_delete_before_cursor(int letters);

#endif
