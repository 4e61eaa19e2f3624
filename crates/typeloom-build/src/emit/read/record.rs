//! Reading an object: a static table of names, a state with a slot per member, and nothing per member but one call.

use crate::emit::{names, types};
use crate::model::{Field, Item, Module, Presence, Shape, Struct};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// What stands beside the implementation of `Read`, and the body of its method.
pub(super) fn record(module: &Module, item: &Item, of: &Struct) -> (TokenStream, TokenStream) {
    (beside(module, item, of), body(of))
}

fn beside(module: &Module, item: &Item, of: &Struct) -> TokenStream {
    let Struct { fields, rest, checks: _, default: _ } = of;
    let title = &item.title;
    let wires = fields.iter().map(|field| &field.wire);
    let required = fields.iter().enumerate().filter(|(_, field)| required(field.presence)).map(|(index, _)| index);
    let index = index(fields);
    let slots = fields.iter().enumerate().map(|(index, field)| {
        let (name, of) = (slot(index), slot_type(module, field));
        quote!(#name: rt::Option<#of>)
    });
    let calls = calls(of);
    let rest = types::map(&types::shape(module, &rest.slot.shape));
    quote! {
        static RECORD: rt::Record =
            rt::Record { title: #title, names: &[#(#wires),*], index, required: &[#(#required),*] };
        #index
        struct __Members { #(#slots,)* rest: #rest }
        impl<'de> rt::Members<'de> for __Members {
            fn field(&mut self, index: usize, reader: &mut rt::Reader<'de>) -> rt::Result<(), rt::Fail> { #calls }
            fn other(&mut self, name: &str, reader: &mut rt::Reader<'de>) -> rt::Result<(), rt::Fail> {
                rt::insert(&mut self.rest, name, reader)
            }
        }
    }
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
        let (wire, aliases) = (&field.wire, &field.aliases);
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
    let remembers = matches!(of.rest.slot.shape, Shape::Value);
    let calls = of.fields.iter().enumerate().map(|(index, field)| {
        let (name, wire) = (slot(index), &field.wire);
        match field.presence {
            Presence::Required
            | Presence::RequiredNullable
            | Presence::RequiredNullUnknown
            | Presence::Optional
            | Presence::OptionalNullable => quote!(rt::fill(&mut self.#name, reader)),
            Presence::OptionalNullUnknown if remembers => {
                quote!(rt::fill_or_null(&mut self.#name, &mut self.rest, #wire, reader))
            }
            // Where the rest has a type of its own, there is no place to remember the `null` in.
            Presence::OptionalNullUnknown => quote!(rt::fill_nullable(&mut self.#name, reader)),
        }
    });
    let calls: Vec<TokenStream> = calls.collect();
    match calls.split_last() {
        None => quote!(self.other(RECORD.names.get(index).copied().unwrap_or_default(), reader)),
        Some((only, [])) => quote!(let _ = index; #only),
        Some((last, others)) => {
            let arms = others.iter().enumerate().map(|(index, call)| quote!(#index => #call));
            quote!(match index { #(#arms,)* _ => #last })
        }
    }
}

fn body(of: &Struct) -> TokenStream {
    let Struct { fields, rest, checks: _, default: _ } = of;
    let slots: Vec<Ident> = (0..fields.len()).map(slot).collect();
    let rest = names::ident(&rest.name);
    let needed: Vec<&Ident> =
        slots.iter().zip(fields).filter(|(_, field)| required(field.presence)).map(|(slot, _)| slot).collect();
    let missing = match &needed[..] {
        [] => TokenStream::new(),
        // `Reader::object` has reported missing members, so this is for the compiler only.
        [only] => quote!(let rt::Some(#only) = members.#only else { return rt::Err(reader.missing(&RECORD)) };),
        [..] => quote! {
            let (#(rt::Some(#needed)),*) = (#(members.#needed),*) else { return rt::Err(reader.missing(&RECORD)) };
        },
    };
    let fields = slots.iter().zip(fields).map(|(slot, field)| {
        let name = names::ident(&field.name);
        if required(field.presence) { quote!(#name: #slot) } else { quote!(#name: members.#slot) }
    });
    quote! {
        let mut members = __Members { #(#slots: rt::None,)* rest: rt::Map::new() };
        reader.object(&RECORD, &mut members)?;
        #missing
        rt::Ok(Self { #(#fields,)* #rest: members.rest })
    }
}

/// What the slot of a field holds once it was read: what the field has, less the `Option` of one that may be absent.
fn slot_type(module: &Module, field: &Field) -> TokenStream {
    let inner = types::shape(module, &field.slot.shape);
    match field.presence {
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
