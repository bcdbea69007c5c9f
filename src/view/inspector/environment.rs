//! `environment`

use std::rc::Rc;

use super::slot::{own_keyword, word, Opaque};
use super::{Owner, Slot};
use crate::yaml::{Document, Kind};

/// Where a job deploys to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnvironmentView {
    /// What no field can show.
    pub opaque: Option<Opaque>,
    /// `name`
    pub name: Rc<Slot<Rc<str>>>,
    /// `url`
    pub url: Rc<Slot<Rc<str>>>,
    /// `action`
    pub action: Rc<Slot<Rc<str>>>,
    /// `on_stop`
    pub on_stop: Rc<Slot<Rc<str>>>,
    /// `auto_stop_in`
    pub auto_stop_in: Rc<Slot<Rc<str>>>,
    /// `deployment_tier`
    pub deployment_tier: Rc<Slot<Rc<str>>>,
}

impl EnvironmentView {
    /// Where the owner deploys to.
    pub fn of(document: &Document, owner: &Owner) -> Self {
        let read = |key: &str| Slot::read(document, owner, &["environment", key], word);
        let own = own_keyword(document, owner, "environment");
        Self {
            opaque: own.filter(|node| !matches!(node.kind(), Kind::Scalar | Kind::Mapping)).map(Opaque::of),
            name: read("name"),
            url: read("url"),
            action: read("action"),
            on_stop: read("on_stop"),
            auto_stop_in: read("auto_stop_in"),
            deployment_tier: read("deployment_tier"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::edit::{after, word};
    use super::*;

    #[test]
    fn a_name_alone_becomes_a_mapping_with_its_url() {
        let view = |document: &Document| EnvironmentView::of(document, &Owner::Job("a".into()));
        let with =
            after("a:\n  environment: prod\n", |document| word(document, &view(document).url, "https://example.org"));
        assert_eq!(with, "a:\n  environment:\n    name: prod\n    url: https://example.org\n");
        let without = after(&with, |document| word(document, &view(document).url, ""));
        assert_eq!(without, "a:\n  environment:\n    name: prod\n");
    }
}
