// libarchive, and its macros with casts, which Swift can't see.
#ifndef REGWATCH_CARCHIVE_SHIM_H
#define REGWATCH_CARCHIVE_SHIM_H
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

static inline int rw_archive_is_file(struct archive_entry *entry) {
    return archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry) && !archive_entry_symlink(entry);
}
static inline void rw_archive_make_file(struct archive_entry *entry) {
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
}

// While a thread has this locale, libarchive gives the names in UTF-8, whatever the user's locale is.
static inline locale_t rw_archive_names_in_utf8(void) { return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }
#endif
