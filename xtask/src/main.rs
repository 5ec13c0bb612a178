//! The build commands of the project.
fn main() {}
