// The iterations as C++ coroutines.
//
// `Generator` is what C++23 has as `std::generator`: it also delegates, `co_yield all(other)`, and then
// resumes the innermost coroutine directly.

#include "../measure/measure.hpp"

#include <algorithm>
#include <coroutine>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

template <typename T> class Generator {
  public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    // The values of another generator, to be yielded one after the other.
    struct All {
        Generator inner;
    };

    struct Delegate {
        Generator inner;

        bool await_ready() const noexcept { return false; }

        std::coroutine_handle<> await_suspend(Handle outer) noexcept {
            promise_type &own = inner.handle.promise();
            own.root = outer.promise().root;
            own.outer = outer;
            own.root->innermost = inner.handle;
            return inner.handle;
        }

        void await_resume() const noexcept {}
    };

    // Goes back to who delegated, if anybody did.
    struct Finish {
        bool await_ready() const noexcept { return false; }

        std::coroutine_handle<> await_suspend(Handle self) noexcept {
            const Handle outer = self.promise().outer;
            if (!outer) {
                return std::noop_coroutine();
            }
            outer.promise().root->innermost = outer;
            return outer;
        }

        void await_resume() const noexcept {}
    };

    struct promise_type {
        promise_type *root = this;
        Handle outer;
        Handle innermost;
        T value;

        Generator get_return_object() {
            innermost = Handle::from_promise(*this);
            return Generator(innermost);
        }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        Finish final_suspend() const noexcept { return {}; }
        std::suspend_always yield_value(T next) noexcept {
            root->value = next;
            return {};
        }
        Delegate yield_value(All all) noexcept { return Delegate{std::move(all.inner)}; }
        void return_void() const noexcept {}
        void unhandled_exception() { throw; }
    };

    explicit Generator(Handle handle) : handle(handle) {}
    Generator(Generator &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
    ~Generator() {
        if (handle) {
            handle.destroy();
        }
    }

    struct End {};

    struct Iterator {
        Handle handle;

        bool operator==(End) const { return handle.done(); }
        const T &operator*() const { return handle.promise().value; }
        Iterator &operator++() {
            handle.promise().innermost.resume();
            return *this;
        }
    };

    Iterator begin() {
        handle.promise().innermost.resume();
        return Iterator{handle};
    }
    End end() const { return {}; }

  private:
    Handle handle;
};

template <typename T> typename Generator<T>::All all(Generator<T> inner) {
    return {std::move(inner)};
}

using u64 = std::uint64_t;

template <typename T> u64 sum(Generator<T> values) {
    u64 sum = 0;
    for (const T &value : values) {
        sum += value;
    }
    return sum;
}

// The inputs: see src/lib.rs.

constexpr u64 BLOCK = 16384;

template <typename F> u64 blocks(u64 values, F sum) {
    u64 total = 0;
    for (u64 block = 0; block < (values + BLOCK - 1) / BLOCK; block++) {
        total += sum();
    }
    return total;
}

struct Run {
    std::uint32_t length;
    std::uint8_t byte;
};

const std::vector<Run> &runs() {
    static const std::vector<Run> made = [] {
        std::vector<Run> runs;
        Numbers numbers{1};
        for (std::uint32_t left = BLOCK; left > 0;) {
            const u64 number = numbers.next();
            const auto length = std::min(left, 1 + std::uint32_t(number >> 8) % 16);
            runs.push_back({length, std::uint8_t(number)});
            left -= length;
        }
        return runs;
    }();
    return made;
}

std::vector<u64> sorted(u64 seed, std::size_t length) {
    std::vector<u64> list;
    Numbers numbers{seed};
    while (list.size() < length) {
        list.push_back(numbers.next());
    }
    std::sort(list.begin(), list.end());
    return list;
}

const std::vector<u64> &left_list() {
    static const std::vector<u64> list = sorted(2, BLOCK / 3);
    return list;
}

const std::vector<u64> &right_list() {
    static const std::vector<u64> list = sorted(3, BLOCK - BLOCK / 3);
    return list;
}

struct Node {
    u64 value;
    std::unique_ptr<Node> left, right;
};

using Tree = std::unique_ptr<Node>;

const Tree &tree() {
    static const Tree made = [] {
        Tree tree;
        Numbers numbers{4};
        for (u64 count = 0; count < BLOCK; count++) {
            const u64 value = numbers.next();
            Tree *place = &tree;
            while (*place) {
                place = value < (*place)->value ? &(*place)->left : &(*place)->right;
            }
            *place = std::make_unique<Node>(Node{value, nullptr, nullptr});
        }
        return tree;
    }();
    return made;
}

// The iterations.

Generator<u64> count(u64 n) {
    for (u64 number = 0; number < n; number++) {
        co_yield number;
    }
}

Generator<u64> filtered(Generator<u64> numbers) {
    for (u64 number : numbers) {
        if (((number ^ (number >> 3)) & 1) == 0) {
            co_yield number;
        }
    }
}

Generator<u64> fibonacci(u64 n) {
    u64 a = 0, b = 1;
    for (u64 left = n; left > 0; left--) {
        co_yield a;
        a = std::exchange(b, a + b);
    }
}

Generator<std::uint8_t> decoded(const std::vector<Run> &runs) {
    for (const Run &run : runs) {
        for (std::uint32_t left = run.length; left > 0; left--) {
            co_yield run.byte;
        }
    }
}

Generator<u64> merged(const std::vector<u64> &left, const std::vector<u64> &right) {
    auto l = left.begin(), r = right.begin();
    while (l != left.end() && r != right.end()) {
        if (*l <= *r) {
            co_yield *l++;
        } else {
            co_yield *r++;
        }
    }
    while (l != left.end()) {
        co_yield *l++;
    }
    while (r != right.end()) {
        co_yield *r++;
    }
}

Generator<u64> in_order(const Tree &tree) {
    std::vector<const Node *> path;
    const Tree *next = &tree;
    while (true) {
        while (*next) {
            path.push_back(next->get());
            next = &(*next)->left;
        }
        if (path.empty()) {
            co_return;
        }
        const Node *node = path.back();
        path.pop_back();
        co_yield node->value;
        next = &node->right;
    }
}

Generator<u64> level(unsigned depth, u64 n) {
    if (depth == 0) {
        for (u64 number = 0; number < n; number++) {
            co_yield number ^ (number >> 3);
        }
    } else {
        co_yield all(level(depth - 1, n));
    }
}

int main(int argc, char **argv) {
    return measure(
        {
            {"filtered-count", [](u64 n) { return sum(filtered(count(n))); }},
            {"fibonacci", [](u64 n) { return sum(fibonacci(n)); }},
            {"run-length",
             [](u64 n) { return blocks(n, [] { return sum(decoded(runs())); }); }},
            {"merge",
             [](u64 n) {
                 return blocks(n, [] { return sum(merged(left_list(), right_list())); });
             }},
            {"tree-walk",
             [](u64 n) { return blocks(n, [] { return sum(in_order(tree())); }); }},
            {"delegation", [](u64 n) { return sum(level(8, n)); }},
        },
        argc, argv);
}
