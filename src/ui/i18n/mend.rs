//! What a quick fix does, in the page's language.

use yew::AttrValue;

use super::{t, I18n};
use crate::lint::Label;

/// The words on a quick fix's button.
pub(crate) fn mend_text(i18n: &I18n, label: &Label) -> AttrValue {
    match label {
        Label::Use(what) => t!(i18n, "mend-use", what = what.as_str()),
        Label::TakeOut(what) => t!(i18n, "mend-take-out", what = what.as_str()),
        Label::Add(what) => t!(i18n, "mend-add", what = what.as_str()),
        Label::Rename(name) => t!(i18n, "mend-rename", name = name.as_str()),
        Label::Quote => t!(i18n, "mend-quote"),
        Label::Unquote => t!(i18n, "mend-unquote"),
        Label::List => t!(i18n, "mend-list"),
        Label::Single => t!(i18n, "mend-single"),
    }
}
