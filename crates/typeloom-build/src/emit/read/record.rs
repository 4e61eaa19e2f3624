//! Reading an object: a static table of names, a state with a slot per member, and nothing per member but one call.

use crate::emit::{names, types};
use crate::model::{Field, Item, Module, Presence, Rest, Shape, Struct};
use crate::render::Piece;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

/// Writes what stands beside the implementation of `Read`, and yields the body of its method.
pub(super) fn record(module: &Module, item: &Item, of: &Struct, out: &mut dyn FnMut(Piece)) -> TokenStream {
    let Struct { fields, rest, checks: _, default: _ } = of;
    let title = &item.title;
    let wires = fields.iter().map(|field| &field.wire);
    let required = fields.iter().enumerate().filter(|(_, field)| required(field.presence));
    let required = required.map(|(index, _)| Literal::usize_unsuffixed(index));
    out(Piece::Inner(quote! {
        static RECORD: rt::Record =
            rt::Record { title: #title, names: &[#(#wires),*], index, required: &[#(#required),*] };
    }));
    out(Piece::Inner(index(fields)));
    let slots = fields.iter().enumerate().map(|(index, field)| {
        let (name, held) = (slot(index), slot_type(module, of, field));
        quote!(#name: rt::Option<#held>)
    });
    let calls = calls(of);
    let rest = types::rest(module, rest);
    out(Piece::Inner(quote! { struct __Members { #(#slots,)* rest: #rest } }));
    out(Piece::Inner(quote! {
        impl<'de> rt::Members<'de> for __Members {
            fn field(&mut self, index: usize, reader: &mut rt::Reader<'de>) -> rt::Result<(), rt::Fail> { #calls }
            fn other(&mut self, name: &str, reader: &mut rt::Reader<'de>) -> rt::Result<(), rt::Fail> {
                rt::insert(&mut self.rest, name, reader)
            }
        }
    }));
    body(of)
}

fn index(fields: &[Field]) -> TokenStream {
    if fields.is_empty() {
        return quote!(
            fn index(_: &str) -> rt::Option<usize> {
                rt::None
            }
        );
    }
    let arms = fields.iter().enumerate().map(|(index, field)| {
        let (wire, aliases, index) = (&field.wire, &field.aliases, Literal::usize_unsuffixed(index));
        quote!(#wire #(| #aliases)* => #index)
    });
    quote! {
        fn index(name: &str) -> rt::Option<usize> {
            rt::Some(match name { #(#arms,)* _ => return rt::None })
        }
    }
}

/// Reads each member into its slot.
fn calls(of: &Struct) -> TokenStream {
    let calls = of.fields.iter().enumerate().map(|(index, field)| {
        let (name, wire) = (slot(index), &field.wire);
        match field.presence {
            Presence::OptionalNullUnknown if remembers(of) => {
                quote!(rt::fill_or_null(&mut self.#name, &mut self.rest, #wire, reader))
            }
            Presence::Required
            | Presence::RequiredNullable
            | Presence::RequiredNullUnknown
            | Presence::Optional
            | Presence::OptionalNullable
            | Presence::OptionalNullUnknown => quote!(rt::fill(&mut self.#name, reader)),
        }
    });
    let calls: Vec<TokenStream> = calls.collect();
    match calls.split_last() {
        // There is no index that could be asked for.
        None => quote!(let _ = (index, reader); rt::Ok(())),
        Some((only, [])) => quote!(let _ = index; #only),
        Some((last, others)) => {
            let arms = others.iter().enumerate().map(|(index, call)| {
                let index = Literal::usize_unsuffixed(index);
                quote!(#index => #call)
            });
            quote!(match index { #(#arms,)* _ => #last })
        }
    }
}

/// Whether a `null` of which nobody knows whether it occurs can be remembered among the members without a field. They
/// may have a type of their own: then it reads as `None` and is not written back.
pub(in crate::emit) fn remembers(of: &Struct) -> bool {
    matches!(of.rest.slot.shape, Shape::Value)
}

fn body(of: &Struct) -> TokenStream {
    let Struct { fields, rest, checks: _, default: _ } = of;
    let slots: Vec<Ident> = (0..fields.len()).map(slot).collect();
    let (empty, rest) = (empty(rest), names::ident(&rest.name));
    let needed: Vec<&Ident> =
        slots.iter().zip(fields).filter(|(_, field)| required(field.presence)).map(|(slot, _)| slot).collect();
    let missing = match &needed[..] {
        [] => TokenStream::new(),
        // `Reader::object` has reported missing members, so this is for the compiler only.
        [only] => quote!(let rt::Some(#only) = members.#only else { return rt::Err(reader.incomplete(&RECORD)) };),
        [..] => quote! {
            let (#(rt::Some(#needed)),*) = (#(members.#needed),*) else {
                return rt::Err(reader.incomplete(&RECORD));
            };
        },
    };
    let values = slots.iter().zip(fields).map(|(slot, field)| {
        let name = names::ident(&field.name);
        match field.presence {
            Presence::Required | Presence::RequiredNullable | Presence::RequiredNullUnknown => quote!(#name: #slot),
            Presence::OptionalNullUnknown if !remembers(of) => quote!(#name: members.#slot.flatten()),
            Presence::Optional | Presence::OptionalNullable | Presence::OptionalNullUnknown => {
                quote!(#name: members.#slot)
            }
        }
    });
    quote! {
        let mut members = __Members { #(#slots: rt::None,)* rest: #empty };
        reader.object(&RECORD, &mut members)?;
        #missing
        rt::Ok(Self { #(#values,)* #rest: members.rest })
    }
}

/// No members without a field.
fn empty(rest: &Rest) -> TokenStream {
    let secret = &rest.secret;
    match (&rest.slot.shape, secret.is_empty()) {
        (Shape::Value, true) => quote!(rt::Unknown::new()),
        (Shape::Value, false) => quote!(rt::Unknown::knowing(&[#(#secret),*])),
        (_, _) => quote!(rt::Map::new()),
    }
}

/// What the slot of a field holds once it was read: what the field has, less the `Option` of one that may be absent.
fn slot_type(module: &Module, of: &Struct, field: &Field) -> TokenStream {
    let inner = types::shape(module, &field.slot.shape);
    match field.presence {
        Presence::OptionalNullUnknown if !remembers(of) => quote!(rt::Option<#inner>),
        Presence::Required | Presence::Optional | Presence::OptionalNullUnknown => inner,
        Presence::RequiredNullable | Presence::OptionalNullable | Presence::RequiredNullUnknown => {
            quote!(rt::Option<#inner>)
        }
    }
}

fn required(presence: Presence) -> bool {
    match presence {
        Presence::Required | Presence::RequiredNullable | Presence::RequiredNullUnknown => true,
        Presence::Optional | Presence::OptionalNullable | Presence::OptionalNullUnknown => false,
    }
}

fn slot(index: usize) -> Ident {
    format_ident!("f{index}")
}
