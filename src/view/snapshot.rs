//! A document at one moment, cheap to compare.

use std::rc::Rc;

use crate::yaml::Document;

/// A document that is equal to itself only: edits make new ones. For properties of components.
#[derive(Debug, Clone)]
pub struct Snapshot(Rc<Document>);

impl Snapshot {
    /// The document at this moment.
    pub fn new(document: Rc<Document>) -> Self {
        Self(document)
    }

    /// The document.
    pub fn document(&self) -> &Rc<Document> {
        &self.0
    }
}

impl std::ops::Deref for Snapshot {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.0
    }
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Snapshot {}
