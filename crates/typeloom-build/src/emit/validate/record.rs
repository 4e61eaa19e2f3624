//! The checks of a struct: of each field by its presence, of the members without a field, and of all together.

use crate::emit::names;
use crate::emit::validate::checks::{self, Json, On};
use crate::emit::validate::members::Members;
use crate::emit::validate::place::{Place, steps};
use crate::emit::validate::slot;
use crate::model::{Field, Module, Presence, Rest, Slot, Struct};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn record(module: &Module, of: &Struct) -> TokenStream {
    let Struct { fields, rest, checks, default: _ } = of;
    let whole = checks::whole(checks, &Json::written(&Place::reference(quote!(self))));
    let members = checks::calls(checks, &On::Members(Members::of_struct(of)));
    let fields = fields.iter().map(|of| field(module, of));
    let rest = self::rest(module, rest);
    quote!(#whole #members #(#fields)* #rest)
}

fn field(module: &Module, field: &Field) -> TokenStream {
    let Field { name, wire, aliases: _, docs: _, deprecated: _, presence, slot } = field;
    let name = names::ident(name);
    let value = Place::reference(quote!(value));
    let on = |place: &Place, slot: &Slot| {
        let (own, _) = steps(slot);
        slot::at(module, slot, place, &quote!(at.member(#wire, #own)))
    };
    let option = Place::owned(quote!(self.#name));
    match presence {
        Presence::Required => block(&on(&option, slot)),
        Presence::Optional | Presence::OptionalNullUnknown | Presence::RequiredNullUnknown => {
            slot::some(&on(&value, slot), &option)
        }
        Presence::RequiredNullable => {
            let (whole, inner) = apart(slot);
            let whole = block(&with_null(module, &whole, wire, &option));
            let inner = slot::some(&on(&value, &inner), &option);
            quote!(#whole #inner)
        }
        Presence::OptionalNullable => {
            let (whole, inner) = apart(slot);
            let whole = slot::some(&with_null(module, &whole, wire, &value), &option);
            let inner = on(&value, &inner);
            if inner.is_empty() {
                whole
            } else {
                quote!(#whole if let rt::Some(rt::Some(value)) = &self.#name { #inner })
            }
        }
    }
}

/// The checks that are about `null` too, apart from the others.
fn apart(slot: &Slot) -> (Slot, Slot) {
    let of = |whole: bool| Slot {
        checks: slot.checks.iter().filter(|check| checks::is_whole(check) == whole).cloned().collect(),
        ..slot.clone()
    };
    (of(true), of(false))
}

/// Checks on a value that may be `null`.
fn with_null(module: &Module, slot: &Slot, wire: &str, place: &Place) -> TokenStream {
    let (own, _) = steps(slot);
    let calls = checks::whole(&slot.checks, &Json::written(place));
    let at = slot::veiled(module, slot, &quote!(at.member(#wire, #own)));
    if calls.is_empty() { calls } else { quote!(let at = &#at; #calls) }
}

fn rest(module: &Module, rest: &Rest) -> TokenStream {
    let Rest { name, slot, forbidden, secret: _ } = rest;
    let name = names::ident(name);
    // Those with a field stand here where they are `null` and the document does not say whether that occurs.
    let forbidden = forbidden.then(|| {
        quote! {
            for name in self.#name.keys().filter(|name| index(name).is_none()) {
                rt::check::forbidden(name, at, report);
            }
        }
    });
    let each = slot::members(module, slot, &Place::owned(quote!(self.#name)));
    quote!(#forbidden #each)
}

/// Names of its own for statements that have some.
fn block(statements: &TokenStream) -> TokenStream {
    if statements.is_empty() { TokenStream::new() } else { quote!({ #statements }) }
}
