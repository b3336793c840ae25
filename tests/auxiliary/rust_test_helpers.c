// SPDX-License-Identifier: MIT OR Apache-2.0
// bootstrap compiles this file into a library for the tests that call C. None of ours does, and the
// packaged source comes without it, so the library has one symbol and no users.
int rust_test_helpers_are_absent = 1;
