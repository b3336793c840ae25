// The chains as C++ coroutines: who awaits hands over to who is awaited, and whoever resumes the chain
// resumes the innermost coroutine.

#include "../measure/measure.hpp"

#include <coroutine>
#include <utility>

using u64 = std::uint64_t;

// Where the chain goes on.
static std::coroutine_handle<> blocked;

class Task {
  public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    struct Finish {
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(Handle self) const noexcept {
            return self.promise().awaited_by;
        }
        void await_resume() const noexcept {}
    };

    struct promise_type {
        std::coroutine_handle<> awaited_by = std::noop_coroutine();
        u64 result;

        Task get_return_object() { return Task(Handle::from_promise(*this)); }
        std::suspend_always initial_suspend() const noexcept { return {}; }
        Finish final_suspend() const noexcept { return {}; }
        void return_value(u64 value) noexcept { result = value; }
        void unhandled_exception() { throw; }
    };

    explicit Task(Handle handle) : handle(handle) {}
    Task(Task &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
    ~Task() {
        if (handle) {
            handle.destroy();
        }
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> by) noexcept {
        handle.promise().awaited_by = by;
        return handle;
    }
    u64 await_resume() const noexcept { return handle.promise().result; }

    u64 run() {
        handle.resume();
        while (!handle.done()) {
            blocked.resume();
        }
        return handle.promise().result;
    }

  private:
    Handle handle;
};

// Blocks once.
struct Block {
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> by) const noexcept { blocked = by; }
    void await_resume() const noexcept {}
};

Task level(unsigned depth, u64 number, u64 left) {
    u64 result = 1;
    if (depth > 1) {
        result = co_await level(depth - 1, number + 1, left);
    } else {
        for (; left > 0; left = hidden(left - 1)) {
            co_await Block{};
        }
    }
    co_return result * 31 ^ number;
}

template <unsigned depth> u64 chain(u64 n) {
    return level(depth, 0, n).run();
}

int main(int argc, char **argv) {
    return measure(
        {
            {"depth-1", chain<1>},
            {"depth-4", chain<4>},
            {"depth-16", chain<16>},
            {"depth-64", chain<64>},
        },
        argc, argv);
}
