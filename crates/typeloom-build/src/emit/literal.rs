//! Values of the document in generated code: constants, nothing is built or parsed at run time.

use proc_macro2::TokenStream;
use quote::quote;
use typeloom::{Number, Value};

/// A number to compare with.
pub(super) fn limit(number: &Number) -> TokenStream {
    let text = number.as_str();
    quote!(&const { rt::Limit::new(#text) })
}

/// A value to compare with. As deep as the value, which its reader has bounded.
pub(super) fn literal(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote!(rt::Literal::Null),
        Value::Bool(value) => quote!(rt::Literal::Bool(#value)),
        Value::Number(number) => {
            let text = number.as_str();
            quote!(rt::Literal::Number(#text))
        }
        Value::String(text) => quote!(rt::Literal::String(#text)),
        Value::Array(items) => {
            let items = items.iter().map(literal);
            quote!(rt::Literal::Array(&[#(#items),*]))
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = literal(value);
                quote!((#name, #value))
            });
            quote!(rt::Literal::Object(&[#(#members),*]))
        }
    }
}
