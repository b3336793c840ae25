//! An embedded-style `async` program, whose size is measured: the firmware of a small weather station.
//!
//! Four tasks run side by side on a microcontroller without an operating system or an allocator. One reads
//! a sensor on a two-wire bus, with time-outs and retries; one reads commands from a serial line and answers;
//! one watches a button that bounces; one blinks. They are polled in turn and sleep until the next interrupt.
//! It is `async` throughout, so that both compilers compile the very same source.

#![no_std]

use core::cell::Cell;
use core::future::{Future, poll_fn};
use core::panic::PanicInfo;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// The registers of the board. They change behind our back, so each access is made as it is written.
mod board {
    const BASE: usize = 0x4000_0000;

    pub const CLOCK: usize = 0;
    pub const LED: usize = 1;
    pub const BUTTON: usize = 2;
    pub const SERIAL_STATUS: usize = 3;
    pub const SERIAL_DATA: usize = 4;
    pub const BUS_STATUS: usize = 5;
    pub const BUS_DATA: usize = 6;
    pub const BUS_CONTROL: usize = 7;

    pub fn read(register: usize) -> u32 {
        // SAFETY: This is what the board has there.
        unsafe { ((BASE + 4 * register) as *const u32).read_volatile() }
    }

    pub fn write(register: usize, value: u32) {
        // SAFETY: As above.
        unsafe { ((BASE + 4 * register) as *mut u32).write_volatile(value) }
    }

    pub fn wait_for_interrupt() {
        // SAFETY: It waits and does nothing else.
        unsafe { core::arch::asm!("wfi", options(nomem, nostack)) }
    }
}

/// Waits until there is something.
async fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    poll_fn(|_| look().map_or(Poll::Pending, Poll::Ready)).await
}

async fn sleep(ticks: u32) {
    let start = board::read(board::CLOCK);
    until(|| (board::read(board::CLOCK).wrapping_sub(start) >= ticks).then_some(())).await
}

/// What did not come in time.
struct Late;

async fn in_time<F: Future>(ticks: u32, future: F) -> Result<F::Output, Late> {
    let mut future = pin!(future);
    let mut end = pin!(sleep(ticks));
    poll_fn(|context| {
        if let Poll::Ready(value) = future.as_mut().poll(context) {
            return Poll::Ready(Ok(value));
        }
        end.as_mut().poll(context).map(|()| Err(Late))
    })
    .await
}

/// What the tasks tell each other.
#[derive(Default)]
struct Shared {
    temperature: Cell<i32>,
    humidity: Cell<u32>,
    failures: Cell<u32>,
    presses: Cell<u32>,
    period: Cell<u32>,
}

enum BusError {
    Late,
    Refused(u8),
    Checksum { expected: u8, found: u8 },
}

impl From<Late> for BusError {
    fn from(Late: Late) -> Self {
        BusError::Late
    }
}

const READY: u32 = 1;
const REFUSED: u32 = 2;

async fn bus_write(byte: u8) -> Result<(), BusError> {
    board::write(board::BUS_DATA, u32::from(byte));
    let status =
        in_time(50, until(|| Some(board::read(board::BUS_STATUS)).filter(|it| it & READY != 0)));
    match status.await? & REFUSED {
        0 => Ok(()),
        _ => Err(BusError::Refused(byte)),
    }
}

async fn bus_read() -> Result<u8, BusError> {
    board::write(board::BUS_CONTROL, 1);
    in_time(50, until(|| (board::read(board::BUS_STATUS) & READY != 0).then_some(()))).await?;
    Ok(board::read(board::BUS_DATA) as u8)
}

async fn command(address: u8, command: [u8; 2]) -> Result<(), BusError> {
    board::write(board::BUS_CONTROL, 2);
    bus_write(address << 1).await?;
    for byte in command {
        bus_write(byte).await?;
    }
    Ok(())
}

async fn measure<const N: usize>(address: u8) -> Result<[u8; N], BusError> {
    command(address, [0x24, 0x0b]).await?;
    sleep(20).await;
    bus_write(address << 1 | 1).await?;
    let mut bytes = [0; N];
    for byte in &mut bytes {
        *byte = bus_read().await?;
    }
    let found = bus_read().await?;
    let expected = bytes.iter().fold(0xff, |sum: u8, byte| sum.rotate_left(1) ^ byte);
    if expected != found {
        return Err(BusError::Checksum { expected, found });
    }
    Ok(bytes)
}

