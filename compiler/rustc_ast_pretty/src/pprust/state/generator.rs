//! Printing of generators: `fn f() => impl Face`, `fn f() => static impl Face`, `|x| => { … }`.
//!
//! What the parser keeps of the arrow is the `CoroutineKind::Generator` in the header of the
//! function or in the closure; it is printed where the return arrow would stand.

use rustc_ast as ast;

use super::State;

impl<'a> State<'a> {
    /// Prints what follows the parameters: the face of a generator, or the return type.
    pub(crate) fn print_fn_face_or_ret(
        &mut self,
        decl: &ast::FnDecl,
        kind: Option<ast::CoroutineKind>,
    ) {
        let Some(ast::CoroutineKind::Generator { movability, .. }) = kind else {
            return self.print_fn_ret_ty(&decl.output);
        };
        self.nbsp();
        self.word("=>");
        if let ast::FnRetTy::Ty(face) = &decl.output {
            self.nbsp();
            if movability == ast::Movability::Static {
                self.word_nbsp("static");
            }
            self.print_type(face);
        }
    }
}
