//! The pane at the right: what is selected, as forms.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::file_panel::FilePanel;
use super::form::{Findings, Form, Sections};
use super::job_panel::JobPanel;
use super::stage_panel::StagePanel;
use super::suggest;
use crate::editor::Selection;
use crate::runner::Takers;
use crate::ui::dispatch::use_dispatch;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::Suggest;
use crate::view::inspector::{FileView, JobRunners, JobView, Known, StageView};
use crate::view::problems::Problem;
use crate::view::Snapshot;

/// Sections that are open at first.
const OPEN: &[&str] = &["general", "script", "variables", "default"];

/// What the inspector shows.
#[derive(Properties, PartialEq)]
pub(crate) struct InspectorProps {
    /// The document that the board shows.
    pub document: Snapshot,
    /// What is selected.
    pub selection: Selection,
    /// Whether edits are refused, because the text is broken.
    pub stale: bool,
    /// Whether nothing may be changed.
    #[prop_or_default]
    pub read_only: bool,
    /// What is wrong with the document.
    #[prop_or_default]
    pub findings: Rc<Vec<Problem>>,
    /// Who takes the jobs.
    #[prop_or_default]
    pub takers: Rc<Takers>,
}

/// The forms for what is selected; those of the file where nothing is.
#[function_component]
pub(crate) fn Inspector(props: &InspectorProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let form = use_memo((), |()| Form::new(dispatch));
    form.show(props.document.clone());
    let open = use_state(|| Rc::new(OPEN.iter().copied().collect::<BTreeSet<_>>()));
    let toggle = {
        let open = open.clone();
        use_callback(open, |section: &'static str, open| {
            let mut sections = (***open).clone();
            if !sections.remove(section) {
                sections.insert(section);
            }
            open.set(Rc::new(sections));
        })
    };
    let known = use_memo(props.document.clone(), |document| Known::of(document));
    let shown = use_memo((props.document.clone(), props.selection.clone()), |(document, selection)| {
        Shown::of(document, selection)
    });
    let suggest = use_memo((i18n.clone(), props.selection.clone()), |(i18n, selection)| {
        let job = if let Selection::Job(name) = selection { Some(name.clone()) } else { None };
        suggest::variables(i18n, &form, job)
    });
    let runners = use_memo((props.takers.clone(), props.selection.clone()), |(takers, selection)| match selection {
        Selection::Job(name) => JobRunners::of(takers, name).map(Rc::new),
        _ => None,
    });
    let stale = props.stale;
    // While the text is broken they are of that text, and the forms of the one before.
    let findings = Findings(if stale { Rc::default() } else { props.findings.clone() });
    let locked = stale || props.read_only;
    let panel = match &*shown {
        Shown::Job(view) => html! {
            <JobPanel key="job" view={view.clone()} known={known.clone()} runners={(*runners).clone()} stale={locked} />
        },
        Shown::Stage(view) => html! { <StagePanel key="stage" view={view.clone()} stale={locked} /> },
        Shown::File(view) => {
            html! { <FilePanel key="file" view={view.clone()} known={known.clone()} stale={locked} /> }
        }
    };
    html! {
        <ContextProvider<Form> context={(*form).clone()}>
            <ContextProvider<Suggest> context={(*suggest).clone()}>
            <ContextProvider<Findings> context={findings}>
                <ContextProvider<Sections> context={Sections { open: (*open).clone(), toggle }}>
                    <div class="inspector-body">
                        if stale { <p key="stale" class="inspector-stale">{ t!(i18n, "inspector-stale") }</p> }
                        { panel }
                    </div>
                </ContextProvider<Sections>>
            </ContextProvider<Findings>>
            </ContextProvider<Suggest>>
        </ContextProvider<Form>>
    }
}

#[derive(PartialEq)]
enum Shown {
    Job(Rc<JobView>),
    Stage(Rc<StageView>),
    File(Rc<FileView>),
}

impl Shown {
    /// What is selected, or the file where that is not there (any more).
    fn of(document: &Snapshot, selection: &Selection) -> Self {
        let found = match selection {
            Selection::Job(name) => JobView::of(document, name).map(|view| Shown::Job(Rc::new(view))),
            Selection::Stage(name) => StageView::of(document, name).map(|view| Shown::Stage(Rc::new(view))),
            Selection::None | Selection::Global => None,
        };
        found.unwrap_or_else(|| Shown::File(Rc::new(FileView::of(document))))
    }
}
