//! Generates the types of `schemas/`, which the `instance` target reads.

fn main() {
    typeloom_build::Config::new().build("schemas");
}
