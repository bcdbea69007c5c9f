//! `environment` and `allow_failure`

use super::list::ListItem;
use super::reading::{flag, text, Reading};
use crate::yaml::{Kind, NodeRef};

/// Where a job deploys to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Environment {
    /// `name`
    pub name: Option<String>,
    /// `url`
    pub url: Option<String>,
    /// `action`
    pub action: Option<String>,
    /// `on_stop`
    pub on_stop: Option<String>,
    /// `auto_stop_in`
    pub auto_stop_in: Option<String>,
    /// `deployment_tier`
    pub deployment_tier: Option<String>,
    /// Whether it is written as a mapping.
    pub detailed: bool,
}

impl Environment {
    /// Reads a name or a mapping.
    pub fn read(node: Option<NodeRef<'_>>) -> Reading<Self> {
        Reading::of(node, |node| match node.kind() {
            Kind::Scalar => Some(Self { name: text(node), ..Self::default() }),
            Kind::Mapping => {
                let get = |key: &str| node.get(key).and_then(text);
                Some(Self {
                    name: get("name"),
                    url: get("url"),
                    action: get("action"),
                    on_stop: get("on_stop"),
                    auto_stop_in: get("auto_stop_in"),
                    deployment_tier: get("deployment_tier"),
                    detailed: true,
                })
            }
            _ => None,
        })
    }
}

/// Whether a job may fail without failing the pipeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AllowFailure {
    /// `true` or `false`
    Always(bool),
    /// Only with these exit codes.
    ExitCodes(Vec<ListItem>),
}

impl AllowFailure {
    /// Reads a boolean or `exit_codes`.
    pub fn read(node: Option<NodeRef<'_>>) -> Reading<Self> {
        Reading::of(node, |node| match node.kind() {
            Kind::Scalar => flag(node).map(Self::Always),
            Kind::Mapping => {
                let codes = node.get("exit_codes")?;
                match codes.kind() {
                    Kind::Sequence => Some(Self::ExitCodes(codes.items().map(ListItem::of).collect())),
                    Kind::Scalar => Some(Self::ExitCodes(vec![ListItem::of(codes)])),
                    _ => None,
                }
            }
            _ => None,
        })
    }
}
