//! Numbers that were measured again and again: their median, and how far they spread.

use std::fmt;

/// The median, and the tenth and the ninetieth percentile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

impl Spread {
    /// `None` of nothing.
    pub fn of(numbers: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = numbers.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        (!sorted.is_empty()).then(|| Self {
            low: quantile(&sorted, 0.1),
            median: quantile(&sorted, 0.5),
            high: quantile(&sorted, 0.9),
        })
    }

    /// What one series is to another, taken round by round: what slows down a whole round cancels out.
    pub fn of_ratios(ours: &[f64], theirs: &[f64]) -> Option<Self> {
        Self::of(ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs))
    }

    /// A number that was not measured but counted.
    pub fn exact(number: f64) -> Self {
        Self { low: number, median: number, high: number }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { low, median, high } = *self;
        if low == high {
            return write!(f, "{}", Digits(median));
        }
        write!(f, "{} [{}–{}]", Digits(median), Digits(low), Digits(high))
    }
}

/// The number below which this part of the numbers lies, between two of them if need be.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let place = part * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

/// A number with three digits, or all of a whole one.
pub struct Digits(pub f64);

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(number) = *self;
        match number.abs() {
            0.0 => write!(f, "0"),
            size if size < 0.01 => write!(f, "{number:.2e}"),
            size if size < 10.0 => write!(f, "{number:.2}"),
            size if size < 100.0 => write!(f, "{number:.1}"),
            _ => write!(f, "{}", grouped(number.round() as i64)),
        }
    }
}

/// A whole number as people write it: `16,386`.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = if number < 0 { "-".to_owned() } else { String::new() };
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_the_numbers_where_none_is_there() {
        let spread = Spread::of([4.0, 1.0, 3.0, 2.0, 5.0]).unwrap();
        assert_eq!(spread.median, 3.0);
        assert!((spread.low - 1.4).abs() < 1e-12 && (spread.high - 4.6).abs() < 1e-12);
        assert_eq!(Spread::of([1.0, 2.0]).unwrap().median, 1.5);
        assert_eq!(Spread::of([7.0]).unwrap(), Spread::exact(7.0));
        assert_eq!(Spread::of([]), None);
    }

    #[test]
    fn a_slow_round_does_not_change_the_ratio() {
        let ratio = Spread::of_ratios(&[2.0, 20.0, 3.0], &[1.0, 10.0, 1.5]).unwrap();
        assert_eq!(ratio, Spread::exact(2.0));
    }

    #[test]
    fn numbers_have_three_digits_unless_they_are_large() {
        let texts = [0.0, 0.00123, 0.5, 9.876, 12.34, 1_834_984.0].map(|it| Digits(it).to_string());
        assert_eq!(texts, ["0", "1.23e-3", "0.50", "9.88", "12.3", "1,834,984"]);
        assert_eq!(grouped(-12_345), "-12,345");
        assert_eq!(Spread { low: 0.9, median: 1.0, high: 1.2 }.to_string(), "1.00 [0.90–1.20]");
        assert_eq!(Spread::exact(16.0).to_string(), "16.0");
    }
}
