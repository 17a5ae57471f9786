// The lexicon's tables (Sources/EntityExtraction/Lexicon), compiled into the program.
#ifndef REGWATCH_LEXICON_H
#define REGWATCH_LEXICON_H
#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} embedded_table;

embedded_table embedded_agencies(void);
embedded_table embedded_exchanges(void);
embedded_table embedded_assets(void);
embedded_table embedded_legislators(void);
embedded_table embedded_bills(void);
embedded_table embedded_countries(void);
#endif
