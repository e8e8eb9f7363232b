/// Nettle (https://www.lysator.liu.se/~nisse/nettle/) for SHA-256: it uses the processor's own
/// instructions for it. One module imports it: Hashing.
#include <nettle/sha2.h>
