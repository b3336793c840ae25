//@ edition: 2024
//@ compile-flags: -Copt-level=3

// Suspend points behind which all is the same are one: a resumption does not tell them apart.

#![crate_type = "lib"]
#![feature(native_generators, type_alias_impl_trait)]

pub type Signs = impl Iterator<Item = i32>;

#[define_opaque(Signs)]
pub fn signs(bits: u32) -> Signs {
    fn signs(bits: u32) => impl Iterator<Item = i32> {
        for n in 0..32 {
            if bits >> n & 1 == 1 {
                yield 1
            } else {
                yield -1
            }
        }
    }
    signs(bits)
}

// CHECK-LABEL: @next_sign(
// CHECK: switch i8 {{%.*}}, label {{%.*}} [
// CHECK-NEXT: i8 0, label
// CHECK-NEXT: i8 1, label
// CHECK-NEXT: i8 2, label
// CHECK-NEXT: ]
// CHECK-NOT: switch
// CHECK: {{^[}]}}
#[unsafe(no_mangle)]
pub fn next_sign(signs: &mut Signs) -> Option<i32> {
    signs.next()
}
