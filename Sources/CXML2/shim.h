// libxml2, locked down: nothing external is ever loaded, and nothing is printed.
#ifndef REGWATCH_CXML2_SHIM_H
#define REGWATCH_CXML2_SHIM_H
// The system module of libxml2 needs its own include folder on Debian.
#include <libxml2/libxml/parser.h>
#include <libxml2/libxml/HTMLparser.h>
#include <libxml2/libxml/tree.h>
#endif
