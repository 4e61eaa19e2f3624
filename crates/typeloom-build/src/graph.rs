//! Walks of directed graphs, without recursion: documents may be nested deeper than the call stack is.
//!
//! Nodes are numbered from 0. A graph is asked for its edges: `edge(node, index)` is the target of the edge number
//! `index` of `node`, and [`None`] behind the last one.

use std::mem::replace;

/// The strongly connected components of a graph: nodes that lead to each other are of one.
pub(crate) struct Components {
    /// By node, the number of its component.
    of: Vec<u32>,
    /// By node, whether a way leads from it back to it.
    circular: Vec<bool>,
}

impl Components {
    /// Finds them (Tarjan), for nodes below `count`.
    pub fn of(count: usize, edge: impl Fn(usize, usize) -> Option<usize>) -> Components {
        let mut search = Search {
            order: vec![None; count],
            low: vec![0; count],
            open: Vec::new(),
            is_open: vec![false; count],
            found: Components { of: vec![0; count], circular: vec![false; count] },
            next: 0,
            components: 0,
        };
        for root in 0..count {
            if search.order[root].is_none() {
                search.run(root, &edge);
            }
        }
        search.found
    }

    /// Whether a way leads from `node` back to it.
    pub fn is_circular(&self, node: usize) -> bool {
        self.circular[node]
    }

    /// Whether a way leads from `node` to `other` and back.
    pub fn is_circle(&self, node: usize, other: usize) -> bool {
        self.circular[node] && self.circular[other] && self.of[node] == self.of[other]
    }
}

struct Search {
    order: Vec<Option<u32>>,
    low: Vec<u32>,
    open: Vec<usize>,
    is_open: Vec<bool>,
    found: Components,
    next: u32,
    components: u32,
}

impl Search {
    fn run(&mut self, root: usize, edge: &impl Fn(usize, usize) -> Option<usize>) {
        self.enter(root);
        let mut stack = vec![(root, 0)];
        while let Some((node, index)) = stack.pop() {
            let Some(target) = edge(node, index) else {
                self.leave(node);
                if let Some(&(parent, _)) = stack.last() {
                    self.low[parent] = self.low[parent].min(self.low[node]);
                }
                continue;
            };
            stack.push((node, index + 1));
            match self.order.get(target).copied() {
                Some(None) => {
                    self.enter(target);
                    stack.push((target, 0));
                }
                Some(Some(order)) if self.is_open[target] => self.low[node] = self.low[node].min(order),
                Some(Some(_)) | None => {}
            }
            self.found.circular[node] |= target == node;
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
            self.found.of[member] = self.components;
            self.found.circular[member] |= component.len() > 1;
        }
        self.components += 1;
    }
}

/// Walks depth first from each node, in their order, and calls `found` for each edge that closes a circle: with the way
/// to it, and with the node on the way that it leads back to. Each node of the way comes with how many of its edges were
/// taken, the last of which goes on.
///
/// A graph without these edges has no circle.
pub(crate) fn back_edges(
    count: usize,
    edge: impl Fn(usize, usize) -> Option<usize>,
    mut found: impl FnMut(&[(usize, usize)], usize),
) {
    let mut visits = vec![Visit::New; count];
    for start in 0..count {
        if visits[start] != Visit::New {
            continue;
        }
        visits[start] = Visit::OnTheWay;
        let mut way = vec![(start, 0)];
        while let Some((node, taken)) = way.last_mut() {
            let Some(target) = edge(*node, *taken) else {
                visits[*node] = Visit::Done;
                way.pop();
                continue;
            };
            *taken += 1;
            match visits.get(target) {
                Some(Visit::New) => {
                    visits[target] = Visit::OnTheWay;
                    way.push((target, 0));
                }
                Some(Visit::OnTheWay) => found(&way, target),
                Some(Visit::Done) | None => {}
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Visit {
    New,
    OnTheWay,
    Done,
}

/// By node, whether `starts` lead to it; they do to themselves. `next` adds the targets of a node.
pub(crate) fn reached(count: usize, mut starts: Vec<usize>, mut next: impl FnMut(usize, &mut Vec<usize>)) -> Vec<bool> {
    let mut reached = vec![false; count];
    while let Some(node) = starts.pop() {
        if reached.get_mut(node).is_some_and(|reached| !replace(reached, true)) {
            next(node, &mut starts);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::{Components, back_edges, reached};

    /// 0 and 1 lead to each other, 2 to itself, 3 nowhere, 4 to 0 and 3; 5, 6 and 7 are a circle that leads to 0.
    const GRAPH: [&[usize]; 8] = [&[1], &[0], &[2], &[], &[0, 3], &[6], &[7, 0], &[5]];

    fn edge(node: usize, index: usize) -> Option<usize> {
        GRAPH[node].get(index).copied()
    }

    #[test]
    fn nodes_that_lead_to_each_other_are_a_component() {
        let found = Components::of(GRAPH.len(), edge);
        let circular: Vec<bool> = (0..GRAPH.len()).map(|node| found.is_circular(node)).collect();
        assert_eq!(circular, [true, true, true, false, false, true, true, true]);
        assert!(found.is_circle(0, 1) && found.is_circle(5, 7) && found.is_circle(2, 2));
        assert!(!found.is_circle(0, 6) && !found.is_circle(3, 3) && !found.is_circle(4, 0));
    }

    #[test]
    fn an_edge_back_is_told_with_the_way_to_it() {
        let mut found = Vec::new();
        back_edges(GRAPH.len(), edge, |way, target| found.push((way.to_vec(), target)));
        assert_eq!(found, [(vec![(0, 1), (1, 1)], 0), (vec![(2, 1)], 2), (vec![(5, 1), (6, 1), (7, 1)], 5)]);
    }

    #[test]
    fn what_is_reached_is_told_by_node() {
        let found = reached(GRAPH.len(), vec![4], |node, targets| targets.extend(GRAPH[node]));
        assert_eq!(found, [true, true, false, true, true, false, false, false]);
    }

    #[test]
    fn a_long_chain_takes_no_stack() {
        let next = |node: usize, index: usize| (index == 0).then_some((node + 1) % 500_000);
        assert!(Components::of(500_000, next).is_circle(0, 499_999));
        let mut count = 0;
        back_edges(500_000, next, |way, _| count += way.len());
        assert_eq!(count, 500_000);
    }
}
