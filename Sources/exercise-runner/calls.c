#include "calls.h"

#include <sys/syscall.h>

// One table for both processors: those calls that only one has stand between #if. The order does
// not matter; kernels since 5.11 remember what is always allowed.

const uint32_t allowed_calls[] = {
    __NR_read, __NR_readv, __NR_pread64, __NR_preadv, __NR_write, __NR_writev, __NR_close,
    __NR_close_range, __NR_lseek, __NR_openat, __NR_openat2, __NR_faccessat, __NR_faccessat2,
    __NR_fstat, __NR_newfstatat, __NR_statx, __NR_readlinkat, __NR_getdents64, __NR_getcwd,
    __NR_dup, __NR_dup3, __NR_pipe2, __NR_fadvise64, __NR_ppoll, __NR_pselect6, __NR_epoll_create1,
    __NR_epoll_ctl, __NR_epoll_pwait, __NR_epoll_pwait2, __NR_eventfd2, __NR_timerfd_create,
    __NR_timerfd_settime, __NR_timerfd_gettime, __NR_brk, __NR_mprotect, __NR_munmap, __NR_mremap,
    __NR_madvise, __NR_mincore, __NR_exit, __NR_exit_group, __NR_futex, __NR_futex_waitv,
    __NR_set_robust_list, __NR_get_robust_list, __NR_set_tid_address, __NR_rseq, __NR_membarrier,
    __NR_sched_yield, __NR_sched_getaffinity, __NR_sched_getparam, __NR_sched_getscheduler,
    __NR_sched_get_priority_max, __NR_sched_get_priority_min, __NR_getcpu, __NR_rt_sigprocmask,
    __NR_rt_sigreturn, __NR_rt_sigpending, __NR_rt_sigtimedwait, __NR_rt_sigsuspend,
    __NR_sigaltstack, __NR_restart_syscall, __NR_wait4, __NR_waitid, __NR_clock_gettime,
    __NR_clock_getres, __NR_clock_nanosleep, __NR_nanosleep, __NR_gettimeofday, __NR_times,
    __NR_getrusage, __NR_getpid, __NR_gettid, __NR_getppid, __NR_getpgid, __NR_getsid, __NR_getuid,
    __NR_geteuid, __NR_getgid, __NR_getegid, __NR_getresuid, __NR_getresgid, __NR_getgroups,
    __NR_getpriority, __NR_getrlimit, __NR_uname, __NR_sysinfo, __NR_getrandom,
#ifdef __x86_64__
    __NR_open, __NR_access, __NR_stat, __NR_lstat, __NR_readlink, __NR_dup2, __NR_pipe, __NR_poll,
    __NR_select, __NR_epoll_create, __NR_epoll_wait, __NR_eventfd, __NR_pause, __NR_time,
    __NR_getpgrp,
#endif
};
const size_t allowed_call_count = sizeof allowed_calls / sizeof allowed_calls[0];

#define CALL(name, power) {__NR_##name, #name, power}

