// GMime, made ready for many threads, and its casts and macros that Swift can't see. All objects are owned by their message.
#ifndef REGWATCH_CGMIME_SHIM_H
#define REGWATCH_CGMIME_SHIM_H
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// GLib's headers lie where only pkg-config finds them, and SwiftPM refuses some of its flags: so what is used of GMime 3 and GLib 2 is
// declared here, in their own words, which never change within a major version. To check it against the real headers:
// echo '#include <gmime/gmime.h>\n#include "Sources/CGMime/shim.h"' | cc -fsyntax-only -x c -I. $(pkg-config --cflags gmime-3.0) -
#ifndef __GMIME_H__
typedef int gboolean;
typedef char gchar;
typedef unsigned char guint8;
typedef unsigned int guint;
typedef void *gpointer;
typedef unsigned long GType;
typedef struct _GTypeInstance GTypeInstance;
typedef struct _GByteArray { guint8 *data; guint len; } GByteArray;
typedef struct _GDateTime GDateTime;
typedef enum { RW_LOG_LEVEL = 1, RW_LOG_LEVEL_LAST = -4 } GLogLevelFlags;
typedef void (*GLogFunc)(const gchar *, GLogLevelFlags, const gchar *, gpointer);
typedef struct _GMimeObject GMimeObject;
typedef struct _GMimeMessage GMimeMessage;
typedef struct _GMimePart GMimePart;
typedef struct _GMimeMultipart GMimeMultipart;
typedef struct _GMimeMessagePart GMimeMessagePart;
typedef struct _GMimeStream GMimeStream;
typedef struct _GMimeStreamMem GMimeStreamMem;
typedef struct _GMimeParser GMimeParser;
typedef struct _GMimeParserOptions GMimeParserOptions;
typedef struct _GMimeContentType GMimeContentType;
typedef struct _GMimeDataWrapper GMimeDataWrapper;
typedef struct _GMimeHeader GMimeHeader;
typedef struct _GMimeHeaderList GMimeHeaderList;
typedef struct _InternetAddress InternetAddress;
typedef struct _InternetAddressList InternetAddressList;
typedef struct _InternetAddressMailbox InternetAddressMailbox;
#endif

GLogFunc g_log_set_default_handler(GLogFunc, gpointer);
void g_object_unref(gpointer);
gboolean g_type_check_instance_is_a(GTypeInstance *, GType);
GByteArray *g_byte_array_new(void);
void g_byte_array_unref(GByteArray *);
void (g_free)(gpointer);
void g_date_time_get_ymd(GDateTime *, int *, int *, int *);
void g_date_time_unref(GDateTime *);
void g_mime_init(void);
GType g_mime_part_get_type(void);
GType g_mime_multipart_get_type(void);
GType g_mime_message_part_get_type(void);
GType internet_address_mailbox_get_type(void);
GMimeStream *g_mime_stream_mem_new(void);
GMimeStream *g_mime_stream_mem_new_with_buffer(const char *, size_t);
void g_mime_stream_mem_set_byte_array(GMimeStreamMem *, GByteArray *);
GMimeParser *g_mime_parser_new_with_stream(GMimeStream *);
GMimeMessage *g_mime_parser_construct_message(GMimeParser *, GMimeParserOptions *);
GMimeObject *g_mime_message_get_mime_part(GMimeMessage *);
int g_mime_multipart_get_count(GMimeMultipart *);
GMimeObject *g_mime_multipart_get_part(GMimeMultipart *, int);
GMimeMessage *g_mime_message_part_get_message(GMimeMessagePart *);
GMimeContentType *g_mime_object_get_content_type(GMimeObject *);
const char *g_mime_content_type_get_media_type(GMimeContentType *);
const char *g_mime_content_type_get_media_subtype(GMimeContentType *);
const char *g_mime_object_get_content_type_parameter(GMimeObject *, const char *);
const char *g_mime_object_get_disposition(GMimeObject *);
const char *g_mime_object_get_content_id(GMimeObject *);
const char *g_mime_part_get_filename(GMimePart *);
GMimeDataWrapper *g_mime_part_get_content(GMimePart *);
ssize_t g_mime_data_wrapper_write_to_stream(GMimeDataWrapper *, GMimeStream *);
GMimeHeaderList *g_mime_object_get_header_list(GMimeObject *);
GMimeHeader *g_mime_header_list_get_header(GMimeHeaderList *, const char *);
const char *g_mime_header_get_raw_value(GMimeHeader *);
InternetAddressList *internet_address_list_parse(GMimeParserOptions *, const char *);
int internet_address_list_length(InternetAddressList *);
InternetAddress *internet_address_list_get_address(InternetAddressList *, int);
const char *internet_address_get_name(InternetAddress *);
const char *internet_address_mailbox_get_addr(InternetAddressMailbox *);
GDateTime *g_mime_utils_header_decode_date(const char *);
char *g_mime_utils_header_decode_text(GMimeParserOptions *, const char *);

