//! How generated code asks for the members of an object: those of a map, or the fields of a struct and its rest.

use crate::emit::names;
use crate::emit::validate::checks::{self, On};
use crate::emit::validate::place::Place;
use crate::model::{Check, Field, Presence, Struct};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The members of an object.
pub(super) struct Members<'a> {
    fields: &'a [Field],
    /// The map that holds those without a field.
    map: Place,
}

impl<'a> Members<'a> {
    /// The members of a map.
    pub fn of_map(place: &Place) -> Members<'static> {
        Members { fields: &[], map: place.clone() }
    }

    /// The members of `self`.
    pub fn of_struct(of: &'a Struct) -> Members<'a> {
        let rest = names::ident(&of.rest.name);
        Members { fields: &of.fields, map: Place::owned(quote!(self.#rest)) }
    }

    /// An expression for their number.
    pub fn count(&self) -> TokenStream {
        let map = self.map.path();
        let always = self.fields.iter().filter(|field| is_always_there(field)).count();
        let always = (always > 0).then(|| {
            let always = Literal::usize_unsuffixed(always);
            quote!(+ #always)
        });
        let sometimes = self.fields.iter().filter(|field| !is_always_there(field)).map(|field| {
            let name = names::ident(&field.name);
            quote!(+ usize::from(self.#name.is_some()))
        });
        quote!(#map.len() #always #(#sometimes)*)
    }

    /// Expressions for whether there is a member `name`, and whether there is none. [`None`] where there always is.
    fn has(&self, name: &str) -> Option<[TokenStream; 2]> {
        let map = self.map.path();
        let in_map = quote!(#map.contains_key(#name));
        match self.fields.iter().find(|field| field.wire == name) {
            None => Some([in_map.clone(), quote!(!#in_map)]),
            Some(field) => {
                let name = names::ident(&field.name);
                match field.presence {
                    Presence::Required | Presence::RequiredNullable | Presence::RequiredNullUnknown => None,
                    Presence::Optional | Presence::OptionalNullable => {
                        Some([quote!(self.#name.is_some()), quote!(self.#name.is_none())])
                    }
                    Presence::OptionalNullUnknown => {
                        Some([quote!((self.#name.is_some() || #in_map)), quote!(self.#name.is_none() && !#in_map)])
                    }
                }
            }
        }
    }

    /// Reports that `name` is missing, where it is.
    pub fn required(&self, name: &str) -> TokenStream {
        match self.has(name) {
            None => TokenStream::new(),
            Some([_, lacks]) => quote!(if #lacks { rt::check::required(#name, at, report); }),
        }
    }

    /// Reports that `other` is missing although `name` is there.
    pub fn dependent(&self, keyword: &str, name: &str, other: &str) -> TokenStream {
        let report = quote!(rt::check::dependent_required(#keyword, #name, #other, at, report););
        match (self.has(name), self.has(other)) {
            (_, None) => TokenStream::new(),
            (None, Some([_, lacks])) => quote!(if #lacks { #report }),
            (Some([has, _]), Some([_, lacks])) => quote!(if #has && #lacks { #report }),
        }
    }

    /// Checks on the names: those of fields are known to obey.
    pub fn names(&self, checks: &[Check]) -> TokenStream {
        let map = self.map.path();
        let body = checks::calls(checks, &On::Text(quote!(name)));
        if body.is_empty() {
            return body;
        }
        quote! {
            for name in #map.keys() {
                let at = &at.member(name, "/propertyNames");
                #body
            }
        }
    }
}

fn is_always_there(field: &Field) -> bool {
    match field.presence {
        Presence::Required | Presence::RequiredNullable | Presence::RequiredNullUnknown => true,
        Presence::Optional | Presence::OptionalNullable | Presence::OptionalNullUnknown => false,
    }
}
