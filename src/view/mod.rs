//! View models: what each part of the page shows, computed from the document by pure functions. No markup, no words.
//!
//! All are plain data with `Eq`, shared by `Rc`, so that a component whose model is equal does not render again.

pub mod board;
pub mod changes;
pub mod claims;
pub mod completion;
pub mod environments;
pub mod flow;
pub mod header;
pub mod history;
pub mod hover;
pub mod inspector;
pub mod load;
pub mod machine;
pub mod mend;
pub mod picture;
pub mod place;
pub mod problems;
mod snapshot;
pub mod starters;
pub mod templates;

pub use snapshot::Snapshot;
