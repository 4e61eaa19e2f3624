//! Stub.
use crate::{model::Model, options::Options};
pub(crate) fn emit(_: &Model, _: &Options) -> proc_macro2::TokenStream {
    proc_macro2::TokenStream::new()
}
