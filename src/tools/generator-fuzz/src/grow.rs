//! Grows a random program from a seed.
//!
//! What grows must compile, so the grower keeps account of which variables hold what at each place of
//! the body: what was moved out, wholly or in part, on some path, and which references may still be
//! used. A movable body drops all its references at each suspend point; a `static` one keeps them.

use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::program::{Body, Face, Kind, Node, Param, Program, Realm, Sort, Style};

/// How deep expressions nest.
const DEPTH: usize = 5;

/// The program of this seed, always the same one.
pub fn grow(seed: u64) -> Program {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let realms =
        [Realm::Answers, Realm::Turns, Realm::Turns, Realm::Unit, Realm::Unit, Realm::Task];
    let realm = realms[rng.random_range(0..realms.len())];
    let is_static = rng.random_bool(0.4);
    let count = rng.random_range(1..=4);
    let mut bodies: Vec<Option<Body>> = vec![None; count];
    // A body may call those that come after it, whose signatures must be known.
    for index in (0..count).rev() {
        let body = {
            let callees =
                (index + 1..count).map(|index| (index, bodies[index].as_ref().expect("grown")));
            Grower::new(&mut rng, realm, callees.collect()).body(index, is_static)
        };
        bodies[index] = Some(body);
    }
    Program { seed, realm, bodies: bodies.into_iter().flatten().collect() }
}

/// What the grower knows of a variable.
#[derive(Clone, Debug)]
struct Variable {
    name: String,
    holds: Holds,
    is_mutable: bool,
    /// In how many loops it was declared.
    loops: usize,
    /// In how many things out of which `break` or `continue` may go.
    targets: usize,
    /// Whether a loan of it is live.
    is_lent: bool,
}

#[derive(Clone, Debug)]
enum Holds {
    /// For each field, or for the whole if there are none, whether it is still there on every path; and
    /// whether anything was ever moved out of it.
    Value { kind: Kind, held: Vec<bool> },
    /// A reference, and whether it may still be used; the variable that it refers to.
    Reference { is_usable: bool, target: Option<usize> },
    /// A reference to what is not in the frame, which no suspend point ends; whether it may be used.
    Lent { is_usable: bool },
    /// A closure that holds a reference and is called to look at what it refers to.
    Looker { is_usable: bool, target: usize },
    /// An iterator that is a frame, and is not gone on every path.
    Frame { is_held: bool },
    /// What hides a variable of the same name while that is lent.
    Veil,
    /// A closure that returns a probe when it is called, once.
    Thunk { is_held: bool },
}

impl Variable {
    fn merge(&mut self, other: &Variable) {
        match (&mut self.holds, &other.holds) {
            (Holds::Value { held, .. }, Holds::Value { held: also, .. }) => {
                held.iter_mut().zip(also).for_each(|(held, also)| *held &= also);
            }
            (Holds::Reference { is_usable, .. }, Holds::Reference { is_usable: also, .. }) => {
                *is_usable &= also
            }
            (Holds::Looker { is_usable, .. }, Holds::Looker { is_usable: also, .. }) => {
                *is_usable &= also
            }
            (Holds::Thunk { is_held }, Holds::Thunk { is_held: also })
            | (Holds::Frame { is_held }, Holds::Frame { is_held: also }) => *is_held &= also,
            _ => {}
        }
    }
}

/// Where `break` and `continue` may go.
#[derive(Clone)]
struct Target {
    label: String,
    /// What `break` carries: nothing, a probe, or an outcome.
    carries: Option<Sort>,
    is_loop: bool,
}

struct Grower<'a> {
    rng: &'a mut ChaCha8Rng,
    realm: Realm,
    callees: Vec<(usize, &'a Body)>,
    face: Face,
    is_static: bool,
    /// The number of this body, if it may call itself.
    own: Option<usize>,
    params: Vec<Param>,
    scope: Vec<Variable>,
    targets: Vec<Target>,
    loops: usize,
    names: usize,
    labels: usize,
    places: u32,
    budget: i32,
    /// How many of the things around forbid suspend points here: a live loan, or a closure.
    quiet: usize,
    /// How many closures there are around, out of which nothing jumps.
    closures: usize,
}

