//! The inspector: forms for what is selected.

mod inspector;

pub(crate) use inspector::Inspector;
