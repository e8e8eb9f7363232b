#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "hostile_plugin.h"

static struct sockaddr_in loopback(const char *port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port))};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

static int32_t connect_tcp(const char *port) {
  struct sockaddr_in address = loopback(port);
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  if (socket_ < 0) return errno;
  return connect(socket_, (struct sockaddr *)&address, sizeof address) < 0 ? errno : 0;
}

static int32_t listen_tcp(const char *port) {
  struct sockaddr_in address = loopback(port);
  int socket_ = socket(AF_INET, SOCK_STREAM, 0);
  if (socket_ < 0 || bind(socket_, (struct sockaddr *)&address, sizeof address) < 0) return errno;
  return listen(socket_, 1) < 0 ? errno : 0;
}

static int32_t send_udp(const char *port) {
  struct sockaddr_in address = loopback(port);
  int socket_ = socket(AF_INET, SOCK_DGRAM, 0);
  if (socket_ < 0) return errno;
  return sendto(socket_, "x", 1, 0, (struct sockaddr *)&address, sizeof address) < 0 ? errno : 0;
}

static int32_t connect_unix(const char *name, size_t start) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strncpy(address.sun_path + start, name, sizeof address.sun_path - start - 1);
  int socket_ = socket(AF_UNIX, SOCK_STREAM, 0);
  if (socket_ < 0) return errno;
  socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + start + strlen(name));
  return connect(socket_, (struct sockaddr *)&address, length) < 0 ? errno : 0;
}

static int32_t connect_path(const char *path) { return connect_unix(path, 0); }
static int32_t connect_abstract(const char *name) { return connect_unix(name, 1); }

static int32_t listen_path(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strncpy(address.sun_path, path, sizeof address.sun_path - 1);
  int socket_ = socket(AF_UNIX, SOCK_STREAM, 0);
  if (socket_ < 0) return errno;
  return bind(socket_, (struct sockaddr *)&address, sizeof address) < 0 ? errno : 0;
}

/** Netlink tells about the machine's network. */
static int32_t ask_kernel(const char *unused) {
  (void)unused;
  return socket(AF_NETLINK, SOCK_RAW, 0) < 0 ? errno : 0;
}

static int32_t make_pair(const char *unused) {
  (void)unused;
  int ends[2];
  return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0 ? errno : 0;
}

/** A descriptor for the host, by the one socket that there is. */
static int32_t send_descriptor(const char *unused) {
  (void)unused;
  char control[CMSG_SPACE(sizeof(int))] = {0};
  struct iovec bytes = {"x", 1};
  struct msghdr message = {.msg_iov = &bytes,
                           .msg_iovlen = 1,
                           .msg_control = control,
                           .msg_controllen = sizeof control};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  return sendmsg(3, &message, 0) < 0 ? errno : 0;
}

/** Beside the bytes of the stream, by the one socket that there is. */
static int32_t send_urgently(const char *unused) {
  (void)unused;
  return send(3, "x", 1, MSG_OOB | MSG_NOSIGNAL) < 0 ? errno : 0;
}

/** Whatever comes of it, it does not wait. */
static int32_t receive(int flags) {
  char byte;
  return recv(3, &byte, 1, flags | MSG_DONTWAIT) < 0 ? errno : 0;
}

static int32_t receive_urgently(const char *unused) {
  (void)unused;
  return receive(MSG_OOB);
}

static int32_t receive_errors(const char *unused) {
  (void)unused;
  return receive(MSG_ERRQUEUE);
}

static int32_t look_ahead(const char *unused) {
  (void)unused;
  return receive(MSG_PEEK);
}

static int32_t ask_who_sends(const char *unused) {
  (void)unused;
  struct sockaddr_un from;
  char byte;
  socklen_t size = sizeof from;
  return recvfrom(3, &byte, 0, 0, (struct sockaddr *)&from, &size) < 0 ? errno : 0;
}

/** To somebody else by the host's own socket. */
static int32_t send_elsewhere(const char *port) {
  struct sockaddr_in address = loopback(port);
  ssize_t count = sendto(3, "x", 1, MSG_NOSIGNAL, (struct sockaddr *)&address, sizeof address);
  return count < 0 ? errno : 0;
}

const struct named_misdeed network_misdeeds[] = {
    {"connect-tcp", connect_tcp},
    {"listen-tcp", listen_tcp},
    {"send-udp", send_udp},
    {"connect-path", connect_path},
    {"connect-abstract", connect_abstract},
    {"listen-path", listen_path},
    {"ask-kernel", ask_kernel},
    {"make-pair", make_pair},
    {"send-descriptor", send_descriptor},
    {"send-urgently", send_urgently},
    {"send-elsewhere", send_elsewhere},
    {"receive-urgently", receive_urgently},
    {"receive-errors", receive_errors},
    {"look-ahead", look_ahead},
    {"ask-who-sends", ask_who_sends},
    {NULL, NULL},
};