impl<'a> Grower<'a> {
    fn new(rng: &'a mut ChaCha8Rng, realm: Realm, callees: Vec<(usize, &'a Body)>) -> Grower<'a> {
        let budget = rng.random_range(20..80);
        Grower {
            rng,
            realm,
            callees,
            face: Face::Generator,
            is_static: false,
            own: None,
            params: Vec::new(),
            scope: Vec::new(),
            targets: Vec::new(),
            loops: 0,
            names: 0,
            labels: 0,
            places: 0,
            budget,
            quiet: 0,
            closures: 0,
        }
    }

    fn body(mut self, index: usize, may_be_static: bool) -> Body {
        self.places = index as u32 * 1000;
        self.face = self.choose_face(index == 0);
        self.is_static = may_be_static && self.face != Face::Iterator && self.chance(0.8);
        let is_recursive = self.face.is_raw() && self.realm != Realm::Answers && self.chance(0.3);
        self.own = is_recursive.then_some(index);
        let style = match self.rng.random_range(0..10) {
            0 | 1 if !is_recursive => Style::Method,
            2 | 3 if !is_recursive && !self.is_static && self.face.is_raw() => Style::Closure,
            _ => Style::Function,
        };
        let count = self.rng.random_range(0..=3);
        if style == Style::Method {
            let receiver = self.declare_param("self".to_owned(), Kind::Trio, false);
            self.params.push(receiver);
        }
        for _ in 0..count {
            let param = self.param();
            self.params.push(param);
        }
        let count = self.rng.random_range(2..=7);
        let mut statements: Vec<Node> = Vec::new();
        for _ in 0..count {
            let statement = self.statement(0);
            statements.push(statement);
        }
        let result = self.result(1);
        let text = if self.face.returns() { "$0\n$1" } else { "$0\nfinish($1)" };
        let root = Node::new(Sort::Outcome, text, vec![Node::list(statements), result]);
        Body {
            face: self.face,
            is_static: self.is_static,
            style,
            is_recursive,
            params: self.params,
            root,
        }
    }

    fn choose_face(&mut self, is_main: bool) -> Face {
        let faces: &[Face] = match self.realm {
            Realm::Answers => &[Face::Generator],
            Realm::Turns => &[Face::Generator, Face::Stream, Face::Future],
            Realm::Unit if is_main => &[Face::Generator, Face::Stream, Face::Iterator],
            Realm::Unit => &[Face::Generator, Face::Stream, Face::Iterator, Face::Iterator],
            Realm::Task if is_main => &[Face::CoreFuture, Face::AsyncIterator],
            Realm::Task => &[Face::Generator, Face::Stream, Face::Future, Face::CoreFuture],
        };
        faces[self.rng.random_range(0..faces.len())]
    }

    fn param(&mut self) -> Param {
        match self.rng.random_range(0..11) {
            0..4 => {
                let is_mutable = self.chance(0.5);
                let name = self.fresh();
                self.declare_param(name, Kind::Probe, is_mutable)
            }
            4 => {
                let (one, other) = (self.fresh(), self.fresh());
                self.declare(&one, Kind::Probe, false);
                self.declare(&other, Kind::Probe, false);
                Param { pattern: format!("({one}, {other})"), kind: Kind::Pair }
            }
            5 => {
                let name = self.fresh();
                self.declare(&name, Kind::Probe, false);
                Param { pattern: format!("(_, {name})"), kind: Kind::Pair }
            }
            6 => Param { pattern: "_".to_owned(), kind: Kind::Probe },
            7 => {
                let name = self.fresh();
                self.declare(&name, Kind::Probe, false);
                Param { pattern: format!("Trio {{ b: {name}, .. }}"), kind: Kind::Trio }
            }
            8 => {
                let name = self.fresh();
                self.push(&name, Holds::Lent { is_usable: true }, false);
                Param { pattern: name, kind: Kind::Lent }
            }
            _ => {
                let kinds = [Kind::Pair, Kind::Trio, Kind::Boxed, Kind::Choice];
                let kind = *kinds.choose(self.rng).expect("not empty");
                let name = self.fresh();
                self.declare_param(name, kind, true)
            }
        }
    }

    fn declare_param(&mut self, name: String, kind: Kind, is_mutable: bool) -> Param {
        self.declare(&name, kind, is_mutable);
        Param { pattern: if is_mutable { format!("mut {name}") } else { name }, kind }
    }

    // What there is to choose from.

    fn chance(&mut self, chance: f64) -> bool {
        self.rng.random_bool(chance)
    }

    fn place(&mut self) -> u32 {
        self.places += 1;
        self.places
    }

    fn fresh(&mut self) -> String {
        self.names += 1;
        format!("x{}", self.names)
    }

    /// A name for a variable of a `let`, which may shadow another.
    fn shadowing(&mut self) -> String {
        let is_shadowing = self.chance(0.2);
        // What is used by name at the end of a block must not be hidden within it.
        let is_kept = |name: &str| {
            let is_same = |variable: &&Variable| variable.name == name;
            let mut hidden = self.scope.iter().filter(is_same);
            name == "self"
                || hidden.any(|variable| matches!(variable.holds, Holds::Veil | Holds::Lent { .. }))
        };
        match self.scope.choose(self.rng) {
            Some(variable) if is_shadowing && !is_kept(&variable.name) => variable.name.clone(),
            _ => self.fresh(),
        }
    }

    fn label(&mut self) -> String {
        self.labels += 1;
        format!("'l{}", self.labels)
    }

    fn declare(&mut self, name: &str, kind: Kind, is_mutable: bool) {
        let held = vec![true; kind.fields().len().max(1)];
        self.push(name, Holds::Value { kind, held }, is_mutable);
    }

    fn push(&mut self, name: &str, holds: Holds, is_mutable: bool) {
        self.scope.push(Variable {
            name: name.to_owned(),
            holds,
            is_mutable,
            loops: self.loops,
            targets: self.targets.len(),
            is_lent: false,
        });
    }

    /// The variables that a predicate accepts, and that none of the same name hides.
    fn visible(&self, accepts: impl Fn(&Variable) -> bool) -> Vec<usize> {
        let is_hidden = |index: usize| {
            self.scope[index + 1..].iter().any(|later| later.name == self.scope[index].name)
        };
        (0..self.scope.len())
            .filter(|index| accepts(&self.scope[*index]) && !is_hidden(*index))
            .collect()
    }

    /// A variable that holds a whole value of this kind, to be moved out of or only looked at.
    fn whole(&mut self, wanted: Kind, is_moved: bool) -> Option<usize> {
        let loops = self.loops;
        let found = self.visible(|variable| match &variable.holds {
            Holds::Value { kind, held } => {
                *kind == wanted
                    && held.iter().all(|held| *held)
                    && (!is_moved || (variable.loops == loops && !variable.is_lent))
            }
            _ => false,
        });
        found.choose(self.rng).copied()
    }

    /// Takes a variable's value away.
    fn take(&mut self, index: usize) -> String {
        if let Holds::Value { held, .. } = &mut self.scope[index].holds {
            held.fill(false);
        }
        self.end_loans_of(index);
        self.scope[index].name.clone()
    }

    /// References to a variable that changes or goes away are not used any more.
    fn end_loans_of(&mut self, index: usize) {
        for variable in &mut self.scope {
            match &mut variable.holds {
                Holds::Reference { is_usable, target } if *target == Some(index) => {
                    *is_usable = false
                }
                Holds::Looker { is_usable, target } if *target == index => *is_usable = false,
                _ => {}
            }
        }
    }

    /// A field that is still there, with its variable.
    fn field(&mut self, is_moved: bool) -> Option<(usize, usize)> {
        let loops = self.loops;
        let found = self.visible(|variable| match &variable.holds {
            Holds::Value { kind, held } => {
                !kind.fields().is_empty()
                    && held.contains(&true)
                    && (!is_moved || (variable.loops == loops && !variable.is_lent))
            }
            _ => false,
        });
        let index = *found.choose(self.rng)?;
        let Holds::Value { held, .. } = &self.scope[index].holds else { return None };
        let fields: Vec<usize> = (0..held.len()).filter(|field| held[*field]).collect();
        Some((index, *fields.choose(self.rng)?))
    }

    fn field_name(&self, (index, field): (usize, usize)) -> String {
        let variable = &self.scope[index];
        let Holds::Value { kind, .. } = &variable.holds else {
            unreachable!("a field has a value")
        };
        format!("{}.{}", variable.name, kind.fields()[field])
    }

    fn take_field(&mut self, at: (usize, usize)) -> String {
        let name = self.field_name(at);
        if let Holds::Value { held, .. } = &mut self.scope[at.0].holds {
            held[at.1] = false;
        }
        self.end_loans_of(at.0);
        name
    }

    /// The suspend point that comes next ends all loans of a movable body.
    fn suspends(&mut self) {
        if self.is_static {
            return;
        }
        for variable in &mut self.scope {
            if let Holds::Reference { is_usable, .. } | Holds::Looker { is_usable, .. } =
                &mut variable.holds
            {
                *is_usable = false;
            }
        }
    }

    // How control flow is kept account of.

    /// Grows something whose variables end with it.
    fn scoped(&mut self, grow: impl FnOnce(&mut Self) -> Node) -> Node {
        let outer = self.scope.len();
        let node = grow(self);
        self.scope.truncate(outer);
        node
    }

    /// Grows two things of which only one runs.
    fn either(
        &mut self,
        one: impl FnOnce(&mut Self) -> Node,
        other: impl FnOnce(&mut Self) -> Node,
    ) -> (Node, Node) {
        let before = self.scope.clone();
        let one = self.scoped(one);
        let after = std::mem::replace(&mut self.scope, before);
        let other = self.scoped(other);
        for (variable, after) in self.scope.iter_mut().zip(&after) {
            variable.merge(after);
        }
        (one, other)
    }

    /// Grows what may not run at all.
    fn perhaps(&mut self, grow: impl FnOnce(&mut Self) -> Node) -> Node {
        self.either(grow, |_| Node::list(Vec::new())).0
    }

    /// Grows what may run many times.
    fn repeated(&mut self, target: Target, grow: impl FnOnce(&mut Self) -> Node) -> Node {
        self.loops += 1;
        self.targets.push(target);
        // What it begins with may come after a suspend point at its end.
        self.suspends();
        let node = self.perhaps(grow);
        self.suspends();
        self.targets.pop();
        self.loops -= 1;
        node
    }

    /// Grows what is in a closure that is called where it stands: nothing jumps out of it, and what it
    /// mentions is captured by reference.
    fn in_closure(&mut self, grow: impl FnOnce(&mut Self) -> Node) -> Node {
        self.closures += 1;
        self.loops += 1;
        let targets = std::mem::take(&mut self.targets);
        let node = self.quietly(|g| g.scoped(grow));
        self.targets = targets;
        self.loops -= 1;
        self.closures -= 1;
        node
    }

    fn quietly<T>(&mut self, grow: impl FnOnce(&mut Self) -> T) -> T {
        self.quiet += 1;
        let grown = grow(self);
        self.quiet -= 1;
        grown
    }

    /// Grows what is evaluated while a loan is live, across which only a `static` body suspends.
    fn under_loan<T>(&mut self, grow: impl FnOnce(&mut Self) -> T) -> T {
        if self.is_static { grow(self) } else { self.quietly(grow) }
    }

    // Expressions.

    fn new_probe(&mut self) -> Node {
        let place = self.place();
        Node::new(Sort::Probe, format!("probe({place})"), Vec::new())
    }

    /// An expression of type `Probe`.
    fn value(&mut self, depth: usize) -> Node {
        self.budget -= 1;
        if self.budget < 0 || depth >= DEPTH {
            return self.new_probe();
        }
        let next = depth + 1;
        let probe = Sort::Probe;
        match self.rng.random_range(0..104) {
            0..12 => match self.whole(Kind::Probe, true) {
                Some(index) => Node::new(probe, self.take(index), Vec::new()),
                None => self.new_probe(),
            },
            12..18 => match self.field(true) {
                Some(at) => Node::new(probe, self.take_field(at), Vec::new()),
                None => self.new_probe(),
            },
            18..24 => self.new_probe(),
            24..44 => self.suspend_point(next),
            44..48 => self.both(probe, "two($0, $1)", next),
            48..51 => {
                let parts = vec![self.value(next), self.value(next), self.looked_at(next)];
                Node::new(probe, "three($0, $1, $2)", parts)
            }
            51..55 => self.both(probe, "($0).chain($1)", next),
            55..58 => self.both(probe, "(($0) + ($1))", next),
            58..60 => self.one(probe, "(!($0))", next),
            60..62 => self.one(probe, "($0).copy()", next),
            62..64 => {
                let field = self.rng.random_range(0..2);
                let pair = self.pair(next);
                Node::new(probe, format!("($0).{field}"), vec![pair])
            }
            64..66 => {
                let field = *["a", "b", "c"].choose(self.rng).expect("not empty");
                let trio = self.trio(next);
                Node::new(probe, format!("($0).{field}"), vec![trio])
            }
            66..68 => self.one(probe, "(*Box::new($0))", next),
            68..74 => self.block(next),
            74..79 => {
                let condition = self.condition(next);
                let (one, other) = self.either(|g| g.block(next), |g| g.block(next));
                Node::new(probe, "(if $0 $1 else $2)", vec![condition, one, other])
            }
            79..84 => self.matched(next),
            84..87 => self.value_loop(next),
            87..90 if self.closures == 0 => self.question_mark(next),
            90..92 => {
                let label = self.label();
                let target = Target { label: label.clone(), carries: Some(probe), is_loop: false };
                self.targets.push(target);
                let block = self.block(next);
                self.targets.pop();
                Node::new(probe, format!("({label}: $0)"), vec![block])
            }
            92..94 => {
                let given = self.value(next);
                let name = self.fresh();
                let block = self.in_closure(|g| {
                    g.declare(&name, Kind::Probe, false);
                    g.block(next)
                });
                Node::new(probe, format!("($0).hand_to(|{name}| $1)"), vec![given, block])
            }
            94..96 => self.both(probe, "[$0, $1].into_iter().next_back().unwrap()", next),
            96..98 => {
                // A format macro borrows all its arguments.
                let parts = self.borrowed_across(next, Self::value);
                Node::new(probe, "written(format!(\"{} {}\", $0, $1))", parts)
            }
            98..100 => {
                let outcome = self.outcome(next);
                Node::new(probe, "settle($0)", vec![outcome])
            }
            _ => self.called_thunk().unwrap_or_else(|| self.callee(next)),
        }
    }

    fn one(&mut self, sort: Sort, text: &str, depth: usize) -> Node {
        let part = self.value(depth);
        Node::new(sort, text, vec![part])
    }

    fn both(&mut self, sort: Sort, text: &str, depth: usize) -> Node {
        let parts = vec![self.value(depth), self.value(depth)];
        Node::new(sort, text, parts)
    }

    /// A place to be borrowed for the call around it, or a temporary.
    fn looked_at(&mut self, depth: usize) -> Node {
        let found = self.whole(Kind::Probe, false).filter(|_| self.rng.random_bool(0.5));
        self.borrowed(found, depth)
    }

    fn borrowed(&mut self, variable: Option<usize>, depth: usize) -> Node {
        match variable {
            Some(index) => {
                Node::new(Sort::Probe, format!("&{}", self.scope[index].name), Vec::new())
            }
            // The braces move what is a variable, as in `let_reference`.
            None => self.one(Sort::Probe, "&{ $0 }", depth),
        }
    }

    /// Something borrowed, and what is evaluated while it is.
    fn borrowed_across(
        &mut self,
        depth: usize,
        grow: impl FnOnce(&mut Self, usize) -> Node,
    ) -> Vec<Node> {
        self.under_loan(|g| {
            let found = g.whole(Kind::Probe, false).filter(|_| g.rng.random_bool(0.5));
            let first = g.borrowed(found, depth);
            let was_lent = found.map(|index| std::mem::replace(&mut g.scope[index].is_lent, true));
            let second = grow(g, depth);
            if let (Some(index), Some(was_lent)) = (found, was_lent) {
                g.scope[index].is_lent = was_lent;
            }
            vec![first, second]
        })
    }

    /// A suspend point of this body's own.
    fn suspend_point(&mut self, depth: usize) -> Node {
        let part = self.value(depth);
        let yields = self.face.yields();
        let blocks = self.realm.blocks();
        if self.quiet > 0 || !(yields || blocks) {
            return Node::new(Sort::Probe, "($0).copy()", vec![part]);
        }
        self.suspends();
        if yields && (!blocks || self.chance(0.5)) {
            let outcomes = self.realm.yields_outcomes();
            let (generator, function) = if self.realm == Realm::Answers && self.closures > 0 {
                // What a closure is sent is known from where it is run, which comes later.
                ("through::<Probe>(yield $0)", "through::<Probe>(answered($0))")
            } else if self.realm == Realm::Answers {
                ("(yield $0)", "answered($0)")
            } else if outcomes {
                ("fresh(yield Ok($0))", "fresh(yielded(Ok($0)))")
            } else {
                ("fresh(yield $0)", "fresh(yielded(Ok($0)))")
            };
            return Node::apart(Sort::Probe, generator, function, vec![part]);
        }
        let pause = if self.realm == Realm::Task { "pause_task" } else { "pause" };
        let generator = if self.chance(0.5) {
            format!("(await {pause}($0))")
        } else {
            format!("{pause}($0).await")
        };
        Node::apart(Sort::Probe, generator, "blocked($0)", vec![part])
    }

    /// A call of another body: awaited, or delegated to.
    fn callee(&mut self, depth: usize) -> Node {
        let outcome = self.callee_outcome(depth);
        let Some(outcome) = outcome else { return self.suspend_point(depth) };
        if self.closures == 0 && self.chance(0.5) {
            return self.questioned(outcome);
        }
        Node::new(Sort::Probe, "settle($0)", vec![outcome])
    }

    /// The same as it comes, if there is a body that can be called for its value.
    fn callee_outcome(&mut self, depth: usize) -> Option<Node> {
        if self.quiet > 0 {
            return None;
        }
        let yields = self.face.yields();
        let mut found: Vec<(usize, &Body)> = self.callees.clone();
        found.retain(|(_, body)| {
            body.face.returns()
                && (self.is_static || !body.is_static || body.face.is_raw())
                && (yields || !body.face.yields())
        });
        if let Some(own) = self.own.filter(|_| self.rng.random_bool(0.5)) {
            return Some(self.recursion(own, depth));
        }
        let (index, body) = *found.choose(self.rng)?;
        let (arguments, parts) = self.arguments_of(body, depth);
        self.suspends();
        // What may not move can be awaited by what may, in a box.
        let is_boxed =
            body.face.is_raw() && (body.is_static && !self.is_static || self.chance(0.1));
        let call = format!("$g{index}({arguments}){}", if is_boxed { ".into_box()" } else { "" });
        let generator = if body.face.yields() {
            format!("(yield.. {call})")
        } else if self.chance(0.5) {
            format!("(await {call})")
        } else {
            format!("{call}.await")
        };
        Some(Node::apart(Sort::Outcome, generator, called(index, &arguments), parts))
    }

    /// The arguments of a call, with holes that are numbered from `first` on, and what fills them.
    fn arguments(&mut self, params: &[Param], first: usize, depth: usize) -> (String, Vec<Node>) {
        let mut parts = Vec::new();
        let mut holes = Vec::new();
        for param in params {
            let hole = first + parts.len();
            if param.kind == Kind::Lent {
                holes.push("lent()".to_owned());
                continue;
            }
            holes.push(match param.kind {
                Kind::Boxed => format!("Box::new(${hole})"),
                _ => format!("${hole}"),
            });
            parts.push(match param.kind {
                Kind::Probe => self.value(depth),
                Kind::Pair | Kind::Boxed => self.pair(depth),
                Kind::Trio => self.trio(depth),
                Kind::Choice => self.choice(depth),
                Kind::Lent => unreachable!("it has no part"),
            });
        }
        (holes.join(", "), parts)
    }

    /// The arguments of a call of another body.
    fn arguments_of(&mut self, body: &Body, depth: usize) -> (String, Vec<Node>) {
        let (holes, parts) = self.arguments(&body.params, 0, depth);
        let comma = if holes.is_empty() { "" } else { ", " };
        (if body.is_recursive { format!("2{comma}{holes}") } else { holes }, parts)
    }

    /// A call of this body itself.
    fn recursion(&mut self, own: usize, depth: usize) -> Node {
        let params = self.params.clone();
        let mut holes = String::new();
        let (parts, fallback) = self.either(
            |g| {
                let (text, parts) = g.arguments(&params, 1, depth);
                holes = text;
                Node::list(parts)
            },
            |g| g.value(depth),
        );
        self.suspends();
        let form = if self.face.yields() { "yield.. " } else { "await " };
        let comma = if holes.is_empty() { "" } else { ", " };
        let arguments = format!("depth - 1{comma}{holes}");
        Node::apart(
            Sort::Outcome,
            format!("(if depth > 0 {{ {form}$g{own}({arguments}).into_box() }} else {{ Ok($0) }})"),
            format!("(if depth > 0 {{ {} }} else {{ Ok($0) }})", called(own, &arguments)),
            [vec![fallback], parts.parts].concat(),
        )
    }

    fn question_mark(&mut self, depth: usize) -> Node {
        let outcome = self.outcome(depth);
        self.questioned(outcome)
    }

    /// `?`, which yields the error where the face has no room for it.
    fn questioned(&mut self, outcome: Node) -> Node {
        if self.face.returns() {
            return Node::new(Sort::Probe, "($0?)", vec![outcome]);
        }
        if self.quiet > 0 {
            return Node::new(Sort::Probe, "settle($0)", vec![outcome]);
        }
        self.suspends();
        let function =
            "(match $0 { Ok(value) => value, Err(error) => { yielded(Err(error)); return; } })";
        Node::apart(Sort::Probe, "($0?)", function, vec![outcome])
    }

    fn pair(&mut self, depth: usize) -> Node {
        match self.whole(Kind::Pair, true).filter(|_| self.rng.random_bool(0.5)) {
            Some(index) => Node::new(Sort::Pair, self.take(index), Vec::new()),
            None => self.both(Sort::Pair, "($0, $1)", depth),
        }
    }

    fn trio(&mut self, depth: usize) -> Node {
        if let Some(index) = self.whole(Kind::Trio, true).filter(|_| self.rng.random_bool(0.5)) {
            return Node::new(Sort::Trio, self.take(index), Vec::new());
        }
        if depth < DEPTH && self.chance(0.3) {
            let parts = vec![self.value(depth), self.value(depth), self.trio(depth + 1)];
            return Node::new(Sort::Trio, "(Trio { c: $0, a: $1, ..$2 })", parts);
        }
        let parts = vec![self.value(depth), self.value(depth), self.value(depth)];
        Node::new(Sort::Trio, "(Trio { a: $0, b: $1, c: $2 })", parts)
    }

    fn choice(&mut self, depth: usize) -> Node {
        if let Some(index) = self.whole(Kind::Choice, true).filter(|_| self.rng.random_bool(0.5)) {
            return Node::new(Sort::Choice, self.take(index), Vec::new());
        }
        match self.rng.random_range(0..10) {
            0..6 => self.one(Sort::Choice, "choice($0)", depth),
            6..8 => self.one(Sort::Choice, "Some($0)", depth),
            _ => self.both(Sort::Choice, "choice($0).or(Some($1))", depth),
        }
    }

    fn outcome(&mut self, depth: usize) -> Node {
        if self.chance(0.4)
            && let Some(called) = self.callee_outcome(depth)
        {
            return called;
        }
        match self.rng.random_range(0..4) {
            0 => {
                let choice = self.choice(depth);
                let other = self.value(depth);
                Node::new(Sort::Outcome, "($0).ok_or($1)", vec![choice, other])
            }
            _ => self.one(Sort::Outcome, "outcome($0)", depth),
        }
    }

    fn result(&mut self, depth: usize) -> Node {
        if self.chance(0.5) {
            self.outcome(depth)
        } else {
            self.one(Sort::Outcome, "Ok($0)", depth)
        }
    }

    /// A condition.
    fn condition(&mut self, depth: usize) -> Node {
        self.budget -= 1;
        let flag = Sort::Flag;
        if depth >= DEPTH || self.budget < 0 {
            return Node::new(flag, "flag()", Vec::new());
        }
        let next = depth + 1;
        match self.rng.random_range(0..100) {
            0..30 => Node::new(flag, "flag()", Vec::new()),
            30..62 => self.one(flag, "($0).bit()", next),
            62..72 => {
                let one = self.condition(next);
                let other = self.perhaps(|g| g.condition(next));
                let operator = if self.chance(0.5) { "&&" } else { "||" };
                Node::new(flag, format!("($0 {operator} $1)"), vec![one, other])
            }
            72..77 => {
                let negated = self.condition(next);
                Node::new(flag, "(!$0)", vec![negated])
            }
            77..83 => {
                let choice = self.choice(next);
                Node::new(flag, "matches!($0, Some(_))", vec![choice])
            }
            83..88 => self.one(flag, "{ let held = $0; flag() }", next),
            88..94 => self.both(flag, "(($0).index() == ($1).index())", next),
            _ => {
                let parts = self.borrowed_across(next, Self::looked_at);
                Node::new(flag, "compare_two($0, $1)", parts)
            }
        }
    }

    /// The condition of a guard, during which what is matched is borrowed.
    fn guard(&mut self) -> Node {
        self.under_loan(|g| g.condition(DEPTH - 1))
    }

    /// `{ statements; value }`.
    fn block(&mut self, depth: usize) -> Node {
        self.scoped(|g| {
            let list = g.some_statements(depth);
            let value = g.value(depth + 1);
            match list.parts.is_empty() {
                true => Node::new(Sort::Probe, "{ $0 }", vec![value]),
                false => Node::new(Sort::Probe, "{\n    $0\n    $1\n}", vec![list, value]),
            }
        })
    }

    fn some_statements(&mut self, depth: usize) -> Node {
        let count = *[0, 0, 1, 1, 2, 3].choose(self.rng).expect("not empty");
        let mut list = Vec::new();
        for _ in 0..count {
            let statement = self.statement(depth + 1);
            list.push(statement);
        }
        Node::list(list)
    }

    /// A block without a value.
    fn body_block(&mut self, depth: usize) -> Node {
        self.scoped(|g| {
            let list = g.some_statements(depth);
            Node::new(Sort::List, "{\n    $0\n}", vec![list])
        })
    }

    /// A match, or an `if let`, on an option.
    fn matched(&mut self, depth: usize) -> Node {
        let choice = self.choice(depth);
        let name = self.fresh();
        let form = self.rng.random_range(0..10);
        let guard = (form < 3).then(|| self.perhaps(|g| g.guard()));
        let bind = name.clone();
        let (some, none) = self.either(
            |g| {
                g.declare(&bind, Kind::Probe, false);
                g.block(depth)
            },
            |g| g.block(depth),
        );
        let probe = Sort::Probe;
        match guard {
            Some(guard) => Node::new(
                probe,
                format!("(match $0 {{\n    Some({name}) if $1 => $2,\n    _ => $3,\n}})"),
                vec![choice, guard, some, none],
            ),
            None if form < 6 => Node::new(
                probe,
                format!("(match $0 {{\n    Some({name}) => $1,\n    None => $2,\n}})"),
                vec![choice, some, none],
            ),
            None => Node::new(
                probe,
                format!("(if let Some({name}) = $0 $1 else $2)"),
                vec![choice, some, none],
            ),
        }
    }

    /// A loop that ends with a value.
    fn value_loop(&mut self, depth: usize) -> Node {
        let label = self.label();
        let target = Target { label: label.clone(), carries: Some(Sort::Probe), is_loop: true };
        let mut holes = None;
        let list = self.repeated(target, |g| {
            let before = g.some_statements(depth);
            let condition = g.condition(DEPTH - 1);
            let value = g.perhaps(|g| g.value(depth + 1));
            let after = g.some_statements(depth);
            holes = Some((condition, value, after));
            before
        });
        let (condition, value, after) = holes.expect("it was grown");
        let text =
            format!("({label}: loop {{\n    $0\n    if $1 {{ break {label} $2; }}\n    $3\n}})");
        Node::new(Sort::Probe, text, vec![list, condition, value, after])
    }

    fn called_thunk(&mut self) -> Option<Node> {
        let loops = self.loops;
        let found = self.visible(|variable| {
            variable.loops == loops && matches!(variable.holds, Holds::Thunk { is_held: true })
        });
        let index = *found.choose(self.rng)?;
        self.scope[index].holds = Holds::Thunk { is_held: false };
        Some(Node::new(Sort::Probe, format!("{}()", self.scope[index].name), Vec::new()))
    }

    // Statements.

    fn statement(&mut self, depth: usize) -> Node {
        self.budget -= 1;
        let statement = Sort::Statement;
        if self.budget < 0 {
            return self.look();
        }
        // Few programs can have it at all.
        if self.chance(0.1)
            && let Some(stepped) = self.stepped(depth)
        {
            return stepped;
        }
        match self.rng.random_range(0..168) {
            0..13 => {
                let value = self.value(depth);
                let name = self.shadowing();
                let is_mutable = self.chance(0.4);
                self.declare(&name, Kind::Probe, is_mutable);
                let mutability = if is_mutable { "mut " } else { "" };
                Node::new(statement, format!("let {mutability}{name} = $0;"), vec![value])
            }
            13..19 => self.let_pair(depth),
            19..25 => self.let_trio(depth),
            25..27 => {
                let pair = self.pair(depth);
                let name = self.fresh();
                self.declare(&name, Kind::Boxed, true);
                Node::new(statement, format!("let mut {name} = Box::new($0);"), vec![pair])
            }
            27..30 => {
                let choice = self.choice(depth);
                let name = self.shadowing();
                self.declare(&name, Kind::Choice, false);
                Node::new(statement, format!("let {name} = $0;"), vec![choice])
            }
            30..33 => self.one(statement, "let _ = $0;", depth),
            33..36 | 145..147 => self.let_reference(depth),
            112..115 => self.guarded(depth),
            115..118 | 155..157 => self.lent_mutably(depth),
            118..120 | 152..155 => self.lent_to_closure(depth),
            120..122 => self.matched_by_reference(depth),
            122..124 => self.alternatives(depth),
            124..127 => self.matched_in_part(depth),
            127..130 => self.renewed(),
            130..134 => self.through_reference(depth),
            157..160 => self.rest_lent(depth),
            160..162 => self.lent_if_set(depth),
            162..165 if self.closures == 0 => {
                Node::apart(statement, "let _ = ref executor;", "", Vec::new())
            }
            165..168 => self.indexed_in_match(depth),
            134..139 => self.generator_closure(depth).unwrap_or_else(|| self.look()),
            139..142 => self.through_reference(depth),
            36..39 if self.closures == 0 => {
                let choice = self.choice(depth);
                let jump = self.perhaps(|g| g.jump(depth));
                let name = self.shadowing();
                self.declare(&name, Kind::Probe, false);
                let text = format!("let Some({name}) = $0 else {{\n    $1\n}};");
                Node::new(statement, text, vec![choice, jump])
            }
            39..47 => self.use_variable(depth),
            47..51 => self.assignment(depth),
            51..54 => self.field_assignment(depth),
            54..56 => {
                let place = self.place();
                let parts = vec![
                    self.value(depth),
                    self.value(depth),
                    self.value(depth),
                    self.value(depth),
                ];
                let text =
                    format!("let mut array{place} = [$0, $1];\narray{place}[($3).index()] = $2;");
                Node::new(statement, text, parts)
            }
            56..62 => self.one(statement, "$0;", depth),
            62..67 => self.body_block(depth).into_statement(),
            67..73 => {
                let condition = self.condition(depth);
                if self.chance(0.6) {
                    let (one, other) =
                        self.either(|g| g.body_block(depth), |g| g.body_block(depth));
                    return Node::new(statement, "if $0 $1 else $2", vec![condition, one, other]);
                }
                let one = self.perhaps(|g| g.body_block(depth));
                Node::new(statement, "if $0 $1", vec![condition, one])
            }
            73..78 => self.if_let_chain(depth),
            78..80 => {
                // A scrutinee whose temporary lives on.
                let scrutinee = self.value(depth);
                let (one, other) = self.under_loan_of_scrutinee(depth);
                Node::new(
                    statement,
                    "match ($0).index() {\n    0 => $1\n    _ => $2\n}",
                    vec![scrutinee, one, other],
                )
            }
            80..88 | 147..152 => self.loop_statement(depth),
            88..93 | 142..145 if self.closures == 0 => {
                let condition = self.condition(depth + 1);
                let jump = self.perhaps(|g| g.jump(depth));
                Node::new(statement, "if $0 {\n    $1\n}", vec![condition, jump])
            }
            93..96 => self.match_pair(depth),
            96..99 => self.thunk(),
            99..101 => {
                let condition = self.condition(DEPTH - 1);
                // Little that is hardly ever reached.
                let last = self.perhaps(|g| g.value(DEPTH - 1));
                Node::new(
                    statement,
                    "if $0 && flag() && flag() {\n    fail($1);\n}",
                    vec![condition, last],
                )
            }
            101..103 => {
                let name = self.fresh();
                self.declare(&name, Kind::Probe, true);
                if let Some(Variable { holds: Holds::Value { held, .. }, .. }) =
                    self.scope.last_mut()
                {
                    held.fill(false);
                }
                let value = self.perhaps(|g| g.value(depth));
                Node::new(
                    statement,
                    format!("let mut {name}: Probe;\nif flag() {{ {name} = $0; }}"),
                    vec![value],
                )
            }
            _ => self.pulled(depth).unwrap_or_else(|| self.one(statement, "sink($0);", depth)),
        }
    }

    /// The blocks of a match whose scrutinee is a borrowed temporary, dead but not dropped yet.
    fn under_loan_of_scrutinee(&mut self, depth: usize) -> (Node, Node) {
        self.either(|g| g.body_block(depth), |g| g.body_block(depth))
    }

    fn look(&mut self) -> Node {
        let loops = self.loops;
        let found = self.visible(|variable| match variable.holds {
            Holds::Reference { is_usable, .. } | Holds::Looker { is_usable, .. } => {
                is_usable && variable.loops == loops
            }
            Holds::Lent { is_usable } => is_usable,
            _ => false,
        });
        if let Some(index) = found.choose(self.rng) {
            let name = &self.scope[*index].name;
            let text = match self.scope[*index].holds {
                Holds::Looker { .. } => format!("{name}();"),
                _ => format!("look({name});"),
            };
            return Node::new(Sort::Statement, text, Vec::new());
        }
        if let Some(index) = self.whole(Kind::Probe, false) {
            let text = format!("look(&{});", self.scope[index].name);
            return Node::new(Sort::Statement, text, Vec::new());
        }
        let place = self.place();
        Node::new(Sort::Statement, format!("look(&probe({place}));"), Vec::new())
    }

    fn let_pair(&mut self, depth: usize) -> Node {
        let pair = self.pair(depth);
        let bind = |g: &mut Self| {
            let name = g.fresh();
            g.declare(&name, Kind::Probe, false);
            name
        };
        let pattern = match self.rng.random_range(0..10) {
            0..4 => {
                let name = self.shadowing();
                self.declare(&name, Kind::Pair, true);
                format!("mut {name}")
            }
            4..6 => format!("({}, {})", bind(self), bind(self)),
            6 => format!("({}, _)", bind(self)),
            7 => format!("(.., {})", bind(self)),
            8 => format!("(ref borrowed, {})", bind(self)),
            _ => "_".to_owned(),
        };
        Node::new(Sort::Statement, format!("let {pattern} = $0;"), vec![pair])
    }

    fn let_trio(&mut self, depth: usize) -> Node {
        let trio = self.trio(depth);
        let (one, other) = (self.fresh(), self.fresh());
        let pattern = match self.rng.random_range(0..8) {
            0..4 => {
                self.declare(&one, Kind::Trio, true);
                format!("mut {one}")
            }
            4..6 => {
                self.declare(&one, Kind::Probe, false);
                let field = *["a", "b", "c"].choose(self.rng).expect("not empty");
                format!("Trio {{ {field}: {one}, .. }}")
            }
            _ => {
                self.declare(&one, Kind::Probe, false);
                self.declare(&other, Kind::Probe, false);
                format!("Trio {{ b: {one}, a: {other}, c: _ }}")
            }
        };
        Node::new(Sort::Statement, format!("let {pattern} = $0;"), vec![trio])
    }

    fn let_reference(&mut self, depth: usize) -> Node {
        let name = self.fresh();
        if let Some(index) = self.whole(Kind::Probe, false).filter(|_| self.rng.random_bool(0.5)) {
            let target = &self.scope[index].name;
            if self.rng.random_bool(0.4) {
                let text = format!("let {name} = || look(&{target});");
                self.push(&name, Holds::Looker { is_usable: true, target: index }, false);
                return Node::new(Sort::Statement, text, Vec::new());
            }
            let text = format!("let {name} = &{target};");
            self.push(&name, Holds::Reference { is_usable: true, target: Some(index) }, false);
            return Node::new(Sort::Statement, text, Vec::new());
        }
        let value = self.value(depth);
        self.push(&name, Holds::Reference { is_usable: true, target: None }, false);
        // The braces move what is a variable: a loan of it would be one that is not kept account of.
        Node::new(Sort::Statement, format!("let {name} = &{{ $0 }};"), vec![value])
    }

    fn use_variable(&mut self, depth: usize) -> Node {
        if self.chance(0.4) {
            return self.look();
        }
        let Some(index) = self.whole(Kind::Probe, true) else {
            return self.one(Sort::Statement, "sink($0);", depth);
        };
        let name = self.take(index);
        match self.rng.random_range(0..10) {
            0..3 => Node::new(Sort::Statement, format!("sink({name});"), Vec::new()),
            3..5 => {
                Node::new(Sort::Statement, format!("if flag() {{ sink({name}); }}"), Vec::new())
            }
            5..7 => Node::new(Sort::Statement, format!("drop({name});"), Vec::new()),
            _ => {
                let (one, other) =
                    self.either(|g| g.suspend_point(DEPTH), |g| g.suspend_point(DEPTH));
                let text =
                    format!("if flag() {{\n    sink({name});\n    $0;\n}} else {{\n    $1;\n}}");
                Node::new(Sort::Statement, text, vec![one, other])
            }
        }
    }

    fn assignment(&mut self, depth: usize) -> Node {
        let is_in_closure = self.closures > 0;
        let found = self.visible(|variable| {
            let is_probe = match &variable.holds {
                // A closure captures only what is there.
                Holds::Value { kind: Kind::Probe, held } => held[0] || !is_in_closure,
                _ => false,
            };
            is_probe && variable.is_mutable && !variable.is_lent
        });
        let Some(index) = found.choose(self.rng).copied() else {
            return self.one(Sort::Statement, "$0;", depth);
        };
        let name = self.scope[index].name.clone();
        let is_whole = matches!(&self.scope[index].holds, Holds::Value { held, .. } if held[0]);
        if is_whole && self.chance(0.3) {
            // `+=` borrows what it adds to before it evaluates what it adds.
            self.scope[index].is_lent = true;
            let value = self.under_loan(|g| g.value(depth));
            self.scope[index].is_lent = false;
            self.end_loans_of(index);
            return Node::new(Sort::Statement, format!("{name} += $0;"), vec![value]);
        }
        let value = self.value(depth);
        self.end_loans_of(index);
        // A jump may have gone out of what is around before it is set again.
        if self.scope[index].loops == self.loops
            && self.scope[index].targets == self.targets.len()
            && let Holds::Value { held, .. } = &mut self.scope[index].holds
        {
            held.fill(true);
        }
        Node::new(Sort::Statement, format!("{name} = $0;"), vec![value])
    }

    fn field_assignment(&mut self, depth: usize) -> Node {
        let value = self.value(depth);
        let found = self.field(false).filter(|(index, _)| {
            let variable = &self.scope[*index];
            variable.is_mutable && !variable.is_lent
        });
        let Some(at) = found else { return Node::new(Sort::Statement, "$0;", vec![value]) };
        self.end_loans_of(at.0);
        Node::new(Sort::Statement, format!("{} = $0;", self.field_name(at)), vec![value])
    }

    fn if_let_chain(&mut self, depth: usize) -> Node {
        let choice = self.choice(depth);
        let name = self.fresh();
        let guard = self.chance(0.4).then(|| self.perhaps(|g| g.condition(DEPTH - 1)));
        let bind = name.clone();
        let (some, none) = self.either(
            |g| {
                g.declare(&bind, Kind::Probe, false);
                g.body_block(depth)
            },
            |g| g.body_block(depth),
        );
        match guard {
            Some(guard) => Node::new(
                Sort::Statement,
                format!("if let Some({name}) = $0 && $1 $2 else $3"),
                vec![choice, guard, some, none],
            ),
            None => Node::new(
                Sort::Statement,
                format!("if let Some({name}) = $0 $1 else $2"),
                vec![choice, some, none],
            ),
        }
    }

    fn match_pair(&mut self, depth: usize) -> Node {
        let choice = self.choice(depth);
        let value = self.value(depth);
        let (one, other) = (self.fresh(), self.fresh());
        let guard = self.perhaps(|g| g.guard());
        let (first, second) = (one.clone(), other.clone());
        let mut third = None;
        let (both, neither) = self.either(
            |g| {
                g.declare(&first, Kind::Probe, false);
                g.declare(&second, Kind::Probe, false);
                g.body_block(depth)
            },
            |g| {
                let (alone, none) = g.either(
                    |g| {
                        g.declare(&second, Kind::Probe, false);
                        g.body_block(depth)
                    },
                    |g| g.body_block(depth),
                );
                third = Some(alone);
                none
            },
        );
        let text = format!(
            "match ($0, $1) {{\n    (Some({one}), {other}) if $2 => $3\n    (None, {other}) => $4\n    (Some(_), _) => $5\n}}"
        );
        let third = third.expect("it was grown");
        Node::new(Sort::Statement, text, vec![choice, value, guard, both, third, neither])
    }

    /// A block during which a variable is borrowed by what has a destructor.
    fn guarded(&mut self, depth: usize) -> Node {
        let Some(index) = self.whole(Kind::Probe, false) else { return self.look() };
        let name = self.scope[index].name.clone();
        let was_lent = std::mem::replace(&mut self.scope[index].is_lent, true);
        let guard = self.fresh();
        let list = self.under_loan(|g| g.scoped(|g| g.few_statements(depth)));
        self.scope[index].is_lent = was_lent;
        let text = format!("{{\n    let {guard} = guard(&{name});\n    $0\n}}");
        Node::new(Sort::Statement, text, vec![list])
    }

    /// One to three statements.
    fn few_statements(&mut self, depth: usize) -> Node {
        let count = self.rng.random_range(1..=3);
        let mut list = Vec::new();
        for _ in 0..count {
            let statement = self.statement(depth + 1);
            list.push(statement);
        }
        Node::list(list)
    }

    /// A variable that may be borrowed mutably.
    fn lendable(&mut self) -> Option<usize> {
        let found = self.visible(|variable| {
            let is_whole =
                matches!(&variable.holds, Holds::Value { kind: Kind::Probe, held } if held[0]);
            is_whole && variable.is_mutable && !variable.is_lent
        });
        let index = found.choose(self.rng).copied();
        if let Some(index) = index {
            self.end_loans_of(index);
        }
        index
    }

    /// A mutable loan, which hides what it borrows, and is used at its beginning, between and at its end.
    fn lent_mutably(&mut self, depth: usize) -> Node {
        let Some(index) = self.lendable() else { return self.look() };
        let name = self.scope[index].name.clone();
        let veiled = self.scoped(|g| {
            g.push(&name, Holds::Veil, false);
            let first = g.under_loan(|g| g.few_statements(depth));
            let value = g.under_loan(|g| g.value(depth + 1));
            let second = g.under_loan(|g| g.few_statements(depth));
            Node::list(vec![first, value, second])
        });
        let text = format!(
            "{{\n    let {name} = &mut {name};\n    $0\n    *{name} = $1;\n    $2\n    look({name});\n}}"
        );
        Node::new(Sort::Statement, text, veiled.parts)
    }

    /// A loan of what is left of a variable. That needs no destructor, and only the loan asks for it.
    fn rest_lent(&mut self, depth: usize) -> Node {
        let value = self.value(depth);
        let (name, place) = (self.fresh(), self.place());
        let list = self.scoped(|g| g.under_loan(|g| g.few_statements(depth)));
        let (mutability, change) = match self.chance(0.5) {
            true => ("mut ", "rest[1] += 1;\n    "),
            false => ("", ""),
        };
        let text = format!(
            "{{\n    let {mutability}{name} = ($0, [{place}; 4]);\n    let rest = &{mutability}{name}.1;\n    drop({name}.0);\n    $1\n    {change}count(rest[1]);\n}}"
        );
        Node::new(Sort::Statement, text, vec![value, list])
    }

    /// A loan of what is there on one way only.
    fn lent_if_set(&mut self, depth: usize) -> Node {
        let condition = self.condition(depth);
        let (name, place) = (self.fresh(), self.place());
        let list = self.scoped(|g| g.under_loan(|g| g.few_statements(depth)));
        let text = format!(
            "{{\n    let {name};\n    let rest = if $0 {{\n        {name} = [{place}; 4];\n        &{name}\n    }} else {{\n        &[0; 4]\n    }};\n    $1\n    count(rest[1]);\n}}"
        );
        Node::new(Sort::Statement, text, vec![condition, list])
    }

    /// A closure that borrows mutably and is called more than once.
    fn lent_to_closure(&mut self, depth: usize) -> Node {
        let Some(index) = self.lendable() else { return self.look() };
        let name = self.scope[index].name.clone();
        let place = self.place();
        let veiled = self.scoped(|g| {
            g.push(&name, Holds::Veil, false);
            let first = g.under_loan(|g| g.few_statements(depth));
            let second = g.under_loan(|g| g.few_statements(depth));
            Node::list(vec![first, second])
        });
        let text = format!(
            "{{\n    let mut {name} = || {name} += probe({place});\n    $0\n    {name}();\n    $1\n    {name}();\n}}"
        );
        Node::new(Sort::Statement, text, veiled.parts)
    }

    /// A match that binds by reference, of a temporary or of a variable.
    fn matched_by_reference(&mut self, depth: usize) -> Node {
        let name = self.fresh();
        let found = self.whole(Kind::Probe, false).filter(|_| self.rng.random_bool(0.5));
        let (scrutinee, parts) = match found {
            Some(index) => (self.scope[index].name.clone(), Vec::new()),
            // A field that is moved out of, say, is no temporary.
            None => ("through($2)".to_owned(), vec![self.value(depth)]),
        };
        let was_lent = found.map(|index| std::mem::replace(&mut self.scope[index].is_lent, true));
        let guard = self.perhaps(|g| g.guard());
        let (one, other) =
            self.either(|g| g.under_loan(|g| g.few_statements(depth)), |g| g.few_statements(depth));
        if let (Some(index), Some(was_lent)) = (found, was_lent) {
            self.scope[index].is_lent = was_lent;
        }
        let parts = [vec![one, other], parts, vec![guard]].concat();
        let guard = parts.len() - 1;
        let text = format!(
            "match {scrutinee} {{\n    ref {name} if ${guard} => {{\n        $0\n        look({name});\n    }}\n    _ => {{\n        $1\n    }}\n}}"
        );
        Node::new(Sort::Statement, text, parts)
    }

    /// A match that looks at an item of an array again after a guard, which may suspend.
    fn indexed_in_match(&mut self, depth: usize) -> Node {
        let parts = vec![
            self.value(depth),
            self.value(depth),
            self.value(depth),
            self.condition(depth + 1),
        ];
        let name = self.fresh();
        let text = format!(
            "match [$0, $1][($2).index()] {{\n    _ if $3 => {{}}\n    ref {name} => look({name}),\n}}"
        );
        Node::new(Sort::Statement, text, parts)
    }

    /// A match whose alternatives bind the same name to another part each.
    fn alternatives(&mut self, depth: usize) -> Node {
        let parts = vec![self.choice(depth), self.choice(depth)];
        let name = self.fresh();
        let bind = name.clone();
        let (one, other) = self.either(
            |g| {
                g.declare(&bind, Kind::Probe, false);
                g.body_block(depth)
            },
            |g| g.body_block(depth),
        );
        let text = format!(
            "match ($0, $1) {{\n    (Some({name}), _) | (None, Some({name})) => $2\n    _ => $3\n}}"
        );
        Node::new(Sort::Statement, text, [parts, vec![one, other]].concat())
    }

    /// A match of a variable that moves one of its fields out, on one path.
    fn matched_in_part(&mut self, depth: usize) -> Node {
        let found = self.whole(Kind::Trio, true);
        let found = found.filter(|index| self.scope[*index].name != "self");
        let (declared, trio) = match found {
            Some(_) => (String::new(), Node::list(Vec::new())),
            None => {
                let trio = self.trio(depth);
                let name = self.fresh();
                self.declare(&name, Kind::Trio, true);
                (format!("let mut {name} = $3;\n"), trio)
            }
        };
        let index = found.unwrap_or(self.scope.len() - 1);
        let name = self.fresh();
        let guard = self.perhaps(|g| g.guard_of(index));
        let bind = name.clone();
        let (one, other) = self.either(
            |g| {
                if let Holds::Value { held, .. } = &mut g.scope[index].holds {
                    held[1] = false;
                }
                g.declare(&bind, Kind::Probe, false);
                g.body_block(depth)
            },
            |g| g.body_block(depth),
        );
        self.end_loans_of(index);
        let text = format!(
            "{declared}match {} {{\n    Trio {{ b: {name}, .. }} if $0 => $1\n    _ => $2\n}}",
            self.scope[index].name
        );
        Node::new(Sort::Statement, text, vec![guard, one, other, trio])
    }

    /// The guard of a match of a variable, which nothing changes meanwhile.
    fn guard_of(&mut self, index: usize) -> Node {
        let was_lent = std::mem::replace(&mut self.scope[index].is_lent, true);
        let guard = self.guard();
        self.scope[index].is_lent = was_lent;
        guard
    }

    /// A variable that is empty during a suspend point, perhaps each time round a loop.
    fn renewed(&mut self) -> Node {
        let found = self.lendable().filter(|_| self.closures == 0);
        let Some(index) = found else { return self.look() };
        let name = self.scope[index].name.clone();
        let value = self.suspend_point(DEPTH);
        Node::new(Sort::Statement, format!("sink({name});\n{name} = $0;"), vec![value])
    }

    /// Something done through a reference to what is not in the frame, suspend points or no.
    fn through_reference(&mut self, depth: usize) -> Node {
        let loops = self.loops;
        let is_in_closure = self.closures > 0;
        let found = self.visible(|variable| {
            matches!(variable.holds, Holds::Lent { is_usable: true })
                && (variable.loops == loops || !is_in_closure)
        });
        let Some(index) = found.choose(self.rng).copied() else {
            let name = self.fresh();
            self.push(&name, Holds::Lent { is_usable: true }, false);
            return Node::new(Sort::Statement, format!("let {name} = lent();"), Vec::new());
        };
        let name = self.scope[index].name.clone();
        if self.chance(0.5) {
            let value = self.value(depth);
            return Node::new(Sort::Statement, format!("*{name} = $0;"), vec![value]);
        }
        let list = self.scoped(|g| {
            g.push(&name, Holds::Lent { is_usable: true }, false);
            g.few_statements(depth)
        });
        let text = format!("{{\n    let {name} = &mut *{name};\n    $0\n    look({name});\n}}");
        Node::new(Sort::Statement, text, vec![list])
    }

    /// A generator closure with what it captures, run where it stands.
    fn generator_closure(&mut self, depth: usize) -> Option<Node> {
        if self.quiet > 0 || !(self.face.yields() || self.realm.blocks()) {
            return None;
        }
        let captured = self.whole(Kind::Probe, true)?;
        let captured = self.take(captured);
        // It may suspend, but change nothing that the closure may have borrowed by then.
        let given = self.suspend_point(DEPTH);
        self.suspends();
        // Its frame may move, and may hold no loan of what is in the frame around it unless that may not.
        let is_static = std::mem::replace(&mut self.is_static, false);
        let hidden = if is_static { Vec::new() } else { std::mem::take(&mut self.scope) };
        let targets = std::mem::take(&mut self.targets);
        let own = self.own.take();
        self.closures += 1;
        self.loops += 1;
        let (name, param) = (self.fresh(), self.fresh());
        let block = self.scoped(|g| {
            g.declare(&param, Kind::Probe, false);
            g.declare(&name, Kind::Probe, true);
            let list = g.few_statements(depth);
            let value = g.suspend_point(depth + 1);
            Node::list(vec![list, value])
        });
        self.loops -= 1;
        self.closures -= 1;
        self.own = own;
        self.targets = targets;
        if !is_static {
            self.scope = hidden;
        }
        self.is_static = is_static;
        let form = if self.face.yields() { "yield.." } else { "await" };
        let closure = |arrow: &str| {
            format!(
                "(|{param}: Probe|{arrow} {{\n    let mut {name} = {captured};\n    $1\n    $2\n}})($0)"
            )
        };
        let value = Node::apart(
            Sort::Probe,
            format!("({form} {})", closure(" =>")),
            format!("through({})", closure("")),
            [vec![given], block.parts].concat(),
        );
        Some(Node::new(Sort::Statement, "sink($0);", vec![value]))
    }

    /// A frame in a variable, that is stepped where the body likes.
    fn stepped(&mut self, depth: usize) -> Option<Node> {
        if self.realm != Realm::Unit || self.closures > 0 {
            return None;
        }
        let loops = self.loops;
        let found = self.visible(|variable| {
            matches!(variable.holds, Holds::Frame { is_held: true }) && !variable.is_lent
        });
        if let Some(index) = found.choose(self.rng).copied() {
            let name = self.scope[index].name.clone();
            if self.scope[index].loops == loops && self.chance(0.2) {
                self.scope[index].holds = Holds::Frame { is_held: false };
                return Some(Node::new(Sort::Statement, format!("drop({name});"), Vec::new()));
            }
            let text = format!("if let Some(step) = {name}.next() {{ sink(settle(step)); }}");
            return Some(Node::new(Sort::Statement, text, Vec::new()));
        }
        let mut found: Vec<(usize, &Body)> = self.callees.clone();
        found.retain(|(_, body)| body.face == Face::Iterator);
        let (index, body) = *found.choose(self.rng)?;
        let (arguments, parts) = self.arguments_of(body, depth);
        let name = self.fresh();
        self.push(&name, Holds::Frame { is_held: true }, true);
        let text = |letter: char| {
            format!(
                "let mut {name} = ${letter}{index}({arguments});\nsink(settle({name}.next().unwrap_or(Ok(probe(0)))));"
            )
        };
        Some(Node::apart(Sort::Statement, text('g'), text('t'), parts))
    }

    /// A closure that captures a variable by move.
    fn thunk(&mut self) -> Node {
        let Some(index) = self.whole(Kind::Probe, true) else { return self.look() };
        let captured = self.take(index);
        let name = self.fresh();
        let place = self.place();
        self.push(&name, Holds::Thunk { is_held: true }, false);
        let text = format!("let {name} = move || two({captured}, probe({place}));");
        Node::new(Sort::Statement, text, Vec::new())
    }

    fn loop_statement(&mut self, depth: usize) -> Node {
        let label = self.label();
        let name = self.fresh();
        let target = Target { label: label.clone(), carries: None, is_loop: true };
        let form = self.rng.random_range(0..10);
        if form < 5 {
            let values = if form == 4 { "vec![$0, $1]" } else { "[$0, $1]" };
            let parts = vec![self.value(depth), self.value(depth)];
            let pattern = if form == 0 { "_".to_owned() } else { name.clone() };
            let block = self.repeated(target, |g| {
                if form != 0 {
                    g.declare(&name, Kind::Probe, false);
                }
                g.body_block(depth)
            });
            let text = format!("{label}: for {pattern} in {values} $2");
            return Node::new(Sort::Statement, text, [parts, vec![block]].concat());
        }
        // What a loop begins with is evaluated again each time.
        let mut head = None;
        let block = self.repeated(target, |g| {
            // Not always the same, or what follows the loop is never reached.
            head = Some(match form {
                5..8 => g.condition(depth),
                _ => g.one(Sort::Choice, "choice($0)", depth),
            });
            if form >= 8 {
                g.declare(&name, Kind::Probe, false);
            }
            g.body_block(depth)
        });
        let head = head.expect("it was grown");
        let text = match form {
            5..8 => format!("{label}: while $0 $1"),
            _ => format!("{label}: while let Some({name}) = $0 $1"),
        };
        Node::new(Sort::Statement, text, vec![head, block])
    }

    /// `await for` or `for` over another body.
    fn pulled(&mut self, depth: usize) -> Option<Node> {
        if self.quiet > 0 || self.realm == Realm::Answers {
            return None;
        }
        let is_unit = self.realm == Realm::Unit;
        let mut found: Vec<(usize, &Body)> = self.callees.clone();
        found.retain(|(_, body)| body.face.yields() && (self.is_static || !body.is_static));
        let (index, body) = *found.choose(self.rng)?;
        let is_iterator = body.face == Face::Iterator;
        let (arguments, parts) = self.arguments_of(body, depth);
        self.suspends();
        let count = parts.len();
        let label = self.label();
        let name = self.fresh();
        let is_plain_for = is_unit && is_iterator && self.chance(0.5);
        let carries = if is_plain_for || is_iterator { None } else { Some(Sort::Outcome) };
        let target = Target { label: label.clone(), carries, is_loop: true };
        let outcomes = self.realm.yields_outcomes();
        let block = self.repeated(target, |g| {
            g.declare(&name, Kind::Probe, false);
            g.body_block(depth)
        });
        let parts = [parts, vec![block]].concat();
        let bind = if outcomes { format!("let {name} = settle({name});") } else { String::new() };
        let inside = format!("{{\n    {bind}\n    ${count}\n}}");
        if is_plain_for {
            let text = |letter: char| {
                format!("{label}: for {name} in ${letter}{index}({arguments}) {inside}")
            };
            return Some(Node::apart(Sort::Statement, text('g'), text('t'), parts));
        }
        let unwrapped =
            if outcomes { String::new() } else { format!("let {name} = settle({name});") };
        // As with `for`, the temporaries of the head go away with the loop. If the destructor of one of them
        // panics, the value of the loop is dropped, which upstream leaks if it is that of a `break`
        // (rust-lang/rust#47949): so it is put into a variable.
        let value = end_of(&label);
        let end = match is_iterator {
            true => String::from("break"),
            false => format!("{{ {value} = Some(ended(end)); break }}"),
        };
        let (declared, taken) = match is_iterator {
            true => (String::new(), String::new()),
            false => (
                format!("let mut {value}: Option<Outcome> = None; "),
                format!("; {value}.unwrap()"),
            ),
        };
        let function = format!(
            "{{ {declared}match $t{index}({arguments}) {{\n    mut stream => {label}: loop {{\n        match stream.pull() {{\n            \
             Step::Yielded({name}) => {{\n                {unwrapped}{bind}\n                ${count}\n            }}\n            \
             Step::Complete(end) => {end},\n            Step::Blocked => unreachable!(),\n        }}\n    }},\n}}{taken} }}"
        );
        let generator = format!("{label}: await for {name} in $g{index}({arguments}) {inside}");
        if is_iterator {
            return Some(Node::apart(Sort::Statement, generator, function, parts));
        }
        let outcome =
            Node::apart(Sort::Outcome, format!("({generator})"), format!("({function})"), parts);
        Some(Node::new(Sort::Statement, "sink(settle($0));", vec![outcome]))
    }

    /// What leaves the block, after some statements.
    fn jump(&mut self, depth: usize) -> Node {
        let before = self.statement(depth + 1);
        let last = self.leave(depth);
        Node::new(Sort::List, "$0\n$1", vec![Node::list(vec![before]), last])
    }

    fn leave(&mut self, depth: usize) -> Node {
        if self.chance(0.7)
            && let Some(target) = self.targets.choose(self.rng).cloned()
        {
            let label = &target.label;
            if target.is_loop && self.chance(0.5) {
                // An event, without which a smaller program might go round for ever.
                let text = format!("flag();\ncontinue {label};");
                return Node::new(Sort::List, text, Vec::new());
            }
            return match target.carries {
                None => Node::new(Sort::List, format!("break {label};"), Vec::new()),
                Some(Sort::Probe) => self.one(Sort::List, &format!("break {label} $0;"), depth + 1),
                Some(_) => {
                    let function = format!("{} = Some(Ok($0));\nbreak {label};", end_of(label));
                    let value = self.value(depth + 1);
                    let generator = format!("break {label} Ok($0);");
                    Node::apart(Sort::List, generator, function, vec![value])
                }
            };
        }
        let constructor = if self.chance(0.6) { "Ok" } else { "Err" };
        let text = match self.face.returns() {
            true => format!("return {constructor}($0);"),
            false => format!("return finish({constructor}($0));"),
        };
        self.one(Sort::List, &text, depth + 1)
    }
}

/// The variable in which the function has the value of a loop that is an `await for` in the generator.
fn end_of(label: &str) -> String {
    format!("end_{}", label.trim_start_matches('\''))
}

/// The call of a function where the generator is awaited or delegated to.
///
/// In which order an unwind drops the operands of a call that is not made yet and the temporaries in
/// them depends, in all of Rust, on whether the call is an operand itself. That of the generator is one, and
/// so this is made one.
fn called(index: usize, arguments: &str) -> String {
    format!("through($f{index}({arguments}))")
}

impl Node {
    /// A block as a statement.
    fn into_statement(self) -> Node {
        Node { sort: Sort::Statement, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{self, Subject};

    #[test]
    fn a_seed_always_grows_the_same() {
        for seed in 0..50 {
            let text = |program| render::file(&[program], Subject::Generators);
            assert_eq!(text(grow(seed)), text(grow(seed)));
        }
    }

    #[test]
    fn seeds_differ() {
        assert_ne!(grow(1).bodies, grow(2).bodies);
    }
}
