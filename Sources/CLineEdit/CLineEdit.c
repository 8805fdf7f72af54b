#define _GNU_SOURCE
#include "CLineEdit.h"
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termcap.h>

enum { kept_statements = 10000 };

static EditLine *editor;
static HistoryW *statements;
static void *context;
static hoi_key_source *next_key;
static hoi_key_action *act_on_key;
static const char *prompt_text = "";
static char *text_given;

bool hoi_locale_start(void) {
  // libedit crashes on an accented prompt and drops accented letters where the locale lacks them.
  const char *own = setlocale(LC_CTYPE, "");
  return (own && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) || setlocale(LC_CTYPE, "C.UTF-8");
}

bool hoi_terminal_can_edit(const char *terminal) {
  char entry[4096], strings[4096], *end = strings;
  return tgetent(entry, terminal) == 1 && tgetstr("up", &end) != NULL;
}

// Turns the editor's letters into UTF-8, without NUL.
static const char *given(const wchar_t *letters, size_t count) {
  char *larger = realloc(text_given, count * MB_CUR_MAX + 1), *end = larger;
  if (!larger) return text_given ? text_given : "";
  mbstate_t state = {0};
  for (size_t i = 0; i < count; i++) {
    size_t used = letters[i] ? wcrtomb(end, letters[i], &state) : 0;
    if (used != (size_t)-1) end += used;
  }
  *end = 0;
  return text_given = larger;
}

static wchar_t *widened(const char *text) {
  size_t room = strlen(text) + 1;
  wchar_t *letters = calloc(room, sizeof *letters);
  if (letters && mbstowcs(letters, text, room) == (size_t)-1) letters[0] = 0;
  return letters;
}

static char *prompt(EditLine *unused) {
  (void)unused;
  // libedit does not write to it.
  return (char *)(uintptr_t)prompt_text;
}

static int read_key(EditLine *unused, wchar_t *key) {
  (void)unused;
  return (*key = next_key(context)) >= 0;
}

static unsigned char own_key(EditLine *unused, wint_t key) {
  (void)unused;
  return act_on_key(context, (int32_t)key) ? CC_REFRESH : CC_ERROR;
}

bool hoi_editor_start(const char *program, void *owner, hoi_key_source *next,
                      hoi_key_action *act) {
  HistEventW event;
  editor = el_init(program, stdin, stdout, stderr);
  statements = editor ? history_winit() : NULL;
  if (!statements) {
    hoi_editor_end();
    return false;
  }
  context = owner, next_key = next, act_on_key = act;
  history_w(statements, &event, H_SETSIZE, kept_statements);
  history_w(statements, &event, H_SETUNIQUE, 1);
  el_wset(editor, EL_HIST, history_w, statements);
  // Its own handlers would kill the whole process group.
  el_wset(editor, EL_SIGNAL, 0);
  el_wset(editor, EL_EDITOR, L"emacs");
  // At Ctrl-C the kernel would throw away output not yet shown.
  el_wset(editor, EL_SETTY, L"-d", L"+noflsh", NULL);
  el_wset(editor, EL_GETCFN, read_key);
  el_wset(editor, EL_ADDFN, L"hoi-own-key", L"what the key means to hoi", own_key);
  el_set(editor, EL_PROMPT_ESC, prompt, '\1');
  return true;
}

void hoi_editor_end(void) {
  if (statements) history_wend(statements);
  if (editor) el_end(editor);
  statements = NULL, editor = NULL;
}

void hoi_editor_bind(const char *key, const char *command) {
  wchar_t *letters = widened(key), *name = widened(command);
  if (letters && name) {
    el_wset(editor, EL_BIND, letters, name, NULL);
    el_wset(editor, EL_BIND, L"-a", letters, name, NULL);
  }
  free(letters);
  free(name);
}

void hoi_editor_read_settings(void) {
  el_source(editor, NULL);
  el_wset(editor, EL_EDITMODE, 1);
}

void hoi_editor_remember(const char *statement) {
  HistEventW event;
  wchar_t *letters = widened(statement);
  if (letters && letters[0]) {
    // libedit cuts what it recalls to the room its line has, and only an insertion makes room.
    el_winsertstr(editor, letters);
    el_wdeletestr(editor, (int)wcslen(letters));
    history_w(statements, &event, H_ENTER, letters);
  }
  free(letters);
}

const char *hoi_editor_read(const char *text) {
  int count = 0;
  prompt_text = text;
  const wchar_t *letters = el_wgets(editor, &count);
  prompt_text = "";
  return letters && count > 0 ? given(letters, (size_t)count - 1) : NULL;
}

void hoi_terminal_say(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

int hoi_cell_width(uint32_t letter) { return wcwidth((wchar_t)letter); }

void hoi_terminal_raw(bool raw) { el_wset(editor, EL_PREP_TERM, (int)raw); }

void hoi_terminal_resize(void) { el_resize(editor); }

void hoi_terminal_draw(void) { el_wset(editor, EL_REFRESH); }

const char *hoi_line_text(void) {
  const LineInfoW *line = el_wline(editor);
  return given(line->buffer, (size_t)(line->lastchar - line->buffer));
}

int hoi_line_cursor(void) {
  const LineInfoW *line = el_wline(editor);
  return (int)(line->cursor - line->buffer);
}

void hoi_line_move(int letters) { el_cursor(editor, letters); }

void hoi_line_insert(const char *text) {
  wchar_t *letters = widened(text);
  if (letters) el_winsertstr(editor, letters);
  free(letters);
}

void hoi_line_delete_before_cursor(int letters) { el_wdeletestr(editor, letters); }
