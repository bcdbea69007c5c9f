//! What all fields of the inspector share: the document that they edit, the way to ask for edits, and what is wrong.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::command::Refusal;
use crate::text::Span;
use crate::ui::dispatch::{Dispatch, Msg};
use crate::ui::i18n::{refusal_text, use_i18n, I18n};
use crate::view::inspector::edit::Edit;
use crate::view::problems::Problem;
use crate::view::Snapshot;
use crate::yaml::Document;

/// The document and the way to ask for edits. A context that never changes, so that no field renders for it.
#[derive(Clone)]
pub(super) struct Form(Rc<Shared>);

struct Shared {
    document: RefCell<Option<Snapshot>>,
    dispatch: Dispatch,
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Form {
    /// A form without a document yet.
    pub(super) fn new(dispatch: Dispatch) -> Self {
        Self(Rc::new(Shared { document: RefCell::new(None), dispatch }))
    }

    /// The document that edits are made of from now on.
    pub(super) fn show(&self, document: Snapshot) {
        *self.0.document.borrow_mut() = Some(document);
    }

    /// What `read` finds in the document.
    pub(super) fn with_document<T>(&self, read: impl FnOnce(&Document) -> Option<T>) -> Option<T> {
        self.0.document.borrow().as_ref().and_then(|document| read(document))
    }

    /// Asks for something.
    pub(super) fn send(&self, msg: Msg) {
        self.0.dispatch.send(msg);
    }

    /// Asks for the edit that `make` makes of the document; `refused` gets the reason against it.
    fn edit(&self, refused: Callback<Refusal>, make: impl FnOnce(&Document) -> Edit) {
        let document = self.0.document.borrow().clone();
        let Some(document) = document else { return };
        match make(&document) {
            Ok(Some(command)) => self.send(Msg::Try(command, refused)),
            Ok(None) => {}
            Err(refusal) => refused.emit(refusal),
        }
    }
}

/// The shared form. Outside of the inspector nothing hears.
#[hook]
pub(super) fn use_form() -> Form {
    let none = use_memo((), |()| Form::new(Dispatch::new(Callback::noop())));
    use_context::<Form>().unwrap_or_else(|| (*none).clone())
}

/// What is wrong with the file. A context.
#[derive(Clone, PartialEq)]
pub(super) struct Findings(pub Rc<Vec<Problem>>);

/// The sections that are open, and the way to open or close one. A context.
#[derive(Clone, PartialEq)]
pub(super) struct Sections {
    pub open: Rc<BTreeSet<&'static str>>,
    pub toggle: Callback<&'static str>,
}

/// What is wrong inside a span.
#[hook]
pub(super) fn use_findings(span: Option<Span>) -> Vec<Problem> {
    let all = use_context::<Findings>();
    match (all, span) {
        (Some(all), Some(span)) => all.0.iter().filter(|finding| span.contains(finding.span)).cloned().collect(),
        _ => Vec::new(),
    }
}

/// The edits of one field, and why the last one was refused.
#[derive(Clone)]
pub(super) struct Edits {
    form: Form,
    i18n: I18n,
    refused: UseStateHandle<Option<AttrValue>>,
}

impl Edits {
    /// Asks for the edit that `make` makes of the document.
    pub(super) fn run(&self, make: impl FnOnce(&Document) -> Edit) {
        self.clear();
        let (refused, i18n) = (self.refused.clone(), self.i18n.clone());
        let say = Callback::from(move |refusal: Refusal| refused.set(Some(refusal_text(&i18n, &refusal))));
        self.form.edit(say, make);
    }

    /// The page's words.
    pub(super) fn i18n(&self) -> &I18n {
        &self.i18n
    }

    /// Why the last edit was refused.
    pub(super) fn refused(&self) -> Option<AttrValue> {
        (*self.refused).clone()
    }

    /// Forgets the refusal.
    pub(super) fn clear(&self) {
        if self.refused.is_some() {
            self.refused.set(None);
        }
    }
}

/// The edits of a field that shows `shown`. When that changes, the last refusal is forgotten.
#[hook]
pub(super) fn use_edits<K: PartialEq + 'static>(shown: K) -> Edits {
    let (form, i18n) = (use_form(), use_i18n());
    let refused = use_state(|| None::<AttrValue>);
    {
        let refused = refused.clone();
        use_effect_with(shown, move |_| refused.set(None));
    }
    Edits { form, i18n, refused }
}
