//! Shapes to Rust types. Absolute paths: the items of the module may be called `Option` or `Vec`.

use crate::emit::names;
use crate::model::{Field, Module, Presence, Rest, Shape, Width};
use proc_macro2::TokenStream;
use quote::quote;

/// The type of a field, with what its presence adds.
pub(super) fn field(module: &Module, field: &Field) -> TokenStream {
    let inner = shape(module, &field.slot.shape);
    match field.presence {
        Presence::Required => inner,
        Presence::RequiredNullable
        | Presence::Optional
        | Presence::OptionalNullUnknown
        | Presence::RequiredNullUnknown => quote!(::core::option::Option<#inner>),
        Presence::OptionalNullable => quote!(::core::option::Option<::core::option::Option<#inner>>),
    }
}

/// The type of a shape.
pub(super) fn shape(module: &Module, of: &Shape) -> TokenStream {
    match of {
        Shape::Null => quote!(()),
        Shape::Bool => quote!(bool),
        Shape::Integer(Width::I32) => quote!(i32),
        Shape::Integer(Width::I64) => quote!(i64),
        Shape::Integer(Width::U32) => quote!(u32),
        Shape::Integer(Width::U64) => quote!(u64),
        Shape::BigInteger => quote!(::typeloom::Integer),
        Shape::Float => quote!(f64),
        Shape::Number => quote!(::typeloom::Number),
        Shape::String => quote!(::std::string::String),
        Shape::Secret(held) => {
            let held = shape(module, held);
            quote!(::typeloom::Sensitive<#held>)
        }
        Shape::External(path) => {
            // `amend` has seen that it is a path.
            let path: TokenStream = path.parse().unwrap_or_default();
            quote!(::typeloom::External<#path>)
        }
        Shape::Value => quote!(::typeloom::Value),
        Shape::List(item) => {
            let item = shape(module, &item.shape);
            quote!(::std::vec::Vec<#item>)
        }
        Shape::Map(value) => {
            let value = shape(module, &value.shape);
            map(&value)
        }
        Shape::Nullable(inner) => {
            let inner = shape(module, &inner.shape);
            quote!(::core::option::Option<#inner>)
        }
        Shape::Item { id, boxed } => {
            let name = names::item(module, *id);
            if *boxed { quote!(::std::boxed::Box<#name>) } else { quote!(#name) }
        }
    }
}

/// The type of the members without a field.
pub(super) fn rest(module: &Module, rest: &Rest) -> TokenStream {
    match &rest.slot.shape {
        Shape::Value => quote!(::typeloom::Unknown),
        of => map(&shape(module, of)),
    }
}

/// `BTreeMap<String, ..>` of `value`.
pub(super) fn map(value: &TokenStream) -> TokenStream {
    quote!(::std::collections::BTreeMap<::std::string::String, #value>)
}
