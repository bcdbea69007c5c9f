//! The page inside another page: what the frame's address asks for. The messages are in docs/embedding.md, their handling
//! in ui/session/host.rs; the scripts for host pages are in embed/.

mod options;

pub(crate) use options::{Options, View};
