//! [`Spec`]s to one [`Model`]: for now, to the rules of the types.

pub(crate) mod rules;

use crate::diagnostic::Sink;
use crate::model::{Model, Module};
use crate::options::Options;
use crate::source::Sources;
use crate::spec::{Schema, Spec};

pub(crate) fn plan(specs: &[Spec], sources: &Sources, options: &Options, sink: &mut Sink) -> Model {
    let locate = |schema: &Schema| format!("{}#{}", sources.get(schema.document).path, schema.pointer);
    let mut model = Model::default();
    for spec in specs {
        let mut module = Module { name: Some(spec.vendor.clone()), ..Module::default() };
        let mut rules = rules::Rules::new(options.formats, &locate);
        let roots = spec.ids().filter(|id| spec.schema(*id).pointer.is_empty());
        for id in roots.chain(spec.types.iter().map(|named| named.schema)) {
            rules.rule(spec, id);
        }
        rules.finish(&mut module, sink);
        model.modules.push(module);
    }
    model
}
