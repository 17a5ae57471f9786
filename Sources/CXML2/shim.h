// libxml2, locked down: nothing external is ever loaded, and nothing is printed.
#ifndef REGWATCH_CXML2_SHIM_H
#define REGWATCH_CXML2_SHIM_H
// libxml2 has its own include folder, which SwiftPM learns from pkg-config: see Package.swift.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <libxml/globals.h>
#include <string.h>

static inline xmlParserInputPtr rw_xml_load_nothing(const char *url, const char *id, xmlParserCtxtPtr context) {
    (void)url; (void)id; (void)context;
    return 0;
}
static inline void rw_xml_say_nothing(void *context, const char *message, ...) { (void)context; (void)message; }

// Once in a process, before any other use.
static inline void rw_xml_start(void) {
    xmlInitParser();
    xmlSetExternalEntityLoader(rw_xml_load_nothing);
    // The second is what threads begin with that come later.
    xmlSetGenericErrorFunc(0, rw_xml_say_nothing);
    xmlThrDefSetGenericErrorFunc(0, rw_xml_say_nothing);
}

typedef void (*rw_html_open)(void *reader, const xmlChar *name, const xmlChar **attributes);
typedef void (*rw_html_close)(void *reader, const xmlChar *name);
typedef void (*rw_html_text)(void *reader, const xmlChar *bytes, int count);
// Called for every mistake in the page that the parser meets.
typedef void (*rw_html_mistake)(void *reader, xmlErrorPtr error);

// Walks a page given in UTF-8 and tells `reader` of each element and text. Every open has its close, unless the parser was
// stopped by rw_html_stop. `context_out` gets the context before the first call.
static inline void rw_html_walk(const char *bytes, int count, void *reader, rw_html_open open, rw_html_close close,
                                rw_html_text text, rw_html_text raw, rw_html_mistake mistake, htmlParserCtxtPtr *context_out) {
    htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, count);
    if (!context) return;
    htmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElement = open;
    handler.endElement = close;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = raw;
    handler.serror = mistake;
    if (context->sax) *context->sax = handler;
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    context->userData = reader;
    context->sax->serror = mistake;
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
    *context_out = context;
    htmlParseDocument(context);
    *context_out = 0;
    if (context->myDoc) { xmlFreeDoc(context->myDoc); context->myDoc = 0; }
    htmlFreeParserCtxt(context);
}
static inline void rw_html_stop(htmlParserCtxtPtr context) { if (context) xmlStopParser(context); }
#endif
