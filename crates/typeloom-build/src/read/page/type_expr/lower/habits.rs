//! Type expressions that only some kits write: Go's `NullableX`, R's `map(X)`, members within a cell.
//!
//! Expressions go in, rules are added to a schema of the draft, as in the file above.

use super::Lowering;
use crate::diagnostic::Sink;
use crate::pointer;
use crate::read::draft::Draft;
use crate::read::page::type_expr::parse::parse;
use crate::read::page::type_expr::rules::{kinds, mean};
use crate::read::page::type_expr::vocabulary::{self, Head};
use crate::read::page::type_expr::{Expr, ExprKind};
use crate::source::Span;
use crate::spec::{Field, Keyword, Kind, SchemaId, Stated};

impl Lowering<'_> {
    /// Go's generated `NullableX` is `X` or `null`, unless a page of that name exists.
    pub(super) fn go_nullable(&mut self, word: &str, span: Span, id: SchemaId, draft: &mut Draft) -> bool {
        let Some(inner) = word.strip_prefix("Nullable").filter(|inner| inner.starts_with(char::is_uppercase)) else {
            return false;
        };
        if self.around.vocabulary.name != "Go" {
            return false;
        }
        match vocabulary::word(word, self.around.vocabulary) {
            Some(meaning) => mean(meaning, span, id, draft),
            None => self.name(inner, span, id, draft),
        }
        self.nullable(span, id, draft);
        true
    }

    /// R's kits put what a container holds in round brackets: `map(numeric)`. Whether that is so here.
    pub(super) fn held(
        &mut self,
        container: &Expr,
        held: &str,
        span: Span,
        id: SchemaId,
        draft: &mut Draft,
        sink: &mut Sink,
    ) -> bool {
        let ExprKind::Word(word) = &container.kind else { return false };
        let Some(head) = vocabulary::head(word, self.around.vocabulary).filter(|_| word != "object") else {
            return false;
        };
        let behind = self.cell.text.get(container.range.end..).unwrap_or("");
        let at = container.range.end + behind.find(held).unwrap_or(0);
        // With the text before it left blank, places stay.
        let Ok(held) = parse(&format!("{}{held}", " ".repeat(at))) else { return false };
        match head {
            Head::Map => self.map(Some(&held), span, id, draft, sink),
            Head::List | Head::Set => self.list(Some(&held), span, id, draft, sink),
            Head::Optional | Head::Nullable | Head::Itself | Head::Union | Head::Literal => return false,
        }
        true
    }

    /// Whether its members must be there, nothing says.
    pub(super) fn record(
        &mut self,
        members: &[(String, Expr)],
        span: Span,
        id: SchemaId,
        draft: &mut Draft,
        sink: &mut Sink,
    ) {
        draft.rule(id, span, kinds(Kind::Object));
        let mut fields: Vec<Field> = Vec::new();
        for (name, member) in members {
            if fields.iter().any(|field| field.name == *name) {
                continue;
            }
            let schema = self.child(member, id, &pointer::join("/properties", name), draft, sink);
            let span = self.cell.place(member.range.clone());
            let (required, null) = (Stated::Unknown, Stated::Unknown);
            let (spelling, secret, rust_name) = (None, Vec::new(), None);
            fields.push(Field { name: name.clone(), span, schema, spelling, required, null, secret, rust_name });
        }
        draft.rule(id, span, Keyword::Properties(fields));
    }
}
