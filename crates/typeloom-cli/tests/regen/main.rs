//! `typeloom regen` against a real server: what is on the disk afterwards, what the report says, the exit code.

mod answers;
mod edits;
mod kill;
mod limits;
mod modes;
mod overlap;
mod scene;
mod server;
mod trials;
