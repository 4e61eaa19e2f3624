//! Rules about the items of an array.

use super::{Asked, Fit, Spot, all, holds};
use crate::spec::{Keyword, Schema, SchemaId};
use typeloom::Value;

/// How many items are compared with each other.
const COMPARED: usize = 500;

impl Asked<'_> {
    pub(super) fn prefix(&mut self, schemas: &[SchemaId], items: &[Value], spot: Spot<'_>) -> Fit {
        let pairs = schemas.iter().zip(items).enumerate();
        all(pairs.map(|(index, (schema, item))| self.schema(*schema, item, Spot { at: &spot.item(index), ..spot })))
    }

    /// `items` of the schema `id`: those behind its `prefixItems`.
    pub(super) fn items(&mut self, id: SchemaId, schema: SchemaId, items: &[Value], spot: Spot<'_>) -> Fit {
        let behind = items.iter().enumerate().skip(prefix_of(self.draft.spec.schema(id)));
        all(behind.map(|(index, item)| self.schema(schema, item, Spot { at: &spot.item(index), ..spot })))
    }

    pub(super) fn contains(
        &mut self,
        schema: SchemaId,
        (min, max): (u64, Option<u64>),
        items: &[Value],
        spot: Spot<'_>,
    ) -> Fit {
        let mut found = 0;
        for item in items {
            match self.schema(schema, item, spot) {
                Fit::Yes => found += 1,
                Fit::No(_) => {}
                Fit::Unsure => return Fit::Unsure,
            }
        }
        holds(found >= min && max.is_none_or(|max| found <= max), spot.at, || {
            let limit =
                if found < min { format!("at least {min}") } else { format!("at most {}", max.unwrap_or(found)) };
            format!("must have {limit} items that `contains` describes, has {found}")
        })
    }
}

fn prefix_of(schema: &Schema) -> usize {
    let prefix = schema.keywords.iter().find_map(|keyword| {
        if let Keyword::PrefixItems(schemas) = &keyword.value { Some(schemas.len()) } else { None }
    });
    prefix.unwrap_or(0)
}

/// `uniqueItems`.
pub(super) fn unique(items: &[Value], at: &str) -> Fit {
    if items.len() > COMPARED {
        return Fit::Unsure;
    }
    let twice = items.iter().enumerate().find(|(index, item)| items.iter().take(*index).any(|other| other == *item));
    holds(twice.is_none(), at, || "has two equal items".to_owned())
}
