#ifndef REGWATCH_CLINUX_SHIM_H
#define REGWATCH_CLINUX_SHIM_H
// What Swift's Glibc module map leaves out: eventfd, signalfd, wcwidth, statfs, malloc_trim.
#include <wchar.h>
#include <sys/vfs.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <signal.h>
#include <stdint.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
extern int wcwidth(wchar_t);
// Gives the system back what was freed: a large document leaves holes that the C library keeps. Other C libraries keep none.
static inline void rw_give_memory_back(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
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

// ---- the terminal's signals, as bytes from a descriptor --------------------
#include <errno.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
static inline void rw_terminal_signal_set(sigset_t *s) {
    static const int all[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
    sigemptyset(s);
    for (unsigned i = 0; i < sizeof all / sizeof *all; i++) sigaddset(s, all[i]);
}
// Blocks them in this thread and all that it starts; before any other thread exists, therefore in the whole process.
static inline int rw_terminal_signals(void) {
    sigset_t s;
    rw_terminal_signal_set(&s);
    if (pthread_sigmask(SIG_BLOCK, &s, 0) != 0) return -1;
    return signalfd(-1, &s, SFD_NONBLOCK | SFD_CLOEXEC);
}
// Stops this process as ^Z does and returns when it is continued. In a process group without a shell above it the kernel
// ignores SIGTSTP, and so this returns at once; SIGSTOP would never come back there.
static inline void rw_stop_self(int whole_group) {
    struct sigaction action, before;
    sigset_t stop, pending;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, &before);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    if (sigpending(&pending) != 0 || !sigismember(&pending, SIGTSTP)) kill(whole_group ? 0 : getpid(), SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, 0);   // here it stops
    pthread_sigmask(SIG_BLOCK, &stop, 0);
    sigaction(SIGTSTP, &before, 0);
}
// Runs a program that gets the terminal, with no signal blocked, and waits for it. A ^Z there stops us, too, and fg continues both.
// Returns 0 with its exit code (128 + signal where one ended it) in `code`, or the errno of why it could not start.
static inline int rw_run_foreground(char *const argv[], char *const envp[], int *code) {
    posix_spawnattr_t attributes;
    sigset_t none, defaults;
    pid_t child;
    int status, error;
    sigemptyset(&none);
    rw_terminal_signal_set(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    error = posix_spawnp(&child, argv[0], 0, &attributes, argv, envp);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) return error;
    for (;;) {
        if (waitpid(child, &status, WUNTRACED) < 0) {
            if (errno == EINTR) continue;
            return errno;
        }
        if (!WIFSTOPPED(status)) break;
        rw_stop_self(0);
        kill(child, SIGCONT);
    }
    *code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return 0;
}

// ---- helper programs: what Swift's Glibc leaves out -------------------------
#include <sys/resource.h>
#include <sys/syscall.h>
// A file without a name, in memory; gone with its last descriptor. -1 where the kernel has none.
static inline int rw_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1u /* MFD_CLOEXEC */); }
static inline int rw_limit(pid_t process, int resource, uint64_t limit, uint64_t most) {
    struct { uint64_t now, most; } both = {limit, most};
    return (int)syscall(SYS_prlimit64, process, resource, &both, 0);
}
// Sets what another process of ours may use: address space and largest file in bytes, processor time in seconds; no core files.
static inline int rw_limit_process(pid_t process, uint64_t memory, uint64_t file, uint64_t seconds) {
    // A second more until SIGKILL, so that the end by SIGXCPU tells why.
    return rw_limit(process, RLIMIT_AS, memory, memory) | rw_limit(process, RLIMIT_FSIZE, file, file)
        | rw_limit(process, RLIMIT_CPU, seconds, seconds + 1) | rw_limit(process, RLIMIT_CORE, 0, 0);
}
// Whether a child has ended. It stays a zombie, so that its number is nobody else's, until somebody takes its status.
static inline int rw_has_ended(pid_t process) {
    siginfo_t info;
    memset(&info, 0, sizeof info);
    int result;
    while ((result = waitid(P_PID, (id_t)process, &info, WEXITED | WNOHANG | WNOWAIT)) < 0 && errno == EINTR) {}
    return result < 0 || info.si_pid == process;
}
#endif