const struct forbidden_call forbidden_calls[] = {
    CALL(execve, POWER_PROGRAM), CALL(execveat, POWER_PROGRAM), CALL(memfd_create, POWER_PROGRAM),
    CALL(memfd_secret, POWER_PROGRAM),
#ifdef __x86_64__
    CALL(uselib, POWER_PROGRAM),
#endif
    CALL(clone, POWER_PROCESS),
#ifdef __x86_64__
    CALL(fork, POWER_PROCESS), CALL(vfork, POWER_PROCESS),
#endif
    CALL(socket, POWER_NETWORK), CALL(socketpair, POWER_NETWORK), CALL(bind, POWER_NETWORK),
    CALL(connect, POWER_NETWORK), CALL(listen, POWER_NETWORK), CALL(accept, POWER_NETWORK),
    CALL(accept4, POWER_NETWORK), CALL(sendto, POWER_NETWORK), CALL(sendmsg, POWER_NETWORK),
    CALL(sendmmsg, POWER_NETWORK), CALL(recvmsg, POWER_NETWORK), CALL(recvmmsg, POWER_NETWORK),
    CALL(recvfrom, POWER_NETWORK), CALL(shutdown, POWER_NETWORK), CALL(getsockname, POWER_NETWORK),
    CALL(getpeername, POWER_NETWORK), CALL(setsockopt, POWER_NETWORK),
    CALL(getsockopt, POWER_NETWORK),
    CALL(kill, POWER_OTHERS), CALL(tkill, POWER_OTHERS), CALL(tgkill, POWER_OTHERS),
    CALL(rt_sigqueueinfo, POWER_OTHERS), CALL(rt_tgsigqueueinfo, POWER_OTHERS),
    CALL(ptrace, POWER_OTHERS), CALL(process_vm_readv, POWER_OTHERS),
    CALL(process_vm_writev, POWER_OTHERS), CALL(pidfd_open, POWER_OTHERS),
    CALL(pidfd_getfd, POWER_OTHERS), CALL(pidfd_send_signal, POWER_OTHERS),
    CALL(kcmp, POWER_OTHERS), CALL(process_madvise, POWER_OTHERS),
    CALL(process_mrelease, POWER_OTHERS), CALL(perf_event_open, POWER_OTHERS),
    CALL(fcntl, POWER_OTHERS), CALL(open_by_handle_at, POWER_OTHERS),
    CALL(setuid, POWER_IDENTITY), CALL(setgid, POWER_IDENTITY), CALL(setreuid, POWER_IDENTITY),
    CALL(setregid, POWER_IDENTITY), CALL(setresuid, POWER_IDENTITY),
    CALL(setresgid, POWER_IDENTITY), CALL(setfsuid, POWER_IDENTITY), CALL(setfsgid, POWER_IDENTITY),
    CALL(setgroups, POWER_IDENTITY), CALL(capset, POWER_IDENTITY), CALL(setpgid, POWER_IDENTITY),
    CALL(setsid, POWER_IDENTITY), CALL(unshare, POWER_IDENTITY), CALL(setns, POWER_IDENTITY),
    CALL(chroot, POWER_IDENTITY), CALL(pivot_root, POWER_IDENTITY),
    CALL(shmget, POWER_MEMORY), CALL(shmat, POWER_MEMORY), CALL(shmctl, POWER_MEMORY),
    CALL(shmdt, POWER_MEMORY), CALL(semget, POWER_MEMORY), CALL(semop, POWER_MEMORY),
    CALL(semctl, POWER_MEMORY), CALL(semtimedop, POWER_MEMORY), CALL(msgget, POWER_MEMORY),
    CALL(msgsnd, POWER_MEMORY), CALL(msgrcv, POWER_MEMORY), CALL(msgctl, POWER_MEMORY),
    CALL(mq_open, POWER_MEMORY), CALL(mq_unlink, POWER_MEMORY), CALL(mq_timedsend, POWER_MEMORY),
    CALL(mq_timedreceive, POWER_MEMORY), CALL(mq_notify, POWER_MEMORY),
    CALL(mq_getsetattr, POWER_MEMORY), CALL(userfaultfd, POWER_MEMORY), CALL(mmap, POWER_MEMORY),
    CALL(mount, POWER_SYSTEM), CALL(umount2, POWER_SYSTEM), CALL(move_mount, POWER_SYSTEM),
    CALL(fsopen, POWER_SYSTEM), CALL(fsmount, POWER_SYSTEM), CALL(fsconfig, POWER_SYSTEM),
    CALL(fspick, POWER_SYSTEM), CALL(open_tree, POWER_SYSTEM), CALL(mount_setattr, POWER_SYSTEM),
    CALL(keyctl, POWER_SYSTEM), CALL(add_key, POWER_SYSTEM), CALL(request_key, POWER_SYSTEM),
    CALL(bpf, POWER_SYSTEM), CALL(io_uring_setup, POWER_SYSTEM), CALL(io_uring_enter, POWER_SYSTEM),
    CALL(io_uring_register, POWER_SYSTEM), CALL(init_module, POWER_SYSTEM),
    CALL(finit_module, POWER_SYSTEM), CALL(delete_module, POWER_SYSTEM),
    CALL(kexec_load, POWER_SYSTEM), CALL(kexec_file_load, POWER_SYSTEM), CALL(reboot, POWER_SYSTEM),
    CALL(swapon, POWER_SYSTEM), CALL(swapoff, POWER_SYSTEM), CALL(sethostname, POWER_SYSTEM),
    CALL(setdomainname, POWER_SYSTEM), CALL(settimeofday, POWER_SYSTEM),
    CALL(clock_settime, POWER_SYSTEM), CALL(clock_adjtime, POWER_SYSTEM),
    CALL(adjtimex, POWER_SYSTEM), CALL(acct, POWER_SYSTEM), CALL(quotactl, POWER_SYSTEM),
    CALL(syslog, POWER_SYSTEM), CALL(mknodat, POWER_SYSTEM), CALL(fanotify_init, POWER_SYSTEM),
#ifdef __x86_64__
    CALL(iopl, POWER_SYSTEM), CALL(ioperm, POWER_SYSTEM), CALL(mknod, POWER_SYSTEM),
#endif
};
const size_t forbidden_call_count = sizeof forbidden_calls / sizeof forbidden_calls[0];

const char *power_word(enum power power) {
  switch (power) {
    case POWER_PROGRAM: return "program";
    case POWER_PROCESS: return "process";
    case POWER_NETWORK: return "network";
    case POWER_OTHERS: return "others";
    case POWER_IDENTITY: return "identity";
    case POWER_MEMORY: return "memory";
    case POWER_SYSTEM: return "system";
  }
  return "system";
}
