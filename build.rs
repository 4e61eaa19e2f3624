//! Generates the models from `schemas/`.

fn main() {
    typeloom_build::Config::new().build("schemas");
}
