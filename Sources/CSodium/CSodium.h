/// libsodium (https://doc.libsodium.org) for keys and signatures. Its SHA-256 is the slow one: see
/// CNettle.
#include <sodium.h>
