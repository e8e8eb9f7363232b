#define _GNU_SOURCE
#include "run_path.h"

#include <elf.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/** More than any linker makes; a file that claims more is not read. */
enum { MOST_HEADERS = 256, MOST_DYNAMIC = 4096, LONGEST_PATH = 4096 };

/** Reads exactly `length` bytes at `offset`; false where they are not all there. */
static bool read_at(int file, void *bytes, size_t length, uint64_t offset) {
  if (offset > INT64_MAX - length) return false;
  return pread(file, bytes, length, (off_t)offset) == (ssize_t)length;
}

/** Where in the file stands what is loaded at `address`; false where nothing is. */
static bool find(const Elf64_Phdr *headers, size_t count, uint64_t address, uint64_t *offset) {
  for (size_t index = 0; index < count; index++) {
    const Elf64_Phdr *header = &headers[index];
    if (header->p_type != PT_LOAD || address < header->p_vaddr) continue;
    uint64_t distance = address - header->p_vaddr;
    if (distance >= header->p_filesz || header->p_offset > UINT64_MAX - distance) continue;
    *offset = header->p_offset + distance;
    return true;
  }
  return false;
}

/** The text at `offset`, where it ends in a zero before it gets too long. */
static char *text_at(int file, uint64_t offset) {
  char *text = calloc(1, LONGEST_PATH + 1);
  if (text == NULL) return NULL;
  ssize_t count = offset > INT64_MAX ? -1 : pread(file, text, LONGEST_PATH, (off_t)offset);
  if (count > 0 && memchr(text, 0, (size_t)count) != NULL) return text;
  free(text);
  return NULL;
}

/** DT_RUNPATH, or else its elder DT_RPATH. */
static char *run_path(int file, const Elf64_Phdr *headers, size_t count,
                      const Elf64_Phdr *dynamic) {
  uint64_t strings = 0;
  uint64_t path = 0;
  bool has_strings = false;
  bool has_path = false;
  for (uint64_t index = 0; index < dynamic->p_filesz / sizeof(Elf64_Dyn); index++) {
    Elf64_Dyn entry;
    if (index == MOST_DYNAMIC) return NULL;
    if (dynamic->p_offset > INT64_MAX) return NULL;
    if (!read_at(file, &entry, sizeof entry, dynamic->p_offset + index * sizeof entry)) {
      return NULL;
    }
    if (entry.d_tag == DT_NULL) break;
    if (entry.d_tag == DT_STRTAB) {
      has_strings = true;
      strings = entry.d_un.d_ptr;
    } else if (entry.d_tag == DT_RUNPATH || (entry.d_tag == DT_RPATH && !has_path)) {
      has_path = true;
      path = entry.d_un.d_val;
    }
  }
  uint64_t offset;
  if (!has_strings || !has_path || !find(headers, count, strings, &offset)) return NULL;
  return offset > UINT64_MAX - path ? NULL : text_at(file, offset + path);
}

char *elf_run_path(int file) {
  const int order = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? ELFDATA2LSB : ELFDATA2MSB;
  Elf64_Ehdr head;
  if (!read_at(file, &head, sizeof head, 0)) return NULL;
  if (memcmp(head.e_ident, ELFMAG, SELFMAG) != 0) return NULL;
  if (head.e_ident[EI_CLASS] != ELFCLASS64 || head.e_ident[EI_DATA] != order) return NULL;
  if (head.e_phentsize != sizeof(Elf64_Phdr) || head.e_phnum > MOST_HEADERS) return NULL;
  Elf64_Phdr headers[MOST_HEADERS];
  if (!read_at(file, headers, head.e_phnum * sizeof headers[0], head.e_phoff)) return NULL;
  for (size_t index = 0; index < head.e_phnum; index++) {
    if (headers[index].p_type == PT_DYNAMIC) {
      return run_path(file, headers, head.e_phnum, &headers[index]);
    }
  }
  return NULL;
}
