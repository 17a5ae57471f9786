#ifndef REGWATCH_THEMES_H
#define REGWATCH_THEMES_H
#include <stddef.h>
// The built-in themes, as TOML in UTF-8 without a zero at the end, in the order in which they are listed. The first is the default.
int rw_theme_count(void);
const unsigned char *rw_theme_bytes(int index, size_t *count);
#endif