/// The sensor, every so often. A measurement that fails is tried again, each time after a longer pause.
async fn sensor(shared: &Shared) {
    loop {
        let mut pause = 5;
        for _ in 0..4 {
            match measure::<4>(0x44).await {
                Ok([t1, t2, h1, h2]) => {
                    let raw = i32::from(t1) << 8 | i32::from(t2);
                    shared.temperature.set(raw * 175 / 65_535 - 45);
                    let raw = u32::from(h1) << 8 | u32::from(h2);
                    shared.humidity.set(raw * 100 / 65_535);
                    break;
                }
                Err(error) => {
                    let weight = match error {
                        BusError::Late => 1,
                        BusError::Refused(byte) => 2 + u32::from(byte & 1),
                        BusError::Checksum { expected, found } => {
                            u32::from(expected ^ found).count_ones()
                        }
                    };
                    shared.failures.set(shared.failures.get() + weight);
                    sleep(pause).await;
                    pause *= 2;
                }
            }
        }
        sleep(shared.period.get()).await;
    }
}

async fn receive() -> u8 {
    until(|| {
        (board::read(board::SERIAL_STATUS) & 1 != 0).then(|| board::read(board::SERIAL_DATA) as u8)
    })
    .await
}

async fn send(text: &[u8]) {
    for byte in text {
        until(|| (board::read(board::SERIAL_STATUS) & 2 != 0).then_some(())).await;
        board::write(board::SERIAL_DATA, u32::from(*byte));
    }
}

async fn send_number(number: i32) {
    let mut digits = [0; 11];
    let mut place = digits.len();
    let mut left = number.unsigned_abs();
    loop {
        place -= 1;
        digits[place] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    if number < 0 {
        place -= 1;
        digits[place] = b'-';
    }
    send(&digits[place..]).await;
    send(b"\r\n").await;
}

/// A line, without its end; what is too long of it is left out. `None` if it does not come to its end.
async fn line(buffer: &mut [u8; 32]) -> Option<usize> {
    let mut length = 0;
    loop {
        match in_time(10_000, receive()).await.ok()? {
            b'\r' | b'\n' if length > 0 => return Some(length),
            b'\r' | b'\n' => {}
            8 => length = length.saturating_sub(1),
            byte if length < buffer.len() => {
                buffer[length] = byte;
                length += 1;
            }
            _ => {}
        }
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0u32, |number, digit| {
        let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number.checked_mul(10)?.checked_add(u32::from(digit))
    })
}

/// Commands on the serial line, and what they are answered.
async fn console(shared: &Shared) {
    let mut buffer = [0; 32];
    loop {
        let Some(length) = line(&mut buffer).await else {
            send(b"?\r\n").await;
            continue;
        };
        match &buffer[..length] {
            b"temperature" => send_number(shared.temperature.get()).await,
            b"humidity" => send_number(shared.humidity.get() as i32).await,
            b"failures" => send_number(shared.failures.replace(0) as i32).await,
            b"presses" => send_number(shared.presses.get() as i32).await,
            [b'e', b'v', b'e', b'r', b'y', b' ', ticks @ ..] => match number(ticks) {
                Some(ticks) => {
                    shared.period.set(ticks);
                    send(b"ok\r\n").await;
                }
                None => send(b"no number\r\n").await,
            },
            _ => send(b"unknown\r\n").await,
        }
    }
}

/// Counts how often the button is pressed. It counts when it has kept still for a while.
async fn button(shared: &Shared) {
    let is_down = || board::read(board::BUTTON) & 1 != 0;
    loop {
        until(|| is_down().then_some(())).await;
        if in_time(10, until(|| (!is_down()).then_some(()))).await.is_ok() {
            continue;
        }
        shared.presses.set(shared.presses.get() + 1);
        loop {
            until(|| (!is_down()).then_some(())).await;
            if in_time(10, until(|| is_down().then_some(()))).await.is_err() {
                break;
            }
        }
    }
}

/// One flash for each failure, and a pause.
async fn blink(shared: &Shared) {
    loop {
        for _ in 0..1 + shared.failures.get().min(5) {
            board::write(board::LED, 1);
            sleep(100).await;
            board::write(board::LED, 0);
            sleep(200).await;
        }
        sleep(1_000).await;
    }
}

/// Where the board starts.
#[unsafe(no_mangle)]
pub extern "C" fn reset() -> ! {
    let shared = Shared::default();
    shared.period.set(60_000);
    let mut tasks: [Pin<&mut dyn Future<Output = ()>>; 4] = [
        pin!(sensor(&shared)),
        pin!(console(&shared)),
        pin!(button(&shared)),
        pin!(blink(&shared)),
    ];
    let mut context = Context::from_waker(Waker::noop());
    loop {
        for task in &mut tasks {
            let _ = task.as_mut().poll(&mut context);
        }
        board::wait_for_interrupt();
    }
}
