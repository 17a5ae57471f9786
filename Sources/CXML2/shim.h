// libxml2, locked down: nothing external is ever loaded, and nothing is printed.
#ifndef REGWATCH_CXML2_SHIM_H
#define REGWATCH_CXML2_SHIM_H
// libxml2 has its own include folder, which SwiftPM learns from pkg-config: see Package.swift.
// Debian's libxml2 is built with ICU, and its headers would bring ICU's own, which clash with those of Foundation. Only two private
// members of a struct that is never made here go with it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

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

// A parser with a copy of a page in UTF-8: the page itself is not needed any more, and of a large one there need not be two. Null where
// there was no memory.
static inline htmlParserCtxtPtr rw_html_begin(const char *bytes, int count) { return htmlCreateMemoryParserCtxt(bytes, count); }

// Walks the page, frees the parser, and tells `reader` of each element and text. Every open has its close, unless the parser was
// stopped by rw_html_stop. `context_out` gets the context before the first call.
static inline void rw_html_walk(htmlParserCtxtPtr context, void *reader, rw_html_open open, rw_html_close close,
                                rw_html_text text, rw_html_text raw, rw_html_mistake mistake, htmlParserCtxtPtr *context_out) {
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

// XML, read as a stream. Nothing external is loaded, no document type is obeyed, and no entity is expanded: a reference gives the
// character of its name (&amp; and the names of HTML), else nothing, and is counted.
typedef struct {
    void *reader;
    rw_html_open open;
    rw_html_close close;
    rw_html_text text;
    rw_html_mistake mistake;
    int foreign_entities;
    xmlParserCtxtPtr context;
    xmlEntity entity;
    xmlChar character[8];
} rw_xml_walker;

// After a mistake libxml2 goes on, but drops every entity reference as long as this flag is down.
static inline void rw_xml_go_on(rw_xml_walker *walker) { walker->context->wellFormed = 1; }
static inline void rw_xml_opened(void *data, const xmlChar *name, const xmlChar **attributes) {
    rw_xml_walker *walker = (rw_xml_walker *)data;
    rw_xml_go_on(walker);
    walker->open(walker->reader, name, attributes);
}
static inline void rw_xml_closed(void *data, const xmlChar *name) {
    rw_xml_walker *walker = (rw_xml_walker *)data;
    rw_xml_go_on(walker);
    walker->close(walker->reader, name);
}
static inline void rw_xml_found(void *data, const xmlChar *bytes, int count) {
    rw_xml_walker *walker = (rw_xml_walker *)data;
    rw_xml_go_on(walker);
    walker->text(walker->reader, bytes, count);
}
static inline void rw_xml_mistook(void *data, const char *message, ...) {
    rw_xml_walker *walker = (rw_xml_walker *)data;
    (void)message;
    xmlErrorPtr error = walker->context ? xmlCtxtGetLastError(walker->context) : 0;
    if (error) walker->mistake(walker->reader, error);
}
static inline xmlEntityPtr rw_xml_entity(void *data, const xmlChar *name) {
    rw_xml_walker *walker = (rw_xml_walker *)data;
    rw_xml_go_on(walker);
    // Of an entity in an attribute libxml2 takes one byte.
    int is_attribute = walker->context->instate == XML_PARSER_ATTRIBUTE_VALUE;
    const htmlEntityDesc *known = htmlEntityLookup(name);
    memset(walker->character, 0, sizeof walker->character);
    if (known && (!is_attribute || known->value < 0x80)) {
        xmlCopyCharMultiByte(walker->character, (int)known->value);
    } else if (xmlStrEqual(name, (const xmlChar *)"apos")) {
        walker->character[0] = 0x27;
    } else {
        if (!known) walker->foreign_entities++;
        if (is_attribute) walker->character[0] = 0x20;
    }
    memset(&walker->entity, 0, sizeof walker->entity);
    walker->entity.type = XML_ENTITY_DECL;
    walker->entity.name = name;
    walker->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    walker->entity.content = walker->character;
    walker->entity.orig = walker->character;
    walker->entity.length = xmlStrlen(walker->character);
    return &walker->entity;
}

// A parser with a copy of a document in UTF-8, as rw_html_begin.
static inline xmlParserCtxtPtr rw_xml_begin(const char *bytes, int count) { return xmlCreateMemoryParserCtxt(bytes, count); }

// Walks the document and frees the parser. An ampersand in an attribute's value arrives as `&#38;`. Elements that the end of the file
// leaves open get no close. False where there was no memory.
static inline int rw_xml_walk(xmlParserCtxtPtr context, rw_xml_walker *walker) {
    if (!context) return 0;
    // OLDSAX: every reference asks us, and not a table of libxml2's first.
    xmlCtxtUseOptions(context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_OLDSAX | XML_PARSE_SAX1);
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    // The first SAX interface, with names as they are written: the second looks every prefix up in a list that a file can make long.
    handler.initialized = 1;
    handler.startElement = rw_xml_opened;
    handler.endElement = rw_xml_closed;
    handler.characters = rw_xml_found;
    handler.ignorableWhitespace = rw_xml_found;
    handler.cdataBlock = rw_xml_found;
    handler.getEntity = rw_xml_entity;
    handler.error = rw_xml_mistook;
    handler.fatalError = rw_xml_mistook;
    if (context->sax) *context->sax = handler;
    context->userData = walker;
    walker->context = context;
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
    xmlParseDocument(context);
    walker->context = 0;
    if (context->myDoc) { xmlFreeDoc(context->myDoc); context->myDoc = 0; }
    xmlFreeParserCtxt(context);
    return 1;
}
static inline void rw_xml_stop(rw_xml_walker *walker) { if (walker->context) xmlStopParser(walker->context); }
#endif
