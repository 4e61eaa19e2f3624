//! Stub.
use crate::{
    diagnostic::Sink,
    model::{Model, Module},
    options::Options,
    source::Sources,
    spec::Spec,
};
pub(crate) fn plan(specs: &[Spec], _: &Sources, _: &Options, _: &mut Sink) -> Model {
    Model {
        modules: specs.iter().map(|spec| Module { name: Some(spec.vendor.clone()), ..Module::default() }).collect(),
    }
}
