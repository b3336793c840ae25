//! What runs on the board, and on any executor with the same capabilities.

use core::generator::{Future, Selected, Stream, select};

use crate::board::{Clock, Events, Pin, Pins, Tick};

/// Switches a pin on and off, for ever.
pub fn blink<E: Clock + Pins>(pin: Pin, on: Tick, off: Tick) => impl Future<E, Return = ()> {
    loop {
        (ref executor).write(pin, true);
        await E::sleep(on);
        (ref executor).write(pin, false);
        await E::sleep(off);
    }
}

/// How a button was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Short,
    Long,
}

/// How long a button bounces, at most.
pub const BOUNCE: Tick = 5;

/// How long a press is that is long.
pub const LONG: Tick = 100;

/// The presses of a button. A long one is known before the button is let go.
pub fn presses<E: Clock + Pins>(button: Pin) => impl Stream<E, Yield = Press, Return = ()> {
    loop {
        await E::level(button, true);
        await E::sleep(BOUNCE);
        if !(ref executor).read(button) {
            continue;
        }
        match await select(E::level(button, false), E::sleep(LONG - BOUNCE)) {
            Selected::First((), _) => {
                yield Press::Short;
            }
            Selected::Second(released, ()) => {
                yield Press::Long;
                await released;
            }
        }
        await E::sleep(BOUNCE);
    }
}

/// Raises an event for each press: `short`, or `long`.
pub fn watch<E: Clock + Pins + Events>(
    button: Pin,
    short: u32,
    long: u32,
) => impl Future<E, Return = ()> {
    await for press in presses(button) {
        (ref executor).raise(match press {
            Press::Short => short,
            Press::Long => long,
        });
    }
}

/// Changes the level of a pin each time that one of these events is raised.
pub fn toggle<E: Pins + Events>(pin: Pin, events: u32) => impl Future<E, Return = ()> {
    loop {
        await E::raised(events);
        let level = (ref executor).read(pin);
        (ref executor).write(pin, !level);
    }
}

/// A line of a serial port: a pin, and the length of a bit in ticks, which is even.
#[derive(Clone, Copy, Debug)]
pub struct Serial {
    pub pin: Pin,
    pub bit: Tick,
}

/// What came over a serial line, and was no byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The line was low for less than half a bit.
    Glitch,
    /// The line was low where it had to be high at the end.
    Framing,
    /// The line has more than fits.
    TooLong,
}

impl Serial {
    /// Sends a byte: a low bit, the byte from its lowest bit on, a high bit.
    pub fn send<E: Clock + Pins>(self, byte: u8) => impl Future<E, Return = ()> {
        // The whole of it is timed from the start, so that no delay adds up.
        let start = (ref executor).now();
        let bits = u32::from(byte) << 1 | 1 << 9;
        for number in 0..10 {
            (ref executor).write(self.pin, bits >> number & 1 == 1);
            let next = start.wrapping_add((number + 1) * self.bit);
            let left = next.wrapping_sub((ref executor).now());
            await E::sleep(left);
        }
    }

    /// Sends bytes, one after the other.
    pub fn send_all<E: Clock + Pins>(self, bytes: &[u8]) => impl Future<E, Return = ()> {
        for byte in bytes {
            await self.send(*byte);
        }
    }

    /// Receives a byte, each bit read in its middle.
    pub fn receive<E: Clock + Pins>(self) => impl Future<E, Return = Result<u8, Fault>> {
        await E::level(self.pin, true);
        await E::level(self.pin, false);
        await E::sleep(self.bit / 2);
        if (ref executor).read(self.pin) {
            return Err(Fault::Glitch);
        }
        let mut byte = 0;
        for number in 0..8 {
            await E::sleep(self.bit);
            byte |= u8::from((ref executor).read(self.pin)) << number;
        }
        await E::sleep(self.bit);
        if (ref executor).read(self.pin) { Ok(byte) } else { Err(Fault::Framing) }
    }

    /// Receives a line, up to its end, which is not kept. Gives back the part of the buffer that
    /// holds it.
    pub fn receive_line<'b, E: Clock + Pins>(
        self,
        buffer: &'b mut [u8],
    ) => impl Future<E, Return = Result<&'b [u8], Fault>> {
        let mut length = 0;
        loop {
            match await self.receive()? {
                b'\n' => return buffer.get(..length).ok_or(Fault::TooLong),
                byte => {
                    if let Some(place) = buffer.get_mut(length) {
                        *place = byte;
                    }
                    length += 1;
                }
            }
        }
    }
}

/// A console on a serial line: switches `light` on and off as it is told, and says so. Commands and
/// answers are lines. It ends when it is told to.
///
/// The line lies in the frame and is borrowed while the body waits, so the body is `static`.
pub fn console<E: Clock + Pins>(
    input: Serial,
    output: Serial,
    light: Pin,
) => static impl Future<E, Return = ()> {
    let mut buffer = [0; 8];
    loop {
        let answer: &[u8] = match await input.receive_line(&mut buffer) {
            Ok(b"on") => {
                (ref executor).write(light, true);
                b"is on"
            }
            Ok(b"off") => {
                (ref executor).write(light, false);
                b"is off"
            }
            Ok(b"bye") => return,
            Ok(unknown) => {
                await output.send_all(unknown);
                b"?"
            }
            Err(_) => b"fault",
        };
        await output.send_all(answer);
        await output.send(b'\n');
    }
}
