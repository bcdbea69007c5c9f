//! What fields of the inspector suggest: variables of the job, and in boxes of YAML what fits there.

use std::rc::Rc;

use yew::prelude::*;

use super::form::Form;
use crate::ui::i18n::{t, I18n};
use crate::ui::widget::{Suggest, Suggested, Suggestion};
use crate::view::completion::{in_field, in_value, Completions, Item};

/// Variables of a job, or of the file.
pub(super) fn variables(i18n: &I18n, form: &Form, job: Option<String>) -> Suggest {
    let (form, words) = (form.clone(), i18n.clone());
    let find = move |text: &str, caret: usize| {
        form.with_document(|document| in_field(document, job.as_deref(), text, caret)).map(|found| shown(&words, found))
    };
    Suggest { label: t!(i18n, "suggestions"), find: Rc::new(find) }
}

/// What fits into a box that holds the value at `path` as YAML.
pub(super) fn value(i18n: &I18n, form: &Form, path: Vec<String>) -> Suggest {
    let (form, words) = (form.clone(), i18n.clone());
    let find = move |text: &str, caret: usize| {
        let found = form.with_document(|document| in_value(document, &path, text, caret))?;
        (!found.on_request).then(|| shown(&words, found))
    };
    Suggest { label: t!(i18n, "suggestions"), find: Rc::new(find) }
}

fn shown(i18n: &I18n, found: Completions) -> Suggested {
    let suggestion = |item: Item| Suggestion {
        detail: AttrValue::from(i18n.help(&item.detail).to_owned()),
        label: item.label.into(),
        insert: item.insert.into(),
    };
    Suggested { from: found.span.from(), to: found.span.to(), list: found.items.into_iter().map(suggestion).collect() }
}
