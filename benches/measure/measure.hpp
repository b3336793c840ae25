// What every timed program has around what it measures, for C++: see src/lib.rs.

#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

struct Case {
    const char *name;
    std::uint64_t (*work)(std::uint64_t units);
};

// Hides from the optimiser what a value is.
template <typename T> T hidden(T value) {
    asm volatile("" : "+r"(value) : : "memory");
    return value;
}

inline int measure(std::initializer_list<Case> cases, int argc, char **argv) {
    using Clock = std::chrono::steady_clock;
    for (const Case &one : cases) {
        if (argc != 4 || std::strcmp(one.name, argv[1]) != 0) {
            continue;
        }
        const std::uint64_t units = std::strtoull(argv[2], nullptr, 10);
        const double time = std::strtod(argv[3], nullptr) * 1e6;
        const std::uint64_t checksum = hidden(one.work(hidden(units)));
        std::uint64_t passes = 0;
        const auto start = Clock::now();
        double taken;
        do {
            if (one.work(hidden(units)) != checksum) {
                std::abort();
            }
            passes += 1;
            taken = std::chrono::duration<double, std::nano>(Clock::now() - start).count();
        } while (taken < time);
        std::printf("%.17g %llu\n", taken / double(units * passes), (unsigned long long)checksum);
        return 0;
    }
    std::fprintf(stderr, "usage: PROGRAM CASE UNITS MILLISECONDS\n");
    return 2;
}

// A sequence of numbers that looks random and is the same everywhere.
struct Numbers {
    std::uint64_t state;

    std::uint64_t next() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
};
