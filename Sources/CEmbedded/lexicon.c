#include "lexicon.h"

// #embed is C23; clang has it in every mode and only warns that older ones lack it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char agencies_bytes[] = {
#embed "../EntityExtraction/Lexicon/agencies.tsv" suffix(, )
  0};
static const unsigned char exchanges_bytes[] = {
#embed "../EntityExtraction/Lexicon/exchanges.tsv" suffix(, )
  0};
static const unsigned char assets_bytes[] = {
#embed "../EntityExtraction/Lexicon/assets.tsv" suffix(, )
  0};
static const unsigned char legislators_bytes[] = {
#embed "../EntityExtraction/Lexicon/legislators.tsv" suffix(, )
  0};
static const unsigned char bills_bytes[] = {
#embed "../EntityExtraction/Lexicon/bills.tsv" suffix(, )
  0};
static const unsigned char countries_bytes[] = {
#embed "../EntityExtraction/Lexicon/countries.tsv" suffix(, )
  0};

embedded_table embedded_agencies(void) { return (embedded_table){agencies_bytes, sizeof agencies_bytes - 1}; }
embedded_table embedded_exchanges(void) { return (embedded_table){exchanges_bytes, sizeof exchanges_bytes - 1}; }
embedded_table embedded_assets(void) { return (embedded_table){assets_bytes, sizeof assets_bytes - 1}; }
embedded_table embedded_legislators(void) { return (embedded_table){legislators_bytes, sizeof legislators_bytes - 1}; }
embedded_table embedded_bills(void) { return (embedded_table){bills_bytes, sizeof bills_bytes - 1}; }
embedded_table embedded_countries(void) { return (embedded_table){countries_bytes, sizeof countries_bytes - 1}; }
