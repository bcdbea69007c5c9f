//! The browser: the only place that calls it. Small functions that the components use; none knows a pipeline.

pub(crate) mod announce;
pub(crate) mod clock;
pub(crate) mod disk;
pub(crate) mod download;
pub(crate) mod drafts;
pub(crate) mod drag;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod frame;
pub(crate) mod input;
pub(crate) mod keeper;
pub(crate) mod link;
pub(crate) mod listen;
pub(crate) mod modal;
pub(crate) mod outside;
pub(crate) mod page;
pub(crate) mod popover;
pub(crate) mod port;
pub(crate) mod resize;
pub(crate) mod store;
