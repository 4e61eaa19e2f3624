//! What this program allocates: the same figure on every machine and in every run, unlike what the system gives it.

use cap::Cap;
use std::alloc::System;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// Bytes that are allocated now.
pub fn allocated() -> usize {
    MEMORY.allocated()
}

/// Bytes that have been allocated at the same time, at most.
pub fn most_allocated() -> usize {
    MEMORY.max_allocated()
}
