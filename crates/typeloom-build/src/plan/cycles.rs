//! Types that contain themselves: which uses of a type need a `Box`, and which names cannot be mere aliases.

use crate::model::{Item, ItemId, ItemKind, Shape, Slot};

/// For each node of a graph, whether a way leads from it back to it.
fn circular(edges: &[Vec<u32>]) -> Vec<bool> {
    let mut search = Search {
        edges,
        order: vec![None; edges.len()],
        low: vec![0; edges.len()],
        open: Vec::new(),
        is_open: vec![false; edges.len()],
        circular: vec![false; edges.len()],
        next: 0,
    };
    for root in 0..edges.len() {
        if search.order[root].is_none() {
            search.run(root);
        }
    }
    search.circular
}

/// Tarjan's search for strongly connected components, with a stack of its own.
struct Search<'e> {
    edges: &'e [Vec<u32>],
    order: Vec<Option<u32>>,
    low: Vec<u32>,
    open: Vec<usize>,
    is_open: Vec<bool>,
    circular: Vec<bool>,
    next: u32,
}

impl Search<'_> {
    fn run(&mut self, root: usize) {
        self.enter(root);
        let mut stack = vec![(root, 0)];
        while let Some((node, edge)) = stack.pop() {
            let Some(&target) = self.edges[node].get(edge) else {
                self.leave(node);
                if let Some(&(parent, _)) = stack.last() {
                    self.low[parent] = self.low[parent].min(self.low[node]);
                }
                continue;
            };
            stack.push((node, edge + 1));
            let target = target as usize;
            match self.order.get(target).copied() {
                Some(None) => {
                    self.enter(target);
                    stack.push((target, 0));
                }
                Some(Some(order)) if self.is_open[target] => self.low[node] = self.low[node].min(order),
                Some(Some(_)) | None => {}
            }
            self.circular[node] |= target == node;
        }
    }

    fn enter(&mut self, node: usize) {
        self.order[node] = Some(self.next);
        self.low[node] = self.next;
        self.next += 1;
        self.open.push(node);
        self.is_open[node] = true;
    }

    fn leave(&mut self, node: usize) {
        if self.order[node] != Some(self.low[node]) {
            return;
        }
        let start = self.open.iter().rposition(|&open| open == node).unwrap_or(0);
        let component = self.open.split_off(start);
        for &member in &component {
            self.is_open[member] = false;
            self.circular[member] |= component.len() > 1;
        }
    }
}

/// Makes a type of its own of each alias that stands for itself, through whatever types: `type A = Vec<A>`.
pub(super) fn break_aliases(items: &mut [Item]) {
    let edges: Vec<Vec<u32>> = items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Alias(slot) => {
                let mut targets = Vec::new();
                leads(&slot.shape, true, &mut targets);
                targets
                    .retain(|id| matches!(items.get(id.0 as usize).map(|item| &item.kind), Some(ItemKind::Alias(_))));
                targets.into_iter().map(|id| id.0).collect()
            }
            ItemKind::Struct(_) | ItemKind::Enum(_) | ItemKind::Union(_) | ItemKind::Newtype(_) => Vec::new(),
        })
        .collect();
    for (item, circular) in items.iter_mut().zip(circular(&edges)) {
        if let (ItemKind::Alias(slot), true) = (&item.kind, circular) {
            item.kind = ItemKind::Newtype(slot.clone());
        }
    }
}

/// Boxes each use of a type that lies within that very type, with nothing between that is on the heap already.
pub(super) fn boxes(items: &mut [Item]) {
    let edges: Vec<Vec<ItemId>> = items
        .iter()
        .map(|item| {
            let mut targets = Vec::new();
            for slot in slots(item) {
                leads(&slot.shape, false, &mut targets);
            }
            targets
        })
        .collect();
    let mut state = vec![State::Unseen; items.len()];
    for root in 0..items.len() {
        let mut stack = vec![(root, 0)];
        while let Some((node, edge)) = stack.pop() {
            if edge == 0 {
                if state[node] != State::Unseen {
                    continue;
                }
                state[node] = State::Open;
            }
            let Some(&target) = edges[node].get(edge) else {
                state[node] = State::Done;
                continue;
            };
            stack.push((node, edge + 1));
            match state.get(target.0 as usize) {
                Some(State::Unseen) => stack.push((target.0 as usize, 0)),
                Some(State::Open) => put_into_box(&mut items[node], target),
                Some(State::Done) | None => {}
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unseen,
    Open,
    Done,
}

/// The slots that make up an item.
pub(super) fn slots(item: &Item) -> Vec<&Slot> {
    match &item.kind {
        // Members without a field are in a map.
        ItemKind::Struct(of) => of.fields.iter().map(|field| &field.slot).collect(),
        ItemKind::Enum(_) => Vec::new(),
        ItemKind::Union(of) => of.branches.iter().map(|branch| &branch.slot).collect(),
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => vec![slot],
    }
}

/// The items that a shape holds; those in lists and maps only if `all`.
pub(super) fn leads(shape: &Shape, all: bool, found: &mut Vec<ItemId>) {
    match shape {
        Shape::List(inner) | Shape::Map(inner) => {
            if all {
                leads(&inner.shape, all, found);
            }
        }
        Shape::Nullable(inner) => leads(&inner.shape, all, found),
        Shape::Item { id, boxed: _ } => found.push(*id),
        Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Secret(_)
        | Shape::External(_)
        | Shape::Value => {}
    }
}

pub(super) fn put_into_box(item: &mut Item, target: ItemId) {
    match &mut item.kind {
        ItemKind::Struct(of) => of.fields.iter_mut().for_each(|field| box_shape(&mut field.slot.shape, target)),
        ItemKind::Enum(_) => {}
        ItemKind::Union(of) => of.branches.iter_mut().for_each(|branch| box_shape(&mut branch.slot.shape, target)),
        ItemKind::Newtype(slot) | ItemKind::Alias(slot) => box_shape(&mut slot.shape, target),
    }
}

fn box_shape(shape: &mut Shape, target: ItemId) {
    match shape {
        Shape::Item { id, boxed } if *id == target => *boxed = true,
        Shape::Nullable(inner) => box_shape(&mut inner.shape, target),
        Shape::Item { .. }
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Null
        | Shape::Bool
        | Shape::Integer(_)
        | Shape::BigInteger
        | Shape::Float
        | Shape::Number
        | Shape::String
        | Shape::Secret(_)
        | Shape::External(_)
        | Shape::Value => {}
    }
}
