#include "TerminalSupport.h"
