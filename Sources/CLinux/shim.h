#ifndef REGWATCH_CLINUX_SHIM_H
#define REGWATCH_CLINUX_SHIM_H
// What Swift's Glibc module map leaves out: eventfd, signalfd, wcwidth, statfs.
#include <wchar.h>
#include <sys/vfs.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <signal.h>
#include <stdint.h>
#include <unistd.h>
extern int wcwidth(wchar_t);
static inline int rw_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
// The magic number of the file system that holds the path (statfs(2)); 0 where it can't be told.
static inline uint32_t rw_filesystem(const char *path) { struct statfs s; return statfs(path, &s) == 0 ? (uint32_t)s.f_type : 0; }
static inline int rw_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
static inline void rw_eventfd_post(int fd) { uint64_t v = 1; (void)!write(fd, &v, 8); }
static inline uint64_t rw_eventfd_take(int fd) { uint64_t v = 0; return read(fd, &v, 8) == 8 ? v : 0; }
// Block SIGWINCH/SIGTERM/SIGINT/SIGHUP in the whole process (call before any
// thread exists) and take them as bytes from an fd instead.
static inline int rw_signalfd_install(void) {
    sigset_t s; sigemptyset(&s);
    sigaddset(&s, SIGWINCH); sigaddset(&s, SIGTERM); sigaddset(&s, SIGHUP);
    if (pthread_sigmask(SIG_BLOCK, &s, 0) != 0) return -1;
    return signalfd(-1, &s, SFD_NONBLOCK | SFD_CLOEXEC);
}
static inline int rw_signalfd_take(int fd) {
    struct signalfd_siginfo si;
    return read(fd, &si, sizeof si) == (ssize_t)sizeof si ? (int)si.ssi_signo : 0;
}
#endif
