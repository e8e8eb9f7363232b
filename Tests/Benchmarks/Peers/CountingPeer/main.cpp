// The peer of the counting benchmark: what a competent programmer would write in plain C++17 to
// count a PrefLib file of strict orders by the Schulze method. One thread, no intrinsics, no
// libraries but the standard one; the release configuration builds it with optimisation.
//
//     counting-peer FILE
//
// Prints, as JSON on one line, the winners' numbers and how long, in microseconds, reading with
// parsing, comparing in pairs and finding the paths took inside the process. Exit 1 for a file that
// is not well formed: it checks what the reader of VotingMethods checks of such a file.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

namespace {

[[noreturn]] void fail(const char *what, std::size_t line) {
  std::fprintf(stderr, "line %zu: expected %s\n", line, what);
  std::exit(1);
}

struct Election {
  std::size_t candidates = 0;
  std::vector<std::uint32_t> counts;
  // One ballot after the other, `candidates` numbers from 0 each.
  std::vector<std::uint16_t> places;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

  Election parse() {
    Election election;
    std::size_t voters = 0;
    header(election.candidates, voters);
    if (election.candidates == 0 || election.candidates > 32767) fail("alternatives", line_);
    // A line has at least two bytes for each candidate.
    election.places.reserve(static_cast<std::size_t>(end_ - at_) / 2);
    std::vector<std::uint32_t> seen(election.candidates, 0);
    std::size_t total = 0;
    while (at_ < end_) {
      ballot(election, seen);
      total += election.counts.back();
    }
    if (total != voters) fail("as many voters as the header says", line_);
    return election;
  }

 private:
  void header(std::size_t &candidates, std::size_t &voters) {
    while (at_ < end_ && *at_ == '#') {
      const auto *stop = static_cast<const char *>(std::memchr(at_, '\n', end_ - at_));
      if (stop == nullptr) stop = end_;
      const std::string_view row(at_, stop - at_);
      take(row, "# NUMBER ALTERNATIVES: ", candidates);
      take(row, "# NUMBER VOTERS: ", voters);
      at_ = stop < end_ ? stop + 1 : stop;
      ++line_;
    }
  }

  static void take(std::string_view row, std::string_view key, std::size_t &value) {
    if (row.substr(0, key.size()) == key) {
      value = std::strtoull(row.data() + key.size(), nullptr, 10);
    }
  }

  std::uint32_t number(const char *what) {
    const char *start = at_;
    std::uint32_t value = 0;
    while (at_ < end_ && static_cast<unsigned>(*at_ - '0') < 10) value = value * 10 + (*at_++ - '0');
    if (at_ == start || at_ - start > 9) fail(what, line_);
    return value;
  }

  void ballot(Election &election, std::vector<std::uint32_t> &seen) {
    election.counts.push_back(number("how many voters"));
    if (at_ == end_ || *at_++ != ':') fail("a colon", line_);
    const auto stamp = static_cast<std::uint32_t>(election.counts.size());
    std::size_t ranked = 0;
    do {
      while (at_ < end_ && *at_ == ' ') ++at_;
      const std::uint32_t candidate = number("a candidate") - 1;
      if (candidate >= election.candidates) fail("a candidate of the list", line_);
      if (seen[candidate] == stamp) fail("each candidate only once", line_);
      seen[candidate] = stamp;
      election.places.push_back(static_cast<std::uint16_t>(candidate));
      ++ranked;
    } while (at_ < end_ && *at_ == ',' && ++at_);
    if (ranked != election.candidates) fail("a complete order", line_);
    if (at_ < end_ && *at_++ != '\n') fail("the end of the line", line_);
    ++line_;
  }

  const char *at_;
  const char *end_;
  std::size_t line_ = 1;
};

std::vector<std::uint32_t> pairwise(const Election &election) {
  const std::size_t n = election.candidates;
  std::vector<std::uint32_t> matrix(n * n, 0);
  const std::uint16_t *ballot = election.places.data();
  for (const std::uint32_t voters : election.counts) {
    for (std::size_t i = 0; i < n; ++i) {
      std::uint32_t *row = &matrix[ballot[i] * n];
      for (std::size_t j = i + 1; j < n; ++j) row[ballot[j]] += voters;
    }
    ballot += n;
  }
  return matrix;
}

std::vector<std::size_t> schulze(const std::vector<std::uint32_t> &matrix, std::size_t n) {
  std::vector<std::uint32_t> paths(n * n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (matrix[i * n + j] > matrix[j * n + i]) paths[i * n + j] = matrix[i * n + j];
    }
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      const std::uint32_t first = paths[i * n + k];
      for (std::size_t j = 0; j < n; ++j) {
        if (i == j) continue;
        const std::uint32_t through = std::min(first, paths[k * n + j]);
        if (through > paths[i * n + j]) paths[i * n + j] = through;
      }
    }
  }
  std::vector<std::size_t> winners;
  for (std::size_t i = 0; i < n; ++i) {
    bool wins = true;
    for (std::size_t j = 0; j < n && wins; ++j) wins = paths[i * n + j] >= paths[j * n + i];
    if (wins) winners.push_back(i);
  }
  return winners;
}

}  // namespace

int main(int argc, char **argv) {
  using clock = std::chrono::steady_clock;
  if (argc != 2) return 2;
  const auto start = clock::now();
  const int file = open(argv[1], O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0 || status.st_size == 0) fail("a file", 0);
  const auto size = static_cast<std::size_t>(status.st_size);
  void *bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if (bytes == MAP_FAILED) fail("a file that can be mapped", 0);
  const Election election = Parser({static_cast<const char *>(bytes), size}).parse();
  const auto parsed = clock::now();
  const auto matrix = pairwise(election);
  const auto compared = clock::now();
  const auto winners = schulze(matrix, election.candidates);
  const auto found = clock::now();
  const auto micro = [](auto from, auto to) {
    return static_cast<long long>(
        std::chrono::duration_cast<std::chrono::microseconds>(to - from).count());
  };
  std::printf("{\"winners\":[");
  for (std::size_t i = 0; i < winners.size(); ++i) {
    std::printf("%s\"%zu\"", i == 0 ? "" : ",", winners[i] + 1);
  }
  std::printf(
      "],\"parse\":%lld,\"pairwise\":%lld,\"paths\":%lld}\n", micro(start, parsed),
      micro(parsed, compared), micro(compared, found));
  return 0;
}
