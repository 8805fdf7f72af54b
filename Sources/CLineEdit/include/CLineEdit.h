int hoi_placeholder(void);
