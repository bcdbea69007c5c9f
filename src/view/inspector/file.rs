//! All that the inspector shows of the file itself.

use std::rc::Rc;

use super::further::FurtherView;
use super::slot::items;
use super::{anchors, AnchorRow, ArtifactsView, ImageView, Item, Owner, ScriptView, ServicesView, Slot, VariablesView};
use crate::keywords::{default_keywords, GLOBAL};
use crate::pipeline::{is_global_keyword, jobs};
use crate::yaml::Document;

/// Keywords of `default` that have a field.
const SHOWN_DEFAULTS: &[&str] = &["image", "services", "tags", "before_script", "after_script", "artifacts"];

/// The file's own keywords.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileView {
    /// Jobs that run, and hidden ones.
    pub counts: (usize, usize),
    /// The global variables.
    pub variables: Rc<VariablesView>,
    /// The image of all jobs.
    pub image: Rc<ImageView>,
    /// The services of all jobs.
    pub services: Rc<ServicesView>,
    /// The tags of all jobs.
    pub tags: Rc<Slot<Vec<Item>>>,
    /// `before_script` of all jobs.
    pub before_script: Rc<ScriptView>,
    /// `after_script` of all jobs.
    pub after_script: Rc<ScriptView>,
    /// The artifacts of all jobs.
    pub artifacts: Rc<ArtifactsView>,
    /// Further keywords of `default`.
    pub further_defaults: Rc<FurtherView>,
    /// `include`, `workflow`, `stages` and the like.
    pub further: Rc<FurtherView>,
    /// The anchors.
    pub anchors: Rc<Vec<AnchorRow>>,
    /// How many more there are.
    pub more_anchors: usize,
}

impl FileView {
    /// The file's own keywords.
    pub fn of(document: &Document) -> Self {
        let owner = |keyword: &str| Owner::of_default(document, keyword);
        let hidden = jobs(document).filter(|job| job.is_hidden()).count();
        let mut top = FurtherView::of(document, Owner::File, &["default", "variables"], GLOBAL.keywords.iter());
        // What a top level of the old kind has for all jobs has a field.
        let in_a_field = |key: &str| SHOWN_DEFAULTS.contains(&key) && owner(key) == Owner::File;
        top.rows.retain(|row| {
            (is_global_keyword(&row.key) || *row.key == *"spec" || *row.key == *"<<") && !in_a_field(&row.key)
        });
        let (anchors, more_anchors) = anchors(document);
        Self {
            counts: (jobs(document).count() - hidden, hidden),
            variables: Rc::new(VariablesView::of(document, &Owner::File)),
            image: Rc::new(ImageView::of(document, &owner("image"))),
            services: Rc::new(ServicesView::of(document, &owner("services"))),
            tags: Slot::read(document, &owner("tags"), &["tags"], items),
            before_script: Rc::new(ScriptView::of(document, &owner("before_script"), "before_script")),
            after_script: Rc::new(ScriptView::of(document, &owner("after_script"), "after_script")),
            artifacts: Rc::new(ArtifactsView::of(document, &owner("artifacts"))),
            further_defaults: Rc::new(FurtherView::of(document, Owner::Default, SHOWN_DEFAULTS, default_keywords())),
            further: Rc::new(top),
            anchors: Rc::new(anchors),
            more_anchors,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::edit::{after, list, ListEdit, One};
    use super::*;

    #[test]
    fn defaults_are_edited_where_they_stand() {
        let add = |text: &str| {
            after(text, |document| list(document, &FileView::of(document).tags, One::List, &ListEdit::Add("x".into())))
        };
        assert_eq!(add("tags: [y]\na:\n  script: z\n"), "tags: [y, x]\na:\n  script: z\n");
        assert_eq!(
            add("default:\n  image: ruby\na:\n  script: z\n"),
            "default:\n  image: ruby\n  tags:\n    - x\na:\n  script: z\n"
        );
        assert_eq!(add("a:\n  script: z\n"), "default:\n  tags:\n    - x\n\na:\n  script: z\n");
    }

    #[test]
    fn what_has_no_field_is_listed() {
        let text = "include: [a.yml]\nstages: [x]\nimage: ruby\nworkflow:\n  rules: []\na:\n  script: z\n";
        let keys: Vec<_> =
            FileView::of(&Document::parse(text)).further.rows.iter().map(|row| row.key.to_string()).collect();
        assert_eq!(keys, ["include", "stages", "workflow"]);
    }
}
