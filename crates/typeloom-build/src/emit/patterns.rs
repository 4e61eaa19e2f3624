//! The patterns of a module as statics, which compile on first use.

use super::Code;
use crate::model::{Module, PatternId};

/// A static for each pattern that something names.
pub(super) fn patterns(module: &Module, code: &mut Code<'_>) {
    for id in &module.program.patterns {
        if let Some(pattern) = module.patterns.get(id.0 as usize) {
            let (source, translated) = (&pattern.source, &pattern.translated);
            let name = name(*id);
            code.line(&format!("static {name}: rt::Pattern = rt::Pattern::new({source:?}, {translated:?});"));
        }
    }
}

/// The name of a pattern.
pub(super) fn name(id: PatternId) -> String {
    format!("P{}", id.0)
}
