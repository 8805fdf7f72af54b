int hoi_placeholder(void) { return 0; }
