//! The words of the protocol.

/// A command: its name and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    words: Vec<Vec<u8>>,
}

impl Command {
    pub fn new(name: &str) -> Command {
        Command { words: vec![name.as_bytes().to_vec()] }
    }

    #[must_use]
    pub fn arg(mut self, argument: impl AsRef<[u8]>) -> Command {
        self.words.push(argument.as_ref().to_vec());
        self
    }

    /// Appends the command as it is sent: an array of byte strings.
    pub(crate) fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.extend(format!("*{}\r\n", self.words.len()).bytes());
        for word in &self.words {
            bytes.extend(format!("${}\r\n", word.len()).bytes());
            bytes.extend(word);
            bytes.extend(b"\r\n");
        }
    }
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Nil,
    Status(String),
    /// What the server has to say against a command.
    Error(String),
    Integer(i64),
    Bytes(Vec<u8>),
    Array(Vec<Value>),
}

/// The first line of a value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// The value is nothing but this line.
    Whole(Value),
    /// So many bytes follow.
    Bytes(usize),
    /// So many values follow, one at least.
    Array(usize),
}

/// The longest byte string that is taken, and the longest array.
pub(crate) const LONGEST: usize = 1 << 26;

impl Head {
    /// Reads a line, without its end. The error says what is wrong.
    pub(crate) fn parse(line: &[u8]) -> Result<Head, &'static str> {
        let (kind, rest) = line.split_first().ok_or("an empty line")?;
        let rest = str::from_utf8(rest).map_err(|_| "a line that is no text")?;
        Ok(match kind {
            b'+' => Head::Whole(Value::Status(rest.to_owned())),
            b'-' => Head::Whole(Value::Error(rest.to_owned())),
            b':' => Head::Whole(Value::Integer(rest.parse().map_err(|_| "not a number")?)),
            b'$' => length(rest)?.map_or(Head::Whole(Value::Nil), Head::Bytes),
            b'*' => match length(rest)? {
                None => Head::Whole(Value::Nil),
                Some(0) => Head::Whole(Value::Array(Vec::new())),
                Some(length) => Head::Array(length),
            },
            _ => return Err("a value of no known kind"),
        })
    }
}

/// A length; `None` is that of nothing, which is written as -1.
fn length(text: &str) -> Result<Option<usize>, &'static str> {
    match text.parse::<i64>() {
        Ok(-1) => Ok(None),
        Ok(length) => match usize::try_from(length) {
            Ok(length) if length <= LONGEST => Ok(Some(length)),
            Ok(_) => Err("more than anybody wants"),
            Err(_) => Err("a length below zero"),
        },
        Err(_) => Err("a length that is no number"),
    }
}