static inline int rw_mail_is(const void *object, GType type) { return object && g_type_check_instance_is_a((GTypeInstance *)object, type); }

static inline void rw_mail_say_nothing(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data) {
    (void)domain; (void)level; (void)message; (void)data;
}

// A message in memory, of which GMime makes a copy. The caller gives it back with rw_mail_free.
static inline GMimeMessage *rw_mail_parse(const char *bytes, size_t count) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_object_unref(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    return message;
}
static inline void rw_mail_free(GMimeMessage *message) { if (message) g_object_unref(message); }

typedef enum { RW_MAIL_NOTHING, RW_MAIL_PART, RW_MAIL_MULTIPART, RW_MAIL_MESSAGE } rw_mail_kind;
static inline rw_mail_kind rw_mail_kind_of(GMimeObject *object) {
    if (!object) return RW_MAIL_NOTHING;
    if (rw_mail_is(object, g_mime_multipart_get_type())) return RW_MAIL_MULTIPART;
    if (rw_mail_is(object, g_mime_message_part_get_type())) return RW_MAIL_MESSAGE;
    return rw_mail_is(object, g_mime_part_get_type()) ? RW_MAIL_PART : RW_MAIL_NOTHING;
}
static inline GMimeObject *rw_mail_root(GMimeMessage *message) { return g_mime_message_get_mime_part(message); }
static inline GMimeObject *rw_mail_as_object(GMimeMessage *message) { return (GMimeObject *)message; }
static inline int rw_mail_count(GMimeObject *multipart) { return g_mime_multipart_get_count((GMimeMultipart *)multipart); }
static inline GMimeObject *rw_mail_child(GMimeObject *multipart, int index) {
    return g_mime_multipart_get_part((GMimeMultipart *)multipart, index);
}
static inline GMimeMessage *rw_mail_inner(GMimeObject *part) { return g_mime_message_part_get_message((GMimeMessagePart *)part); }
static inline const char *rw_mail_type(GMimeObject *object) {
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return type ? g_mime_content_type_get_media_type(type) : NULL;
}
static inline const char *rw_mail_subtype(GMimeObject *object) {
    GMimeContentType *type = g_mime_object_get_content_type(object);
    return type ? g_mime_content_type_get_media_subtype(type) : NULL;
}
static inline const char *rw_mail_filename(GMimeObject *part) { return g_mime_part_get_filename((GMimePart *)part); }

// The raw value of a header, as it stands in the mail; NULL where there is none. Of several, the first.
static inline const char *rw_mail_header(GMimeObject *object, const char *name) {
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
    return header ? g_mime_header_get_raw_value(header) : NULL;
}

// A part's bytes without their transfer encoding. The caller frees the array with g_byte_array_unref. NULL for an empty part.
static inline GByteArray *rw_mail_content(GMimeObject *part) {
    GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)part);
    if (!content) return NULL;
    GByteArray *bytes = g_byte_array_new();
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_stream_mem_set_byte_array((GMimeStreamMem *)stream, bytes);
    g_mime_data_wrapper_write_to_stream(content, stream);
    g_object_unref(stream);
    return bytes;
}

