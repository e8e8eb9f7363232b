#ifndef RUN_PATH_H
#define RUN_PATH_H

/**
 * The run path of the library that is open as `file`: where it asks the dynamic loader to look for
 * what it needs, several folders with colons between. The file is a stranger's and is only read,
 * never run: whatever is in it, the answer is a text or NULL.
 *
 * NULL too where it has none, or is no 64-bit library of this byte order. The caller's to free.
 */
char *elf_run_path(int file);

#endif /* RUN_PATH_H */
