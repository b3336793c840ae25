//! The random program as a tree.
//!
//! A node is a piece of syntax with holes for its parts. Where the two renderings of a body differ, at
//! suspend points above all, it is written twice: as it stands in a generator, and as it stands in the
//! ordinary function. Nothing else tells the two apart, so they cannot drift.

/// What a node is, which decides what may stand in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// An expression of type `Probe`.
    Probe,
    /// An expression of type `bool`.
    Flag,
    /// An expression of type `Option<Probe>`.
    Choice,
    /// An expression of type `Result<Probe, Probe>`.
    Outcome,
    /// An expression of type `(Probe, Probe)`.
    Pair,
    /// An expression of type `Trio`.
    Trio,
    /// One statement.
    Statement,
    /// Statements, one below the other.
    List,
}

impl Sort {
    /// The simplest node of this sort; none for a statement, which can be left out instead.
    pub fn simplest(self) -> Option<Node> {
        let text = match self {
            Sort::Probe => "probe(0)",
            Sort::Flag => "flag()",
            Sort::Choice => "choice(probe(0))",
            Sort::Outcome => "Ok(probe(0))",
            Sort::Pair => "(probe(0), probe(1))",
            Sort::Trio => "Trio { a: probe(0), b: probe(1), c: probe(2) }",
            Sort::List => return Some(Node::list(Vec::new())),
            Sort::Statement => return None,
        };
        Some(Node::new(self, text, Vec::new()))
    }
}

/// How a node is written. `$0`, `$1` stand for its parts; `$g1`, `$f1` and `$t1` for the body of that
/// number as a generator, as a function, and as a function on a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    Alike(String),
    Apart { generator: String, function: String },
    List,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub sort: Sort,
    pub form: Form,
    pub parts: Vec<Node>,
}

impl Node {
    pub fn new(sort: Sort, text: impl Into<String>, parts: Vec<Node>) -> Node {
        Node { sort, form: Form::Alike(text.into()), parts }
    }

    pub fn apart(
        sort: Sort,
        generator: impl Into<String>,
        function: impl Into<String>,
        parts: Vec<Node>,
    ) -> Node {
        let form = Form::Apart { generator: generator.into(), function: function.into() };
        Node { sort, form, parts }
    }

    pub fn list(parts: Vec<Node>) -> Node {
        Node { sort: Sort::List, form: Form::List, parts }
    }

    /// How many nodes there are in it, where one that calls another body counts as two: without it, that
    /// body may go away.
    pub fn size(&self) -> usize {
        1 + usize::from(self.calls_body()) + self.parts.iter().map(Node::size).sum::<usize>()
    }

    pub fn calls_body(&self) -> bool {
        matches!(&self.form, Form::Apart { generator, .. } if generator.contains("$g"))
    }

    /// The node that a path of indices leads to.
    pub fn at(&self, path: &[usize]) -> &Node {
        path.iter().fold(self, |node, index| &node.parts[*index])
    }

    pub fn at_mut(&mut self, path: &[usize]) -> &mut Node {
        path.iter().fold(self, |node, index| &mut node.parts[*index])
    }
}

/// What resumes the bodies of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Realm {
    /// `Arg<Probe>`: answers each yield with a probe.
    Answers,
    /// An executor of the program's own, which may block.
    Turns,
    /// `()`.
    Unit,
    /// `Task`, to which futures are bridged.
    Task,
}

impl Realm {
    pub fn executor(self) -> &'static str {
        match self {
            Realm::Answers => "Arg<Probe>",
            Realm::Turns => "Turn",
            Realm::Unit => "()",
            Realm::Task => "Task",
        }
    }

    pub fn blocks(self) -> bool {
        matches!(self, Realm::Turns | Realm::Task)
    }

    /// Whether its bodies yield a `Result`, which a face without `Return` needs for its `?`.
    pub fn yields_outcomes(self) -> bool {
        matches!(self, Realm::Unit | Realm::Task)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Generator,
    Stream,
    Future,
    Iterator,
    CoreFuture,
    AsyncIterator,
}

impl Face {
    pub fn yields(self) -> bool {
        !matches!(self, Face::Future | Face::CoreFuture)
    }

    pub fn returns(self) -> bool {
        !matches!(self, Face::Iterator | Face::AsyncIterator)
    }

    pub fn is_raw(self) -> bool {
        matches!(self, Face::Generator | Face::Stream | Face::Future)
    }
}

/// The type of a variable or parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Probe,
    Pair,
    Trio,
    Boxed,
    Choice,
    /// A reference to what is in no frame.
    Lent,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::Probe => "Probe",
            Kind::Pair => "Pair",
            Kind::Trio => "Trio",
            Kind::Boxed => "Box<Pair>",
            Kind::Choice => "Option<Probe>",
            Kind::Lent => "&'static mut Probe",
        }
    }

    /// Its fields, each a probe.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Kind::Probe | Kind::Choice | Kind::Lent => &[],
            Kind::Pair | Kind::Boxed => &["0", "1"],
            Kind::Trio => &["a", "b", "c"],
        }
    }

    /// What the driver passes.
    pub fn argument(self) -> &'static str {
        match self {
            Kind::Probe => "argument()",
            Kind::Pair => "(argument(), argument())",
            Kind::Trio => "Trio { a: argument(), b: argument(), c: argument() }",
            Kind::Boxed => "Box::new((argument(), argument()))",
            Kind::Choice => "Some(argument())",
            Kind::Lent => "lent()",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    pub pattern: String,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Function,
    /// A method of `Trio`; the first parameter is `self`.
    Method,
    /// A function that returns what a generator closure makes.
    Closure,
}

/// One body, with its face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub face: Face,
    pub is_static: bool,
    pub style: Style,
    /// Calls itself, boxed, as often as its first parameter `depth` says.
    pub is_recursive: bool,
    pub params: Vec<Param>,
    /// Statements and what the body returns, an `Outcome`.
    pub root: Node,
}

/// What one seed stands for: a body, and those that it awaits or delegates to, which come after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    pub seed: u64,
    pub realm: Realm,
    pub bodies: Vec<Body>,
}

impl Program {
    pub fn size(&self) -> usize {
        self.bodies.iter().map(|body| 1 + body.root.size() + body.params.len()).sum()
    }
}
