/* SPDX-License-Identifier: Apache-2.0 */
/* confine.c - limits, no new rights, few system calls (seccomp), few files
 * (Landlock). */

#define _GNU_SOURCE 1 /* pipe2, O_PATH */

#include "media/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define NICENESS 10   /* requests go first */
#define FILES_OPEN 64 /* of a process */
#define PROCESSES \
    4096             /* of the user, threads included: httpd's are his, too \
                      */
#define CPUS_WORTH 4 /* threads that may be busy for all of the time */

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static void limit(int what, int64_t value)
{
    struct rlimit both = {(rlim_t)value, (rlim_t)value};

    if (value > 0 && setrlimit((__rlimit_resource_t)what, &both) != 0)
        trouble("setrlimit %d: %s", what, strerror(errno));
}

static void set_limits(const work_t *work)
{
    static const struct rlimit none = {0, 0};

    limit(RLIMIT_AS, work->memory);
    limit(RLIMIT_CPU, work->time_s * CPUS_WORTH);
    limit(RLIMIT_FSIZE, work->bytes);
    limit(RLIMIT_NOFILE, FILES_OPEN);
    limit(RLIMIT_NPROC, PROCESSES);
    setrlimit(RLIMIT_CORE, &none);
    umask(077);
    errno = 0;
    if (nice(NICENESS) == -1 && errno)
        trouble("nice: %s", strerror(errno));
}

/* --- System calls --- */

/* What decoding a file never needs: the network, other processes, the kernel.
 * Refused with EPERM rather than death, so that a library that only tries goes
 * on. */
static const int refused_calls[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_kill,
    SYS_tkill,
    SYS_tgkill,
    SYS_rt_sigqueueinfo,
    SYS_rt_tgsigqueueinfo,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kcmp,
    SYS_unshare,
    SYS_setns,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_add_key,
    SYS_request_key,
    SYS_keyctl,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_open_by_handle_at,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_io_uring_setup,
    SYS_pidfd_open,
    SYS_pidfd_send_signal,
    SYS_shmget,
    SYS_shmat,
    SYS_msgget,
    SYS_semget,
};

/* And what one that works alone does not need, either. */
static const int refused_alone[] = {SYS_execve, SYS_execveat};

#ifdef ARCHITECTURE
#define FILTER_MAX 128

typedef struct {
    struct sock_filter steps[FILTER_MAX];
    unsigned short n;
} filter_t;

static void add(filter_t *filter, struct sock_filter step)
{
    if (filter->n == FILTER_MAX)
        trouble("the list of system calls is too long");
    filter->steps[filter->n++] = step;
}

/* Refuse when the value loaded last compares so. */
static void refuse_if(filter_t *filter, unsigned comparison, unsigned value)
{
    add(filter,
        (struct sock_filter)BPF_JUMP(
            (unsigned short)(BPF_JMP | comparison | BPF_K), value, 0, 1));
    add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
                                             SECCOMP_RET_ERRNO | EPERM));
}

static void load(filter_t *filter, size_t offset)
{
    add(filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                                             (unsigned)offset));
}

static int filter_calls(int alone)
{
    filter_t filter = {.n = 0};
    struct sock_fprog program;

    load(&filter, offsetof(struct seccomp_data, arch));
    add(&filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                                              ARCHITECTURE, 1, 0));
    add(&filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
                                              SECCOMP_RET_KILL_PROCESS));
    load(&filter, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
    refuse_if(&filter, BPF_JGE, 0x40000000); /* the numbers of x32 */
#endif
    for (size_t i = 0; i < LENGTH(refused_calls); i++)
        refuse_if(&filter, BPF_JEQ, (unsigned)refused_calls[i]);
    for (size_t i = 0; alone && i < LENGTH(refused_alone); i++)
        refuse_if(&filter, BPF_JEQ, (unsigned)refused_alone[i]);
    add(&filter,
        (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    program = (struct sock_fprog){filter.n, filter.steps};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
static int filter_calls(int alone)
{
    (void)alone;
    errno = ENOSYS;
    return -1;
}
#endif

/* --- Files --- */

#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14) /* since its version 3 */
#endif
#define READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define RUN (READ | LANDLOCK_ACCESS_FS_EXECUTE)
#define WRITE (READ | LANDLOCK_ACCESS_FS_WRITE_FILE)
#define MAKE \
    (WRITE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE \
     | LANDLOCK_ACCESS_FS_TRUNCATE)
#define EVERYTHING (((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1))

/* What the programs themselves are made of. */
static const struct {
    const char *path;
    uint64_t access;
} shared_files[] = {
    {"/usr", RUN},
    {"/lib", RUN},
    {"/lib64", RUN},
    {"/bin", RUN},
    {"/etc/ld.so.cache", READ},
    {"/sys/devices/system/cpu", READ},
    {"/proc/cpuinfo", READ},
    {"/proc/meminfo", READ},
    {"/dev/urandom", READ},
    {"/dev/null", WRITE},
};

static int landlock_version(void)
{
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
                        LANDLOCK_CREATE_RULESET_VERSION);
}

/* Allow a path, when it is there. */
static void allow(int rules, const char *path, uint64_t access, uint64_t known)
{
    static const uint64_t of_folders = LANDLOCK_ACCESS_FS_READ_DIR;
    struct landlock_path_beneath_attr rule = {
        .parent_fd = open(path, O_PATH | O_CLOEXEC)};
    struct stat found;

    if (rule.parent_fd < 0)
        return;
    rule.allowed_access = access & known;
    if (fstat(rule.parent_fd, &found) == 0 && !S_ISDIR(found.st_mode))
        rule.allowed_access &= ~of_folders;
    if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule,
                0)
        != 0)
        trouble("landlock: %s: %s", path, strerror(errno));
    close(rule.parent_fd);
}

/* A kernel without Landlock leaves file names to the programs' own settings:
 * no protocol but files, and no format that names other files. */
static void lock_files(const work_t *work)
{
    int version = landlock_version(), rules;
    struct landlock_ruleset_attr all = {.handled_access_fs = EVERYTHING};

    if (version < 1)
        return;
    if (version >= 3)
        all.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
    rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof(all), 0);
    if (rules < 0)
        trouble("landlock: %s", strerror(errno));
    for (size_t i = 0; i < LENGTH(shared_files); i++)
        allow(rules, shared_files[i].path, shared_files[i].access,
              all.handled_access_fs);
    allow(rules, ".", MAKE, all.handled_access_fs);
    allow(rules, work->input, READ, all.handled_access_fs);
    if (syscall(SYS_landlock_restrict_self, rules, 0) != 0)
        trouble("landlock: %s", strerror(errno));
    close(rules);
}

/* --- All of it --- */

void confine(const work_t *work, int alone)
{
    set_limits(work);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0
        || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        trouble("prctl: %s", strerror(errno));
    lock_files(work);
    if (filter_calls(alone) != 0)
        trouble("seccomp: %s", strerror(errno));
}

int confine_check(void)
{
    int has_seccomp =
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter_calls(0) == 0;

    printf("seccomp: %s\n", has_seccomp ? "yes" : "NO, and it is needed");
    printf("landlock: %s\n",
           landlock_version() > 0 ? "yes" : "no, this kernel does without");
    return has_seccomp;
}