// The first address: its name (may be NULL) and address. The caller frees the list with g_object_unref.
static inline InternetAddressList *rw_mail_addresses(const char *text) { return internet_address_list_parse(NULL, text); }
static inline InternetAddress *rw_mail_first_address(InternetAddressList *list) {
    return list && internet_address_list_length(list) > 0 ? internet_address_list_get_address(list, 0) : NULL;
}
static inline const char *rw_mail_address_name(InternetAddress *address) { return internet_address_get_name(address); }
static inline const char *rw_mail_mailbox(InternetAddress *address) {
    return rw_mail_is(address, internet_address_mailbox_get_type()) ? internet_address_mailbox_get_addr((InternetAddressMailbox *)address) : NULL;
}
static inline void rw_mail_free_addresses(InternetAddressList *list) { if (list) g_object_unref(list); }

// The day of a date header, by the clock of who wrote it: 1 where it has one.
static inline int rw_mail_day(const char *text, int *year, int *month, int *day) {
    GDateTime *date = g_mime_utils_header_decode_date(text);
    if (!date) return 0;
    g_date_time_get_ymd(date, year, month, day);
    g_date_time_unref(date);
    return 1;
}

// Once in a process, before any other use. GMime registers its types when they are first used, without a lock: so all are used here.
static inline void rw_mail_start(void) {
    g_log_set_default_handler(rw_mail_say_nothing, NULL);
    g_mime_init();
    static const char sample[] =
        "From: =?utf-8?Q?a?= <a@b.example>, g: c@d.example;\r\nSubject: =?iso-8859-1?Q?=E9?=\r\nDate: Mon, 02 Jun 2025 10:00:00 +0200\r\n"
        "Message-ID: <a@b>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n=E9\r\n--B\r\nContent-Type: application/pdf; name=x.pdf\r\n"
        "Content-Disposition: attachment; filename*=utf-8''x.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--B\r\n"
        "Content-Type: message/rfc822\r\n\r\nSubject: y\r\n\r\nz\r\n--B\r\nContent-Type: multipart/signed; boundary=S\r\n\r\n--S\r\n\r\ny\r\n"
        "--S--\r\n--B\r\nContent-Type: multipart/encrypted; boundary=E\r\n\r\n--E\r\n\r\ny\r\n--E--\r\n--B\r\nContent-Type: "
        "application/pkcs7-mime\r\n\r\nx\r\n--B\r\nContent-Type: message/partial\r\n\r\nx\r\n--B\r\nContent-Type: message/delivery-status"
        "\r\n\r\nAction: x\r\n\r\n--B\r\nContent-Type: application/x-y\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n"
        "#86)C\r\n`\r\nend\r\n--B--\r\n";
    GMimeMessage *message = rw_mail_parse(sample, sizeof sample - 1);
    GMimeObject *root = message ? rw_mail_root(message) : NULL;
    if (rw_mail_kind_of(root) == RW_MAIL_MULTIPART) {
        for (int index = 0; index < rw_mail_count(root); index++) {
            GMimeObject *child = rw_mail_child(root, index);
            if (rw_mail_kind_of(child) != RW_MAIL_PART) continue;
            (void)rw_mail_filename(child);
            GByteArray *bytes = rw_mail_content(child);
            if (bytes) g_byte_array_unref(bytes);
        }
    }
    int year, month, day;
    (void)rw_mail_day("Mon, 02 Jun 2025 10:00:00 +0200", &year, &month, &day);
    InternetAddressList *list = rw_mail_addresses("=?utf-8?Q?a?= <a@b.example>, g: c@d.example;");
    InternetAddress *first = rw_mail_first_address(list);
    if (first) (void)rw_mail_mailbox(first);
    rw_mail_free_addresses(list);
    char *text = g_mime_utils_header_decode_text(NULL, "=?iso-8859-1?Q?=E9?= \xe9");
    g_free(text);
    rw_mail_free(message);
}
#endif
