//! `script`, `before_script` and `after_script`

use super::list::ListItem;
use super::reading::Reading;
use crate::yaml::{Kind, NodeRef};

/// How a script is written. Edits keep the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptForm {
    /// A list of commands; items may be blocks of several lines.
    List,
    /// One string: a single command, or a block of lines.
    Text,
}

/// The commands of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// How it is written.
    pub form: ScriptForm,
    /// The items of a list, or the one string.
    pub items: Vec<ListItem>,
}

impl Script {
    /// Reads a script.
    pub fn read(node: Option<NodeRef<'_>>) -> Reading<Self> {
        Reading::of(node, |node| match node.kind() {
            Kind::Scalar => Some(Self { form: ScriptForm::Text, items: vec![ListItem::of(node)] }),
            Kind::Sequence if !node.is_reference() => {
                Some(Self { form: ScriptForm::List, items: node.items().map(ListItem::of).collect() })
            }
            _ => None,
        })
    }
}
